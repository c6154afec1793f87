import { addDays, dayIn, mondayOf } from "./days.ts";

/** The same day of the month so many months before, or the month's last one. */
export function monthsBefore(day: string, count: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(first.toISOString().slice(0, 10), Math.min(date, last) - 1);
}

/** Days from the first to the last, both with them. */
export interface Span {
  from: string;
  to: string;
}

/** The periods that the published figures are of, up to the day before the demo was loaded. */
export function spansOf(now: Date) {
  const today = dayIn(now);
  const to = addDays(today, -1);
  const thisMonth = `${today.slice(0, 7)}-01`;
  return {
    fiveYears: { from: monthsBefore(today, 60), to },
    twoYears: { from: monthsBefore(today, 24), to },
    eightMonths: { from: monthsBefore(today, 8), to },
    halfYear: { from: monthsBefore(today, 6), to },
    /** Up to the last one whose disputes have all come to an end. */
    beforeLately: { from: monthsBefore(today, 6), to: addDays(today, -32) },
    /** The complete months of two years, the first one first. */
    months: Array.from({ length: 24 }, (_, index): Span => {
      const from = monthsBefore(thisMonth, 24 - index);
      return { from, to: addDays(monthsBefore(thisMonth, 23 - index), -1) };
    }),
  };
}

export const isWithin = ({ from, to }: Span, at: Date) => {
  const day = dayIn(at);
  return from <= day && day <= to;
};

/** So many weeks of patrols are closed; last week's wait for the chiefs. */
const weeksPatrolled = 26;

export const visitDays = (now: Date): Span => spansOf(now).eightMonths;

export function patrolDays(now: Date): Span {
  const week = mondayOf(dayIn(now));
  return { from: addDays(week, -7 * (weeksPatrolled + 1)), to: addDays(week, -8) };
}
