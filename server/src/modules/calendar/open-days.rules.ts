import type { WorkingCalendar } from "./working-time.rules.ts";

export type Opening = "OPEN" | "CLOSED";

const dayMs = 86_400_000;

/** Days are counted from 1 January 1970, so that no zone has a say in what follows upon what. */
export const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayMs;

export const dayNumbered = (number: number) => new Date(number * dayMs).toISOString().slice(0, 10);

/** What the weekday alone makes of a day. */
export function usually(number: number): Opening {
  const weekday = new Date(number * dayMs).getUTCDay();
  return weekday === 0 || weekday === 6 ? "CLOSED" : "OPEN";
}

export const openingOf = ({ days }: Pick<WorkingCalendar, "days">, number: number): Opening =>
  days.get(dayNumbered(number)) ?? usually(number);

export const isOpen = (calendar: Pick<WorkingCalendar, "days">, number: number) =>
  openingOf(calendar, number) === "OPEN";
