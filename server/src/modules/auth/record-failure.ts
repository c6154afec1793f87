import type { Transaction } from "#kernel/command";
import { RateLimited } from "#kernel/errors";
import { type Deed, record } from "#kernel/record";
import { minuteOf } from "./minute.ts";
import { afterFailure, isLocked, type LockOut } from "./lock-out.rules.ts";

/** Appends what a wrong password leaves in the audit log, and gives what it makes of the account. */
export async function recordFailure(tx: Transaction, accountId: string, before: LockOut): Promise<LockOut> {
  const next = afterFailure(before, tx.now);
  const entity = { type: "Account", id: accountId };
  const refused: Deed = { action: "session.refused", entity, after: { address: tx.ctx.http.address } };
  const locked: Deed = { action: "account.lock", entity, after: { lockedUntil: next.lockedUntil } };
  await record(tx, ...(isLocked(next, tx.now) ? [refused, locked] : [refused]));
  return next;
}

export function assertNotLocked(state: LockOut, now: Date) {
  if (!isLocked(state, now)) return;
  const retryAt = state.lockedUntil!;
  throw new RateLimited([], "ACCOUNT_LOCKED", { retryAt: retryAt.toISOString(), until: minuteOf(retryAt) });
}
