import type { Context } from "./context.ts";
import type { ReservedConnection } from "./database/connect.ts";
import { serverOf, withoutWaiting } from "./database/durable.ts";
import { type Credential, loadIdentity } from "./database/identity.ts";
import type { Sql } from "./database/in-bureau.ts";
import { insertStatements } from "./database/insertion.ts";
import { isConnectionLoss } from "./database/connection-loss.ts";
import { Unauthenticated, Unavailable } from "./errors.ts";
import { type Claim, keeping, type KeptAnswer, answerUnder } from "./idempotency.ts";
import { isId } from "./ids.ts";
import { isStill, type Transaction } from "./transaction.ts";

/** What one transaction has come to, and which server says so. */
interface Outcome<R> {
  result: R;
  server: string;
}

/**
 * A connection for one transaction of the bureau, which is rolled back whatever goes wrong.
 * What it comes to is told when it, and all that it has seen, has come to the disk: the connection is another's by then.
 */
export async function onConnection<R>(
  ctx: Context,
  bureauId: string,
  work: (sql: Sql) => Promise<Outcome<R>>,
): Promise<R> {
  const { database, signal } = ctx;
  const { result, server, flushed } = await database.onConnection(bureauId, async (sql) => {
    try {
      const flushed = await database.durable.before();
      signal.throwIfAborted();
      return { ...(await work(sql as never)), flushed };
    } catch (error) {
      await rolledBack(sql);
      throw error;
    }
  });
  await flushed(server);
  return result;
}

/** A lost connection has rolled back by itself. */
async function rolledBack(sql: ReservedConnection) {
  try {
    await sql`rollback`;
  } catch (error) {
    if (!isConnectionLoss(error)) throw error;
  }
}

/**
 * Begins, looks whether the actor is who the request came with and what stands under the key, and loads: all sent at once,
 * and all answered. Where anything has changed in the bureau about who may do what, the actor is looked up anew.
 */
export async function begin<L>(
  tx: Transaction,
  credential: Credential,
  claim: Claim,
  load: (tx: Transaction) => Promise<L>,
) {
  const { sql, now, actor } = tx;
  if (!isId(claim.bureauId)) throw new Unauthenticated();
  const [begun, asked, loading] = await Promise.allSettled([
    sql.unsafe(`begin; set local maple.bureau_id = '${claim.bureauId}'; ${withoutWaiting}`).execute(),
    sql<{ stamp: number; answer: KeptAnswer | null; server: string }[]>`
      select identity_stamp as stamp, ${answerUnder(sql, claim)} as answer, ${sql.unsafe(serverOf)} as server
      from bureaus where bureau_id = ${claim.bureauId}`.execute(),
    load(tx),
  ]);
  valueOf(begun);
  const [row] = valueOf(asked);
  if (!row) throw new Unauthenticated();
  const { stamp, answer, server } = row;
  if (isStill(actor, stamp, now)) return { actor, answer, server, loading };
  const found = await loadIdentity(sql, credential, now);
  if (!found) throw new Unauthenticated();
  return { actor: found.actor, answer, server, loading: undefined };
}

/**
 * Sends what is left to write (audit rows last: they hold the end of the bureau's chain) and the commit without waiting in
 * between. PostgreSQL answers a commit with a rollback where anything before it failed; the error then told is that one's.
 */
export async function commit(tx: Transaction, claim: Claim, outcome: object) {
  const { bureauId, insertions = [], unawaited = [], waiting = [] } = tx;
  const parts = waiting.splice(0).map(({ part }) => part);
  const { sql } = tx;
  const inserted = insertStatements(sql, bureauId, [keeping(claim, outcome), ...insertions], parts);
  const committed = sql.unsafe("commit");
  await Promise.all([...unawaited, ...[...inserted, committed].map((statement) => statement.execute())]);
  if ((await committed).command !== "COMMIT") throw new Unavailable();
}

export function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === "rejected") throw settled.reason;
  return settled.value;
}
