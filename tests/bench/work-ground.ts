import type { Sql } from "postgres";
import { newId } from "@maple-bridge/server/kernel/ids";
import type { Ground } from "./ground.ts";
import { tokensOf } from "./token.ts";

/** What is asked of the work of one bureau. */
export interface WorkGround extends Ground {
  /** The unit that the administrator commands by. */
  issuerUnitId: string;
  /** Open matters. */
  matterIds: readonly string[];
  /** Of officers with open work. */
  badges: readonly string[];
  /** An officer with an account, and the grid of a seat of theirs. */
  officer: { memberId: string; accountId: string; gridId: string; tokens: readonly string[] };
}

const most = 200;
const officerName = "bench-officer";

export async function workGroundsOf(sql: Sql, grounds: readonly Ground[], tokensEach: number): Promise<WorkGround[]> {
  const ids = grounds.map(({ bureauId }) => bureauId);
  await giveAccounts(sql, ids);
  const found = await sql<
    (Omit<WorkGround, keyof Ground | "officer"> & Omit<WorkGround["officer"], "tokens"> & { bureauId: string })[]
  >`
    select b.id as "bureauId", root.id as "issuerUnitId", m.ids as "matterIds", o.badges, a.id as "accountId", a.member_id as "memberId", s.grid_id as "gridId"
    from unnest(${ids}::uuid[]) b (id) join units root on root.bureau_id = b.id and root.kind = 'BUREAU'
    join accounts a on a.bureau_id = b.id and a.name = ${officerName},
    lateral (select grid_id from assignments where bureau_id = b.id and member_id = a.member_id and duty = 'RESPONSIBLE_OFFICER' and starts_at <= now() and ends_at is null order by grid_id limit 1) s,
    lateral (select array_agg(id::text) as ids from (select id from matters where bureau_id = b.id and outcome is null and urgency = 'ORDINARY' order by number limit ${most}) x) m,
    lateral (select array_agg(badge order by badge) as badges from members x where bureau_id = b.id and kind = 'OFFICER' and id in (
      select member_id from assignments where bureau_id = b.id and duty = 'RESPONSIBLE_OFFICER' and ends_at is null)) o`;
  const byBureau = new Map(found.map((each) => [each.bureauId, each]));
  const tokens = await tokensOf(sql, found, tokensEach);
  return grounds.map((ground) => {
    const of = byBureau.get(ground.bureauId);
    if (!of?.matterIds || !of.badges) throw new Error("A bureau has no open matter, or no officer with a seat.");
    const { issuerUnitId, matterIds, badges, memberId, accountId, gridId } = of;
    const officer = { memberId, accountId, gridId, tokens: tokens[found.indexOf(of)]! };
    return { ...ground, issuerUnitId, matterIds, badges, officer };
  });
}

/** An account for an officer of each bureau who is there and holds a seat, where none has been given yet. */
async function giveAccounts(sql: Sql, ids: readonly string[]) {
  const officers = await sql<{ bureauId: string; memberId: string; unitId: string }[]>`
    select b.id as "bureauId", o.member_id as "memberId", o.unit_id as "unitId" from unnest(${ids as string[]}::uuid[]) b (id), lateral (
      select a.member_id, u.unit_id from assignments a join member_units u on u.bureau_id = a.bureau_id and u.member_id = a.member_id and u.ends_on is null
      where a.bureau_id = b.id and a.duty = 'RESPONSIBLE_OFFICER' and a.starts_at <= now() and a.ends_at is null and not exists (
        select from absences x where x.bureau_id = b.id and x.member_id = a.member_id and x.starts_at <= now() and (x.ends_at is null or x.ends_at > now()))
      order by a.member_id limit 1) o
    where not exists (select from accounts a where a.bureau_id = b.id and a.name = ${officerName})`;
  const rows = officers.map((officer) => Object.assign(officer, { accountId: newId(), grantId: newId() }));
  await sql`
    insert into accounts (bureau_id, id, name, display_name, member_id, password_hash, must_change_password)
    select "bureauId", "accountId", ${officerName}, ${officerName}, "memberId", 'none', false
    from jsonb_to_recordset(${sql.json(rows)}) r ("bureauId" uuid, "accountId" uuid, "memberId" uuid)`;
  await sql`
    insert into role_grants (bureau_id, id, account_id, role, unit_id)
    select "bureauId", "grantId", "accountId", 'MEMBER', "unitId" from jsonb_to_recordset(${sql.json(rows)}) r ("bureauId" uuid, "grantId" uuid, "accountId" uuid, "unitId" uuid)`;
}
