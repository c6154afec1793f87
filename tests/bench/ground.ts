import type { Sql } from "postgres";
import { tokensOf } from "./token.ts";

/** What is asked about in one bureau. */
export interface Ground {
  bureauId: string;
  tokens: readonly string[];
  accountId: string;
  actor: string;
  codes: readonly string[];
  gridIds: readonly string[];
  /** Mediators who never stood at one of those grids, nor left. */
  memberIds: readonly string[];
}

const most = 200;

/** Of the bureaus of these codes, each with its villages. No limit keeps more mediators out of them. */
export async function groundsOf(sql: Sql, codes: readonly string[], tokensEach: number): Promise<Ground[]> {
  await sql`update staffing_standards set at_most = null where duty = 'MEDIATOR' and at_most is not null
    and bureau_id in (select bureau_id from bureaus where code = any(${codes as string[]}))`;
  const grounds = await sql<Omit<Ground, "tokens">[]>`
    select b.bureau_id as "bureauId", a.id as "accountId", a.name as actor, g.ids as "gridIds", g.codes, m.ids as "memberIds"
    from bureaus b join accounts a on a.bureau_id = b.bureau_id and a.name = 'admin',
    lateral (select array_agg(id::text order by code) as ids, array_agg(code order by code) as codes from (
      select g.id, g.code from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.ends_on is null
      where g.bureau_id = b.bureau_id and f.kind = 'VILLAGE' and g.closed_on is null order by g.code limit ${most}) v) g,
    lateral (select array_agg(id::text order by badge) as ids from (select id, badge from members m
      where bureau_id = b.bureau_id and kind = 'MEDIATOR' and left_on is null
      and not exists (select from service_breaks x where x.bureau_id = b.bureau_id and x.member_id = m.id) and not exists (
        select from assignments s where s.bureau_id = b.bureau_id and s.member_id = m.id and s.grid_id = any(g.ids::uuid[]))
      order by badge limit ${most}) n) m
    where b.code = any(${codes as string[]}) order by b.code`;
  if (grounds.length !== codes.length || grounds.some(({ gridIds, memberIds }) => !gridIds || !memberIds))
    throw new Error("A bureau has no administrator, no village or no mediator to spare.");
  const tokens = await tokensOf(sql, grounds, tokensEach);
  return grounds.map((ground, index) => Object.assign(ground, { tokens: tokens[index]! }));
}
