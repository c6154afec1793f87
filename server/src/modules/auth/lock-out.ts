import { RateLimited } from "#kernel/errors";
import { isLocked } from "./lock-out.rules.ts";
import { minuteOf } from "./minute.ts";

export function assertNotLocked(lockedUntil: Date | null, now: Date) {
  if (!lockedUntil || !isLocked({ lockedUntil }, now)) return;
  throw new RateLimited([], "ACCOUNT_LOCKED", { retryAt: lockedUntil.toISOString(), until: minuteOf(lockedUntil) });
}
