/** Wrong passwords in a row, and until when no password is looked at. */
export interface LockOut {
  failedAttempts: number;
  lockedUntil: Date | null;
}

export const mostFailures = 5;
export const lockedMinutes = 15;

export const unlocked: LockOut = { failedAttempts: 0, lockedUntil: null };

export const isLocked = ({ lockedUntil }: LockOut, now: Date): boolean => lockedUntil !== null && lockedUntil > now;

/** After one more wrong password. The last one that is let pass locks, and the count begins anew. */
export function afterFailure({ failedAttempts }: LockOut, now: Date): LockOut {
  if (failedAttempts + 1 < mostFailures) return { failedAttempts: failedAttempts + 1, lockedUntil: null };
  return { failedAttempts: 0, lockedUntil: lockEnd(now) };
}

/** What the audit log tells of a name that no account has, newest first: so that it locks like one that is there. */
export function lockOutOf(entries: readonly { action: string; at: Date }[]): LockOut {
  const lastLock = entries.findIndex(({ action }) => action === "account.lock");
  if (lastLock === 0) return { failedAttempts: 0, lockedUntil: lockEnd(entries[0]!.at) };
  return { failedAttempts: lastLock > 0 ? lastLock : entries.length, lockedUntil: null };
}

const lockEnd = (now: Date) => new Date(now.getTime() + lockedMinutes * 60_000);
