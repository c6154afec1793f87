import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";

/** One kind of answer, asked of both: the bodies of the requests. */
export interface Scenario {
  name: string;
  ours: () => string;
  bare: () => string;
  /** Takes back what a round has left, so that each begins on the same ground. */
  reset?: () => Promise<void>;
}

const overview = `query BenchOverview { bureau { name stations { id name coverage { required filled vacant }
  grids { id code name seats { duty ordinal isFilled holder { id name badge } } } } } }`;
const page = `query BenchPage($kind: GridKind!) { grids(first: 50, filter: { kind: $kind }, orderBy: CODE) { totalCount
  nodes { id code name station { name } seats { duty ordinal holder { id name badge } } } pageInfo { hasNextPage endCursor } } }`;
const grid = `query BenchGrid($code: String!) { grid(code: $code) { id code name kind households population openedOn station { id name } } }`;
const assign = `mutation BenchAssign($input: AssignMemberInput!) { assignMember(input: $input) { id startsAt version member { id name } grid { id code } } }`;

const reason = "对比测试";
const body = (query: string, variables: object) => JSON.stringify({ query, variables });

export async function scenariosOf(sql: Sql, bureauId: string): Promise<Scenario[]> {
  const grids = await sql<
    { id: string; code: string }[]
  >`select id, code from grids where bureau_id = ${bureauId} and kind = 'VILLAGE' and closed_on is null order by code`;
  // Mediators of communities stand in at villages, where none of them has a seat; no limit keeps them out.
  const members = await sql<{ id: string }[]>`
    select m.id from members m where m.bureau_id = ${bureauId} and m.kind = 'MEDIATOR' and not exists (
      select from assignments a join grids g on g.bureau_id = a.bureau_id and g.id = a.grid_id
      where a.bureau_id = m.bureau_id and a.member_id = m.id and g.kind = 'VILLAGE') order by m.badge`;
  await sql`update staffing_standards set at_most = null where bureau_id = ${bureauId} and duty = 'MEDIATOR'`;
  const [account] = await sql<
    { id: string }[]
  >`select id from accounts where bureau_id = ${bureauId} and name = 'admin'`;
  const code = cycle(grids.map((each) => each.code));
  const ourPosts = posts(grids, members, 0);
  const barePosts = posts(grids, members, 1);
  return [
    { name: "overview", ours: () => body(overview, {}), bare: () => "{}" },
    { name: "page", ours: () => body(page, { kind: "VILLAGE" }), bare: () => JSON.stringify({ kind: "VILLAGE" }) },
    { name: "grid", ours: () => body(grid, { code: code() }), bare: () => JSON.stringify({ code: code() }) },
    {
      name: "assign",
      ours: () => body(assign, { input: { idempotencyKey: randomUUID(), ...ourPosts() } }),
      bare: () => JSON.stringify({ accountId: account!.id, ...barePosts() }),
      reset: () => forgetPosts(sql),
    },
  ];
}

/** A grid's history is a few posts a year, not thousands an hour. What keeps history must look away. */
async function forgetPosts(sql: Sql) {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`delete from assignments where reason = ${reason}`;
  });
  await sql`vacuum assignments`;
}

function cycle<T>(values: readonly T[]): () => T {
  let turn = 0;
  return () => values[turn++ % values.length]!;
}

/** A mediator's stand-in for a minute of a day, each at another grid, member or minute; ours on even days, the contender's on odd ones. */
function posts(grids: readonly { id: string }[], members: readonly { id: string }[], parity: 0 | 1) {
  let turn = 0;
  return () => {
    const count = turn++;
    const [gridId, memberId] = [grids[count % grids.length]!.id, members[count % members.length]!.id];
    const round = Math.floor(count / grids.length);
    const minute = (hour: number, at: number) =>
      new Date(Date.UTC(2026, 1, 1 + parity + 2 * (round % 10), hour, at)).toISOString();
    const at = Math.floor(round / 10) % 50;
    return { gridId, memberId, duty: "MEDIATOR", from: minute(4, at), to: minute(4, at + 1), reason };
  };
}
