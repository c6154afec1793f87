import daysOff from "chinese-days/dist/chinese-days.json" with { type: "json" };
import type { DayRow } from "./calendar.rules.ts";
import { numberOf, type Opening, usually } from "./open-days.rules.ts";

type Listed = Readonly<Record<string, string>>;

/**
 * Only what the package lists is taken, none of its functions: they answer by the process's zone, and answer for years that are not
 * announced. Its `inLieuDays` are holidays again and no days made up for, which are its `workdays`.
 */
const { holidays, workdays }: { holidays: Listed; workdays: Listed } = daysOff;

/** Of "National Day,国庆节,3". */
const nameOf = (written: string) => written.split(",")[1]!;

/** A notice may name the first days of the year after; that year is announced when its own notice has come. */
const isAnnounced = (year: number) => `${year}-10-01` in holidays;

export const announcedSince = (first: number): number[] =>
  [...new Set(Object.keys(holidays).map((day) => Number(day.slice(0, 4))))]
    .filter((year) => year >= first && isAnnounced(year))
    .sort((one, other) => one - other);

/** What of a year is not as its weekday makes it, by day; undefined for one that is not announced. */
export function holidaysOf(year: number): DayRow[] | undefined {
  if (!isAnnounced(year)) return undefined;
  const listed = (days: Listed, opening: Opening): DayRow[] =>
    Object.entries(days)
      .filter(([day]) => day.startsWith(`${year}-`) && usually(numberOf(day)) !== opening)
      .map(([day, written]) => ({ day, opening, name: nameOf(written) }));
  return [...listed(holidays, "CLOSED"), ...listed(workdays, "OPEN")].sort((one, other) =>
    one.day.localeCompare(other.day),
  );
}
