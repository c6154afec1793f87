/** [from, to); without `to` it has no end. */
export interface Period {
  from: Date;
  to: Date | null;
}

export const overlaps = (a: Period, b: Period) => startsBefore(a, b) && startsBefore(b, a);

const startsBefore = (a: Period, b: Period) => b.to === null || a.from < b.to;

/** What of both lasts at once; undefined when nothing does. */
export function overlapOf(a: Period, b: Period): Period | undefined {
  if (!overlaps(a, b)) return undefined;
  const ends = [a.to, b.to].filter((end) => end !== null).sort((one, other) => one.getTime() - other.getTime());
  return { from: a.from > b.from ? a.from : b.from, to: ends[0] ?? null };
}

/** The moment within `window` at which most of the periods last at once, and how many those are. */
export function mostAtOnce(periods: readonly Period[], window: Period): { count: number; at: Date } {
  const within = periods.flatMap((period) => overlapOf(period, window) ?? []);
  const starts = [window.from, ...within.map((period) => period.from)];
  let most = { count: -1, at: window.from };
  for (const at of starts) {
    const count = within.filter((period) => period.from <= at && (period.to === null || period.to > at)).length;
    if (count > most.count || (count === most.count && at < most.at)) most = { count, at };
  }
  return most;
}
