import { dayAfter, today } from "../../lib/dates.ts";

/** A week is known by its Monday. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return dayAfter(day, 1 - weekday);
}

export const weekAfter = (week: string, weeks: number) => dayAfter(week, 7 * weeks);
export const lastDayOf = (week: string) => dayAfter(week, 6);
export const thisWeek = () => mondayOf(today());
export const isOver = (week: string) => lastDayOf(week) < today();
/** The first day on which it may be signed. */
export const signableFrom = (week: string) => dayAfter(week, 7);
