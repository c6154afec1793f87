import { type CacheBounds, ownedCache } from "../owned-cache.ts";

/**
 * In bytes of SQL, of which a plan takes 60 to 120 times as many in PostgreSQL's process for as long as it is kept. The screens' own
 * come to some 1,500,000 for each shape of caller, which the light connections share out among themselves.
 */
export const planBudget: CacheBounds = { screens: 800_000, free: 400_000, account: 200_000 };

interface Kept {
  /** By which the driver knows it, once it was sent. */
  signature?: string;
}

export type PreparedPlans = ReturnType<typeof preparedPlans>;

/** Which statements one connection keeps planned; what goes is closed. */
export function preparedPlans(budget: CacheBounds, close: (signature: string) => void) {
  const plans = ownedCache<Kept>(budget, ({ signature }) => {
    if (signature !== undefined) close(signature);
  });
  return {
    has: (text: string): boolean => plans.peek(text) !== undefined,
    roomFor: plans.roomFor,
    /** Whether the text is run prepared; the owner is null for the screens' own. */
    admit: (text: string, owner: string | null): boolean =>
      plans.get(text) !== undefined || plans.set(text, {}, { owner, bytes: text.length }),
    /** A statement that went before its answer came is closed now. */
    sent(text: string, signature: string) {
      const kept = plans.peek(text);
      if (kept) kept.signature = signature;
      else close(signature);
    },
  };
}
