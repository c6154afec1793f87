import type { ReadEnvironment, Statement } from "../read/fragment.ts";
import { takeTurns } from "../turns.ts";
import type { SnapshotConnection } from "./connect.ts";
import { isTooLarge, rowOf, tooLarge } from "./read-outcome.ts";

/** Reads within a snapshot, one after the other. */
export type ReadWithin = (statement: Statement, environment: ReadEnvironment) => Promise<Buffer>;

export interface Snapshots {
  /** All that is read within shows the bureau as it was at the first of the reads. */
  inSnapshot<R>(bureauId: string, work: (read: ReadWithin) => Promise<R>): Promise<R>;
  close(): Promise<void>;
}

export const snapshotConnections = 3;

/** For what is read page by page over a longer time. A bureau has one at a time, and never keeps the others from theirs. */
export function takeSnapshots(sql: SnapshotConnection): Snapshots {
  const inTurn = takeTurns({ atOnce: 1, waiting: 16, patienceMs: 60_000 });
  return {
    inSnapshot: (bureauId, work) =>
      inTurn(bureauId, () =>
        sql.begin("isolation level repeatable read read only", async (tx) => {
          await tx`select set_config('maple.bureau_id', ${bureauId}, true)`;
          return { of: await work((statement, environment) => read(tx, statement, environment)) };
        }),
      ).then(({ of }) => of as never),
    close: () => sql.end({ timeout: 5 }),
  };
}

type Within = Parameters<Parameters<SnapshotConnection["begin"]>[1]>[0];

async function read(tx: Within, statement: Statement, environment: ReadEnvironment): Promise<Buffer> {
  try {
    return rowOf(await tx.unsafe(statement.text, statement.bind(environment) as string[], { prepare: true }).raw());
  } catch (error) {
    throw isTooLarge(error) ? tooLarge(error) : error;
  }
}
