import { createHash } from "node:crypto";
import type { Actor, Role } from "./actor.ts";
import { reachOf, reaches } from "./actor.ts";
import type { Context } from "./context.ts";
import { loadIdentity } from "./database/identity.ts";
import type { Sql } from "./database/in-bureau.ts";
import { isConnectionLoss } from "./database/pipeline.ts";
import { isRaceLost, refusalOf } from "./database/refusals.ts";
import { Conflict, Forbidden, Invalid, PasswordChangeRequired, Unauthenticated, Unavailable } from "./errors.ts";
import { appending, type Deed } from "./record.ts";

export type { Sql };

/** A command's transaction: its connection carries the bureau's identity, its actor was looked up in it. */
export interface Transaction {
  sql: Sql;
  bureauId: string;
  actor: Actor;
  now: Date;
  ctx: Context;
  /** What `record` was told, for those who listen once it has committed. */
  deeds: Deed[];
  /** Whether the deeds' rows are sent with the commit, not as they are recorded. */
  appendsAtCommit?: boolean;
}

export interface Keyed {
  idempotencyKey: string;
}

interface Options {
  /** Open to an account that must change its first password. */
  beforePasswordChange?: boolean;
  /** Open to a token that only reads (it may revoke itself, say). */
  readOnly?: boolean;
}

/**
 * Runs a command's five beats in one transaction. The same key with the same input gives the first call's result and
 * has no further effect; with other input it is refused. What the database refuses after a lost race is decided anew,
 * so that the refusal can name the row it collides with.
 */
export async function inTransaction<R extends object>(
  ctx: Context,
  mutation: string,
  input: Keyed,
  run: (tx: Transaction) => Promise<R>,
  options: Options = {},
): Promise<R> {
  const { credential } = ctx;
  if (!credential || !ctx.actor) throw new Unauthenticated();
  const { bureauId } = credential;
  // A credential is one account's for good; what that account may is looked up below.
  const claimed: Claim = {
    bureauId,
    accountId: ctx.actor.accountId,
    key: keyOf(input),
    mutation,
    inputHash: hashOf(mutation, input),
  };
  for (let attempt = 1; ; attempt++) {
    const deeds: Deed[] = [];
    try {
      const result = await onConnection(ctx, async (sql) => {
        const now = ctx.now();
        const [, , identity, told] = await Promise.all([
          sql`begin`.execute(),
          sql`select set_config('maple.bureau_id', ${bureauId}, true)`.execute(),
          loadIdentity(sql as never, credential, now),
          claim<R>(sql, claimed),
        ]);
        if (!identity) throw new Unauthenticated();
        const { actor } = identity;
        if (actor.mustChangePassword && !options.beforePasswordChange) throw new PasswordChangeRequired();
        if (!actor.mayWrite && !options.readOnly) throw new Forbidden([], "READ_ONLY_TOKEN");
        if (told) {
          await sql`rollback`;
          return told;
        }
        const tx: Transaction = { sql: sql as never, bureauId, actor, now, ctx, deeds, appendsAtCommit: true };
        const outcome = await run(tx);
        await commit(tx, claimed, outcome);
        return outcome;
      });
      if (deeds.length > 0) ctx.announce(bureauId, deeds);
      return result as R;
    } catch (error) {
      if (isRaceLost(error) && attempt < 3) continue;
      throw refusalOf(error) ?? error;
    }
  }
}

type Connection = Awaited<ReturnType<Context["database"]["writes"]["reserve"]>>;

/** A connection for one transaction, which is rolled back whatever goes wrong; a lost connection has rolled back by itself. */
async function onConnection<R>({ database }: Context, work: (sql: Connection) => Promise<R>): Promise<R> {
  const sql = await database.writes.reserve();
  try {
    return await work(sql);
  } catch (error) {
    const [{ status, reason }] = (await Promise.allSettled([sql`rollback`])) as [{ status: string; reason?: unknown }];
    if (status === "rejected" && !isConnectionLoss(reason)) throw reason;
    throw error;
  } finally {
    sql.release();
  }
}

/**
 * Sends what is left to write and the commit without waiting in between. PostgreSQL answers a commit with a rollback where
 * anything before it failed; the error then told is that one's.
 */
async function commit(tx: Transaction, { bureauId, accountId, key }: Claim, outcome: object) {
  const { sql } = tx;
  const kept = sql`update idempotency_keys set result = ${sql.json(outcome as never)}
    where bureau_id = ${bureauId} and account_id = ${accountId} and key = ${key}`;
  const committed = sql`commit`;
  await Promise.all([kept, ...appending(tx, tx.deeds), committed].map((statement) => statement.execute()));
  if ((await committed).command !== "COMMIT") throw new Unavailable();
}

/** Throws unless the actor has one of the policy's roles over the unit. */
export function authorize(actor: Actor, policy: Policy, unitId: string) {
  if (!reaches(actor, unitId, policy.roles)) throw new Forbidden();
}

/** Throws unless the actor has one of the policy's roles over the whole bureau. */
export function authorizeBureau(actor: Actor, policy: Policy) {
  if (reachOf(actor, policy.roles) !== "all") throw new Forbidden();
}

/** An action and the roles that may take it, over the unit that the row belongs to. */
export interface Policy {
  action: string;
  roles: readonly Role[];
}

interface Claim {
  bureauId: string;
  accountId: string;
  key: string;
  mutation: string;
  inputHash: Buffer;
}

/** Takes the key for this transaction, or gives the result it stands for; waits for a call under way with it. */
async function claim<R>(sql: Connection, row: Claim): Promise<R | undefined> {
  const claimed = await sql`insert into idempotency_keys ${sql(row as never)} on conflict do nothing returning key`;
  if (claimed.length > 0) return undefined;
  const [told] = await sql<{ inputHash: Buffer; result: R }[]>`
    select input_hash, result from idempotency_keys
    where bureau_id = ${row.bureauId} and account_id = ${row.accountId} and key = ${row.key}`;
  if (!told?.inputHash.equals(row.inputHash))
    throw new Conflict([{ path: ["input", "idempotencyKey"], code: "KEY_REUSED" }]);
  return told.result;
}

function keyOf({ idempotencyKey }: Keyed): string {
  if (idempotencyKey.length < 8 || idempotencyKey.length > 100)
    throw new Invalid([{ path: ["input", "idempotencyKey"], code: "KEY_SHAPE" }]);
  return idempotencyKey;
}

const hashOf = (mutation: string, input: Keyed) =>
  createHash("sha256")
    .update(mutation)
    .update(JSON.stringify(sorted(input)))
    .digest();

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
