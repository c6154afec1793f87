import type { Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { inBureau } from "#kernel/database/in-bureau";
import type { Refusal } from "#kernel/errors";
import type { Source } from "./lock-out.rules.ts";
import { type Claimed, claimTry, settleTry } from "./lock-out.store.ts";
import { isPassword, takeTurn } from "./password-hash.ts";
import { assertNotLocked } from "./lock-out.ts";
import type { Taker } from "./turns.ts";

/** Whose password is tried: an account's, or that of a name that no account has. */
export interface Target {
  subjectId: string;
  passwordHash: string | null;
  sources: readonly Source[];
}

interface Try<T extends Target, R> {
  bureauId: string;
  taker: Taker;
  password: string;
  transaction(sql: Transaction["sql"]): Transaction;
  find(tx: Transaction): Promise<T>;
  /** What a right password is for, in the transaction that settles its try; what it refuses leaves the try counted. */
  onRight(tx: Transaction, target: T): Promise<R>;
  wrong(): Refusal;
  /** Told of every try that was not let through. */
  onRefused(target: T, claimed: Claimed): Promise<void>;
}

/**
 * The one way to compare a password with the hash that is kept: a turn is taken, the try is counted as wrong in a
 * transaction of its own, and only then is it looked at. So however many come at once, no more are looked at than may be wrong.
 */
export async function tryPassword<T extends Target, R>(ctx: Context, one: Try<T, R>): Promise<R> {
  const { bureauId, password } = one;
  const { target, claimed, isRight } = await takeTurn(one.taker, async () => {
    const found = await inBureau(ctx.database, bureauId, async (sql) => {
      const tx = one.transaction(sql);
      const target = await one.find(tx);
      return { target, claimed: await claimTry(tx, target.subjectId, target.sources) };
    });
    const isRight = !found.claimed.isTooLate && (await isPassword(password, found.target.passwordHash));
    return { ...found, isRight };
  });
  if (!isRight) return refuse();
  try {
    return await inBureau(ctx.database, bureauId, async (sql) => {
      const tx = one.transaction(sql);
      await settleTry(tx, target.subjectId, target.sources);
      return one.onRight(tx, target);
    });
  } catch (error) {
    if (error instanceof NotLetThrough) return refuse();
    throw error;
  }

  async function refuse(): Promise<never> {
    await one.onRefused(target, claimed);
    assertNotLocked(claimed.lockedUntil, ctx.now());
    throw one.wrong();
  }
}

/** The password is right, and opens nothing all the same; its try stays counted. */
export class NotLetThrough extends Error {}

/** For a place where there can be no account: as long as looking takes, with nothing to count. */
export async function lookAtNothing(taker: Taker, password: string): Promise<void> {
  await takeTurn(taker, () => isPassword(password, null));
}
