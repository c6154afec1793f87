import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { drawing } from "./drawing.ts";
import type { Ground } from "./ground.ts";
import { newest, recorded } from "./rows-left.ts";

/** One thing asked of a bureau, as GraphQL and as the values of a statement by hand. */
export interface Asked {
  ground: Ground;
  query: string;
  variables: Record<string, unknown>;
  values: Record<string, string>;
}

export interface Scenario {
  name: string;
  /** Contenders of different numbers never ask for the same write. */
  asking(contender: number): () => Asked;
  /** Of one that writes. */
  write?: Write;
}

export interface Write {
  /** The answer and the rows left behind, without what is new in each of them. Takes it all back. */
  leftBy(sql: Sql, asked: Asked, answer: string): Promise<{ text: string; rows: object }>;
  /** Takes back what a round has left, so that each begins on the same ground. */
  beginAgain(sql: Sql): Promise<unknown>;
  /** Its writes use up what was laid out for them, so that no round goes on where another has ended. */
  usesUp?: boolean;
}

const overview = `query BenchOverview { bureau { name stations { id name coverage { required filled vacant }
  grids { id code name seats { duty ordinal isFilled holder { id name badge } } } } } }`;
const page = `query BenchPage($kind: GridKind!) { grids(first: 50, filter: { kind: $kind }, orderBy: CODE) { totalCount
  nodes { id code name station { name } seats { duty ordinal holder { id name badge } } } pageInfo { hasNextPage endCursor } } }`;
const grid = `query BenchGrid($code: String!) { grid(code: $code) { id code name kind households population openedOn station { id name } } }`;
const assign = `mutation BenchAssign($input: AssignMemberInput!) { assignMember(input: $input) { id startsAt version member { id name } grid { id code } } }`;

const reason = "对比测试";

/** Each request asks a bureau drawn anew, the same ones of each contender. */
export const reading = <G extends Ground>(
  grounds: readonly G[],
  name: string,
  query: string,
  valuesOf: (ground: G, turn: number) => Record<string, string>,
): Scenario => ({
  name,
  asking() {
    const draw = drawing(1);
    let turn = 0;
    return () => {
      const ground = grounds[draw(grounds.length)]!;
      const values = valuesOf(ground, turn++);
      return { ground, query, variables: values, values: { bureauId: ground.bureauId, ...values } };
    };
  },
});

export const scenariosOf = (grounds: readonly Ground[]): Scenario[] => [
  reading(grounds, "overview", overview, () => ({})),
  reading(grounds, "page", page, () => ({ kind: "VILLAGE" })),
  reading(grounds, "grid", grid, ({ codes }, turn) => ({ code: codes[turn % codes.length]! })),
  {
    name: "assign",
    asking: (contender) => assigning(grounds, contender),
    write: { leftBy: leftByAssigning, beginAgain: beginAssigningAgain },
  },
];

function assigning(grounds: readonly Ground[], contender: number): () => Asked {
  const draw = drawing(2);
  const turns = new Map<string, number>();
  return () => {
    const ground = grounds[draw(grounds.length)]!;
    const { bureauId, accountId, actor } = ground;
    const turn = turns.get(bureauId) ?? 0;
    turns.set(bureauId, turn + 1);
    const post = postOf(ground, contender, turn);
    const key = randomUUID();
    const values = { bureauId, accountId, actor, key, ...post };
    return { ground, query: assign, variables: { input: { idempotencyKey: key, ...post } }, values };
  };
}

/** A mediator's stand-in for a minute of a day, each at another grid, member or minute; each contender has days of its own. */
function postOf({ gridIds, memberIds }: Ground, contender: number, turn: number) {
  const gridId = gridIds[turn % gridIds.length]!;
  const round = Math.floor(turn / gridIds.length);
  const memberId = memberIds[(turn + round) % memberIds.length]!;
  const minute = (at: number) => new Date(Date.UTC(2026, 1, 1 + contender, 4, at)).toISOString();
  return { gridId, memberId, duty: "MEDIATOR", from: minute(round), to: minute(round + 1), reason };
}

/** Takes back what a round of posts has left, or one post of a bureau. What keeps history must look away. */
export async function forgetPosts(sql: Sql, bureauId?: string, id?: string) {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    const which = bureauId && id ? tx`bureau_id = ${bureauId} and id = ${id} and` : tx``;
    await tx`delete from assignments where ${which} reason = ${reason}`;
  });
}

async function beginAssigningAgain(sql: Sql) {
  await forgetPosts(sql);
  await sql`vacuum assignments`;
}

async function leftByAssigning(sql: Sql, { ground: { bureauId } }: Asked, text: string) {
  const rows = {
    assignments: await newest(sql, bureauId, "assignments", "created_at"),
    ...(await recorded(sql, bureauId)),
  };
  const [{ id }] = rows.assignments as [{ id: string }];
  await forgetPosts(sql, bureauId, id);
  return { text: text.replace(id, "…"), rows: JSON.parse(JSON.stringify(rows).replaceAll(id, "…")) as object };
}
