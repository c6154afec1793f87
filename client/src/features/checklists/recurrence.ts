import type { ClosedDayRule } from "@maple-bridge/schema/documents";

export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type Weekday = (typeof weekdays)[number];

/** OTHER is any other rule of RFC 5545 that the server takes, as it is written. */
export const everies = ["DAILY", "WEEKLY", "MONTHLY", "QUARTERLY", "YEARLY", "OTHER"] as const;
export type Every = (typeof everies)[number];

/** Each month has these; its last day is said as such. */
export const monthDays = Array.from({ length: 28 }, (_, index) => String(index + 1));
/** The last day, and the last one on which offices are open. */
export const lastDays = ["LAST", "LAST_OPEN"] as const;
export const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** A recurrence as people say it. */
export interface Recurring {
  every?: Every;
  /** Of a week. */
  weekdays?: Weekday[];
  /** Of a month, or of the first or last one of a quarter: `1` to `28`, or one of `lastDays`. */
  day?: string;
  /** Of a year. */
  month?: number;
  /** Of OTHER. */
  rule?: string;
}

const isLast = (day: string | undefined) => lastDays.some((last) => last === day);
const firstMonths = "1,4,7,10";
const lastMonths = "3,6,9,12";

/** As an RRULE; null while something is still to be said. */
export function ruleOf({ every, weekdays: on = [], day, month, rule }: Recurring): string | null {
  const monthDay = `BYMONTHDAY=${isLast(day) ? "-1" : day}`;
  switch (every) {
    case "DAILY":
      return "FREQ=DAILY";
    case "WEEKLY":
      return on.length > 0 ? `FREQ=WEEKLY;BYDAY=${weekdays.filter((each) => on.includes(each)).join(",")}` : null;
    case "MONTHLY":
      return day ? `FREQ=MONTHLY;${monthDay}` : null;
    case "QUARTERLY":
      return day ? `FREQ=YEARLY;BYMONTH=${isLast(day) ? lastMonths : firstMonths};${monthDay}` : null;
    case "YEARLY":
      return day && month ? `FREQ=YEARLY;BYMONTH=${month};${monthDay}` : null;
    default:
      return rule?.trim() || null;
  }
}

/** On the last open day a closed one gives way to the one before it. */
export const closedDayOf = ({ day }: Recurring, chosen: ClosedDayRule | undefined): ClosedDayRule =>
  day === "LAST_OPEN" ? "BEFORE" : (chosen ?? "KEEP");

/** The rule as people say it, where they can; nothing while there is none. */
export function recurringOf(rule: string | null | undefined, onClosedDay: ClosedDayRule): Recurring {
  if (!rule) return {};
  const read = readOf(rule);
  const said = read.day === "LAST" && onClosedDay === "BEFORE" ? { ...read, day: "LAST_OPEN" } : read;
  return ruleOf(said) === rule ? said : { every: "OTHER", rule };
}

function readOf(rule: string): Recurring {
  const parts = new Map(rule.split(";").map((part) => part.split("=") as [string, string]));
  const monthDay = parts.get("BYMONTHDAY");
  const day = monthDay === "-1" ? "LAST" : monthDay;
  const byMonth = parts.get("BYMONTH");
  const named = parts.get("BYDAY")?.split(",") ?? [];
  switch (parts.get("FREQ")) {
    case "DAILY":
      return { every: "DAILY" };
    case "WEEKLY":
      return { every: "WEEKLY", weekdays: weekdays.filter((each) => named.includes(each)) };
    case "MONTHLY":
      return { every: "MONTHLY", day };
    default:
      return byMonth === firstMonths || byMonth === lastMonths
        ? { every: "QUARTERLY", day }
        : { every: "YEARLY", day, month: Number(byMonth) };
  }
}
