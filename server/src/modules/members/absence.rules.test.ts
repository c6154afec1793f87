import fc from "fast-check";
import { expect, test } from "vitest";
import { type Away, leadsBack } from "./absence.rules.ts";

const dayMs = 86_400_000;
const start = Date.parse("2026-06-01T00:00:00Z");
const at = (day: number) => new Date(start + day * dayMs);
const people = ["甲", "乙", "丙", "丁"];

const away = fc
  .record({
    memberId: fc.constantFrom(...people),
    substituteId: fc.constantFrom(...people),
    from: fc.nat(9),
    days: fc.integer({ min: 1, max: 6 }),
  })
  .filter(({ memberId, substituteId }) => memberId !== substituteId)
  .map(({ memberId, substituteId, from, days }): Away => ({
    memberId,
    substituteId,
    startsAt: at(from),
    endsAt: at(from + days),
  }));

/** Follows the substitutes of one day at a time. */
function isRingOn(day: number, candidate: Away, others: readonly Away[]): boolean {
  const isAway = (one: Away) => one.startsAt <= at(day) && one.endsAt! > at(day);
  if (!isAway(candidate)) return false;
  let holder = candidate.substituteId!;
  for (let step = 0; step < people.length; step++) {
    if (holder === candidate.memberId) return true;
    const next = others.find((other) => other.memberId === holder && isAway(other));
    if (!next) return false;
    holder = next.substituteId!;
  }
  return false;
}

const oneAtATime = (all: readonly Away[]) =>
  all.every((one, index) =>
    all
      .slice(index + 1)
      .every(
        (other) => other.memberId !== one.memberId || one.startsAt >= other.endsAt! || other.startsAt >= one.endsAt!,
      ),
  );

test("a ring is found exactly when there is one at some moment", () => {
  fc.assert(
    fc.property(fc.uniqueArray(away, { minLength: 1, maxLength: 6 }).filter(oneAtATime), ([candidate, ...others]) => {
      const days = Array.from({ length: 16 }, (_, day) => day);
      const expected = days.some((day) => isRingOn(day, candidate!, others));
      expect(leadsBack(candidate!.memberId, candidate!.substituteId!, candidate!, others)).toBe(expected);
    }),
    { numRuns: 500 },
  );
});
