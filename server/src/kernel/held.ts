import type { Context } from "./context.ts";
import { flush, withoutWaiting } from "./database/durable.ts";
import { type Credential, loadIdentity } from "./database/identity.ts";
import type { Sql } from "./database/in-bureau.ts";
import { insertStatements } from "./database/insertion.ts";
import { isConnectionLoss } from "./database/connection-loss.ts";
import { Unauthenticated, Unavailable } from "./errors.ts";
import { type Claim, keeping, type Told, toldUnder } from "./idempotency.ts";
import { isId } from "./ids.ts";
import { isStill, type Transaction } from "./transaction.ts";

/** A connection for one transaction of the bureau, which is rolled back whatever goes wrong; a lost connection has rolled back by itself. */
export const onConnection = <R>(ctx: Context, bureauId: string, work: (sql: Sql) => Promise<R>): Promise<R> =>
  ctx.database.inTurn(bureauId, () => reserved(ctx, work));

async function reserved<R>({ database, signal }: Context, work: (sql: Sql) => Promise<R>): Promise<R> {
  const sql = await database.writes.reserve();
  try {
    signal.throwIfAborted();
    return await work(sql as never);
  } catch (error) {
    const [{ status, reason }] = (await Promise.allSettled([sql`rollback`])) as [{ status: string; reason?: unknown }];
    if (status === "rejected" && !isConnectionLoss(reason)) throw reason;
    throw error;
  } finally {
    sql.release();
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
    sql<{ stamp: number; told: Told | null }[]>`
      select identity_stamp as stamp, ${toldUnder(sql, claim)} as told from bureaus where bureau_id = ${claim.bureauId}`.execute(),
    load(tx),
  ]);
  valueOf(begun);
  const [row] = valueOf(asked);
  if (!row) throw new Unauthenticated();
  const { stamp, told } = row;
  if (isStill(actor, stamp, now)) return { actor, told, loading };
  const found = await loadIdentity(sql, credential, now);
  if (!found) throw new Unauthenticated();
  return { actor: found.actor, told, loading: undefined };
}

/**
 * Sends what is left to write (audit rows last: they hold the end of the bureau's chain), the commit and the flush without waiting in between. PostgreSQL answers a commit with a rollback
 * where anything before it failed; the error then told is that one's.
 */
export async function commit(tx: Transaction, claim: Claim, outcome: object) {
  const { sql, bureauId, insertions = [] } = tx;
  const inserted = insertStatements(sql, bureauId, [keeping(claim, outcome), ...insertions]);
  const committed = sql.unsafe(`commit; ${flush}`);
  await Promise.all([...inserted, committed].map((statement) => statement.execute()));
  const [of] = (await committed) as unknown as { command: string }[];
  if (of?.command !== "COMMIT") throw new Unavailable();
}

/** Nothing was done, and what was seen is safe to tell: it has come to the disk. */
export const leave = (sql: Sql) => sql.unsafe(`rollback; ${flush}`);

export function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === "rejected") throw settled.reason;
  return settled.value;
}
