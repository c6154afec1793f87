import { dayAfter } from "../../lib/dates.ts";

/** The periods that stations report by. */
export const spans = ["MONTH", "QUARTER", "HALF", "YEAR"] as const;
export type Span = (typeof spans)[number];

const months: Record<Span, number> = { MONTH: 1, QUARTER: 3, HALF: 6, YEAR: 12 };

/** The first and the last day of the period that a day is in. */
export function periodOf(span: Span, day: string): { from: string; until: string } {
  const length = months[span];
  const [year = 0, month = 1] = day.split("-").map(Number);
  const first = Math.floor((month - 1) / length) * length;
  const from = firstOf(year, first);
  return { from, until: dayAfter(firstOf(year, first + length), -1) };
}

/** Months from 0, on into the next year. */
const firstOf = (year: number, month: number) =>
  `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
