import { addDays, mondayOf, weekdayOf } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";

const msOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const weekMs = 7 * 86_400_000;

/** As ISO 8601 names it, by the year that its Thursday is in: 2026-W53. */
export function weekName(monday: string): string {
  const thursday = addDays(monday, 3);
  const year = thursday.slice(0, 4);
  const week = 1 + Math.floor((msOf(thursday) - msOf(`${year}-01-01`)) / weekMs);
  return `${year}-W${String(week).padStart(2, "0")}`;
}

export const weekFaults = (path: FieldFault["path"], day: string): FieldFault[] =>
  weekdayOf(day) === 1 ? [] : [{ path, code: "WEEK_NOT_A_MONDAY", params: { day, monday: mondayOf(day) } }];

/** By when what is sent back of a week is due without another day: the end of the next one, or of the one that today is in. */
export function dueWithoutAnother(monday: string, today: string): string {
  const [next, now] = [addDays(monday, 13), addDays(mondayOf(today), 6)];
  return next > now ? next : now;
}
