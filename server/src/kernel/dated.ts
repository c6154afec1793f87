/** The day before all days: what starts then always was so. As PostgreSQL writes it, it stands before every other day. */
export const always = "-infinity";

/** Facts that hold over [startsOn, endsOn), without an end where `endsOn` is null. Those of one thing follow one another without a gap. */
export type Dated<T extends object> = T & { startsOn: string; endsOn: string | null; reason: string | null };

export const isInForce = ({ startsOn, endsOn }: Pick<Dated<object>, "startsOn" | "endsOn">, day: string) =>
  startsOn <= day && (endsOn === null || endsOn > day);

/** The facts of the day. */
export function factsOn<T extends object>(periods: readonly Dated<T>[], day: string): Dated<T> {
  const facts = periods.find((period) => isInForce(period, day));
  if (!facts) throw new Error(`Nothing is recorded for ${day}.`);
  return facts;
}

export interface DatedChange<T extends object> {
  from: string;
  change: Partial<T>;
  reason: string | null;
  /** Facts that change together; every fact stands in one of them. */
  groups: readonly (readonly (keyof T)[])[];
}

/**
 * The periods with the change from a day on. It holds until the day from which the same fact was recorded to be another one:
 * a later change that is planned or known stays.
 */
export function changedFrom<T extends object>(
  periods: readonly Dated<T>[],
  { from, change, reason, groups }: DatedChange<T>,
): Dated<T>[] {
  const changing = groups.filter((group) => group.some((key) => key in change));
  const before = factsOn(periods, from);
  const next = periods.flatMap((period) => splitAt(period, from, reason));
  for (const group of changing) {
    for (const period of next.filter(({ startsOn }) => startsOn >= from)) {
      if (!isAlike(period, before, group)) break;
      for (const key of group) if (key in change) Object.assign(period, { [key]: change[key] });
      if (period.startsOn === from && group.some((key) => period[key] !== before[key])) period.reason = reason;
    }
  }
  return withoutRepeats(next, groups.flat());
}

function splitAt<T extends object>(period: Dated<T>, day: string, reason: string | null): Dated<T>[] {
  if (period.startsOn === day || !isInForce(period, day)) return [{ ...period }];
  return [
    { ...period, endsOn: day },
    { ...period, startsOn: day, reason },
  ];
}

const isAlike = <T extends object>(one: T, other: T, keys: readonly (keyof T)[]) =>
  keys.every((key) => one[key] === other[key]);

/** Neighbours that tell the same are one. */
function withoutRepeats<T extends object>(periods: readonly Dated<T>[], keys: readonly (keyof T)[]): Dated<T>[] {
  const merged: Dated<T>[] = [];
  for (const period of periods) {
    const last = merged.at(-1);
    if (last && isAlike<T>(last, period, keys)) last.endsOn = period.endsOn;
    else merged.push(period);
  }
  return merged;
}
