import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import type { Ground } from "./ground.ts";
import { drawing } from "./drawing.ts";

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
  isWrite: boolean;
}

const overview = `query BenchOverview { bureau { name stations { id name coverage { required filled vacant }
  grids { id code name seats { duty ordinal isFilled holder { id name badge } } } } } }`;
const page = `query BenchPage($kind: GridKind!) { grids(first: 50, filter: { kind: $kind }, orderBy: CODE) { totalCount
  nodes { id code name station { name } seats { duty ordinal holder { id name badge } } } pageInfo { hasNextPage endCursor } } }`;
const grid = `query BenchGrid($code: String!) { grid(code: $code) { id code name kind households population openedOn station { id name } } }`;
const assign = `mutation BenchAssign($input: AssignMemberInput!) { assignMember(input: $input) { id startsAt version member { id name } grid { id code } } }`;

const reason = "对比测试";

/** Each request asks a bureau drawn anew, the same ones of each contender. */
export function scenariosOf(grounds: readonly Ground[]): Scenario[] {
  const reading = (
    name: string,
    query: string,
    valuesOf: (ground: Ground, turn: number) => Record<string, string>,
  ) => ({
    name,
    isWrite: false,
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
  return [
    reading("overview", overview, () => ({})),
    reading("page", page, () => ({ kind: "VILLAGE" })),
    reading("grid", grid, ({ codes }, turn) => ({ code: codes[turn % codes.length]! })),
    { name: "assign", isWrite: true, asking: (contender) => assigning(grounds, contender) },
  ];
}

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

/**
 * Takes back what a round of writes has left, or one post of a bureau, so that each begins on the same ground. What keeps
 * history must look away.
 */
export async function forgetPosts(sql: Sql, bureauId?: string, id?: string) {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    const which = bureauId && id ? tx`bureau_id = ${bureauId} and id = ${id} and` : tx``;
    await tx`delete from assignments where ${which} reason = ${reason}`;
  });
}
