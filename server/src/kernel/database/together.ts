import type { PendingQuery, Row } from "postgres";
import { Unavailable } from "../errors.ts";
import type { WriteConnection } from "./connect.ts";
import { longestQueue, type Pipeline, type Reserved } from "./pipeline.ts";

/** Something that one statement does for many. */
export interface Shared<T, R> {
  bureauId: string;
  /** Things of one bureau and kind may share a statement. */
  kind: string;
  thing: T;
  /** Ids that two things of one statement do not share. */
  alone?: readonly string[];
  /** Things are numbered as they are given. It must bear to be run twice. */
  statement(sql: Reserved<WriteConnection>, things: readonly T[]): PendingQuery<Row[]>;
  /** What the answer means for the thing of this number. */
  outcome(rows: readonly Row[], number: number): R;
}

interface Waiting {
  shared: Shared<unknown, unknown>;
  resolve(outcome: unknown): void;
  reject(error: unknown): void;
}

/** So many that the first of them do not wait long for the last. */
const mostTogether = 16;

/** A second statement is worth its price, while the first is under way, for so many. */
const worthASecond = 4;

/**
 * What comes while statements are under way shares the next one, and with it the price of a statement and, where it
 * writes, the wait for the disk. An error is everyone's.
 */
export function together(pipeline: Pipeline<WriteConnection>) {
  let waiting: Waiting[] = [];
  let underWay = 0;

  const isTime = (others: number) =>
    waiting.length > 0 && (others === 0 || (others === 1 && waiting.length >= worthASecond));

  async function sendAll() {
    underWay++;
    while (isTime(underWay - 1)) {
      const group = groupOf(waiting);
      waiting = waiting.filter((each) => !group.includes(each));
      await send(pipeline, group);
    }
    underWay--;
  }

  return function share<T, R>(shared: Shared<T, R>): Promise<R> {
    if (waiting.length >= longestQueue) return Promise.reject(new Unavailable());
    return new Promise<R>((resolve, reject) => {
      waiting.push({ shared, resolve, reject } as Waiting);
      if (isTime(underWay)) void sendAll();
    });
  };
}

/** The first that waits, with those behind it that may share its statement. */
function groupOf(waiting: readonly Waiting[]): Waiting[] {
  const { bureauId, kind } = waiting[0]!.shared;
  const taken = new Set<string>();
  const group: Waiting[] = [];
  for (const each of waiting) {
    const { alone = [], ...shared } = each.shared;
    if (shared.bureauId !== bureauId || shared.kind !== kind || alone.some((id) => taken.has(id))) continue;
    for (const id of alone) taken.add(id);
    if (group.push(each) === mostTogether) break;
  }
  return group;
}

/** Never rejects: what came of each is told to who waits for it. */
async function send(pipeline: Pipeline<WriteConnection>, group: readonly Waiting[]) {
  const { bureauId, statement } = group[0]!.shared;
  const things = group.map(({ shared }) => shared.thing);
  try {
    const rows = await pipeline.run(bureauId, (sql) => statement(sql, things));
    group.forEach(({ shared, resolve }, number) => resolve(shared.outcome(rows, number)));
  } catch (error) {
    for (const { reject } of group) reject(error);
  }
}
