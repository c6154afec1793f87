import type { FieldFault } from "#kernel/errors";

const mostDays = 366;
const dayMs = 86_400_000;

export function checkExpiry(faults: FieldFault[], expiresAt: Date, now: Date) {
  const path = ["input", "expiresAt"];
  if (expiresAt <= now) faults.push({ path, code: "EXPIRY_PAST" });
  if (expiresAt.getTime() > now.getTime() + mostDays * dayMs)
    faults.push({ path, code: "EXPIRY_TOO_FAR", params: { days: mostDays } });
}
