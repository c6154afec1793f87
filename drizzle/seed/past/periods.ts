/** On a past day something became what it is, or on a day to come it will be another. */
export type Change<T> = { on: string; reason: string } & ({ was: Partial<T> } | { willBe: Partial<T> });

/** What was, is or will be so over [startsOn, endsOn). */
export interface Period<T> {
  startsOn: string;
  endsOn: string | null;
  reason: string | null;
  facts: T;
}

export const always = "-infinity";

/** One period after another without a gap, from what is so today and what changes. */
export function periodsOf<T extends object>(today: T, changes: readonly Change<T>[] = []): Period<T>[] {
  const inOrder = changes.toSorted((one, other) => (one.on < other.on ? -1 : 1));
  const earlier: T[] = [];
  const later: T[] = [];
  for (const change of inOrder.toReversed())
    if ("was" in change) earlier.unshift({ ...(earlier[0] ?? today), ...change.was });
  for (const change of inOrder) if ("willBe" in change) later.push({ ...(later.at(-1) ?? today), ...change.willBe });
  return [...earlier, today, ...later].map((facts, index) => ({
    startsOn: inOrder[index - 1]?.on ?? always,
    endsOn: inOrder[index]?.on ?? null,
    reason: inOrder[index - 1]?.reason ?? null,
    facts,
  }));
}

export function factsOn<T>(periods: readonly Period<T>[], day: string): T {
  const period = periods.find(
    ({ startsOn, endsOn }) => (startsOn === always || startsOn <= day) && (endsOn === null || day < endsOn),
  );
  if (!period) throw new Error(`nothing is known of ${day}`);
  return period.facts;
}
