import { type Actor, reachOf, reaches, type Role } from "./actor.ts";
import type { Context } from "./context.ts";
import { flush } from "./database/durable.ts";
import { inBureau, type Sql } from "./database/in-bureau.ts";
import { isRaceLost, isTextRefused, refusalOf } from "./database/refusals.ts";
import { Forbidden, Invalid, PasswordChangeRequired, Refusal, Unauthenticated, Unavailable } from "./errors.ts";
import { type Claim, claimOf, type Keyed, resultOf, type KeptAnswer, answerUnder } from "./idempotency.ts";
import { begin, commit, onConnection, valueOf } from "./on-connection.ts";
import type { Deed } from "./record.ts";
import { unstorableTexts } from "./text.ts";
import { commandTransaction, failureBefore, type Transaction } from "./transaction.ts";

export { bytesText, insertion } from "./database/insertion.ts";
export { insert, insertNow, insertTogether, unawaited } from "./transaction.ts";
export { type Changed, overwrite, reckoned, update } from "./update.ts";
export type { Keyed, Sql, Transaction };

/**
 * A command whose first statements follow from its input: they are sent together with the look-up of who asks, for the
 * actor that the request came with, and once more where that one has changed meanwhile.
 */
interface Beats<R, L> {
  /** Sends its statements at once, and another after an answer only where that one asks for it. */
  load(tx: Transaction): Promise<L>;
  act(tx: Transaction, loaded: L): Promise<R>;
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
export async function inTransaction<R extends object, L = undefined>(
  ctx: Context,
  mutation: string,
  input: Keyed,
  run: ((tx: Transaction) => Promise<R>) | Beats<R, L>,
  options: Options = {},
): Promise<R> {
  if (!ctx.credential || !ctx.actor) throw new Unauthenticated();
  const claim = claimOf(ctx.actor, mutation, input);
  const beats = (typeof run === "function" ? { load: async () => undefined, act: run } : run) as Beats<R, unknown>;
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(ctx, claim, beats, options);
    } catch (error) {
      if (isRaceLost(error) && attempt < 3) continue;
      const refusal = error instanceof Refusal ? error : (refusalOf(error) ?? refusalOfText(error, input));
      const first = refusal && (await resultMeanwhile<R>(ctx, claim, refusal));
      if (first) return first;
      throw refusal ?? error;
    }
  }
}

const doneNow = new WeakSet<object>();

/** Whether this is what a command has just come to, and not what an earlier call under the same key came to. */
export const isDoneNow = (result: object) => doneNow.has(result);

async function attemptOnce<R extends object>(
  ctx: Context,
  claim: Claim,
  { load, act }: Beats<R, unknown>,
  options: Options,
): Promise<R> {
  const { bureauId } = claim;
  const deeds: Deed[] = [];
  const sent: string[] = [];
  let kept: R | undefined;
  const outcome = await onConnection(ctx, bureauId, async (sql) => {
    const assumed = { bureauId, actor: ctx.actor!, now: ctx.now(), ctx, deeds, sent, insertions: [], unawaited: [] };
    const loader = commandTransaction(sql, assumed);
    const { actor, answer, server, loading } = await begin(loader, ctx.credential!, claim, load);
    if (actor.mustChangePassword && !options.beforePasswordChange) throw new PasswordChangeRequired();
    if (!actor.mayWrite && !options.readOnly) throw new Forbidden([], "READ_ONLY_TOKEN");
    const first = resultOf<R>(answer, claim);
    if (first) {
      kept = first;
      await sql`rollback`;
      return { result: first, server };
    }
    const tx = commandTransaction(sql, { ...assumed, actor });
    try {
      const loaded = loading ? valueOf(loading) : await load(tx);
      const result = await act(tx, loaded);
      await commit(tx, claim, result);
      return { result, server };
    } catch (error) {
      throw await failureBefore(tx, error);
    }
  });
  if (outcome !== kept) doneNow.add(outcome);
  if (deeds.length > 0) ctx.announce(bureauId, deeds);
  if (sent.length > 0) ctx.database.queue.wake(sent);
  return outcome;
}

function refusalOfText(error: unknown, input: Keyed): Refusal | undefined {
  const faults = isTextRefused(error) ? unstorableTexts(input, ["input"]) : [];
  return faults.length > 0 ? new Invalid(faults) : undefined;
}

/** What a call under way with the same key has done meanwhile: it may be what this one was refused for. */
async function resultMeanwhile<R extends object>({ database }: Context, claim: Claim, refusal: Refusal) {
  if (refusal instanceof Unauthenticated || refusal instanceof Unavailable) return undefined;
  const [row] = await inBureau(
    database,
    claim.bureauId,
    (sql) =>
      sql<
        { answer: KeptAnswer | null }[]
      >`select ${answerUnder(sql, claim)} as answer, (${sql.unsafe(flush)}) as flushed`,
  );
  return resultOf<R>(row?.answer, claim);
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
