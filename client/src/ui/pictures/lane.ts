import type { ComingDaysQuery, ComingKind } from "@maple-bridge/schema/documents";
import { dayAfter } from "../../lib/dates.ts";

const weeksAhead = 13;

export interface Week {
  from: string;
  to: string;
}

/** So much of a kind is to happen in a week. */
export interface Mark extends Week {
  kind: ComingKind;
  count: number;
}

/** Thirteen times seven days, from today on. */
export const weeksFrom = (today: string): Week[] =>
  Array.from({ length: weeksAhead }, (_, week) => ({
    from: dayAfter(today, week * 7),
    to: dayAfter(today, week * 7 + 6),
  }));

export function marksOf(days: ComingDaysQuery["comingDays"], weeks: readonly Week[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const { day, kind, count } of days) {
    const week = weeks.find(({ from, to }) => from <= day && day <= to);
    if (!week) continue;
    const key = `${week.from} ${kind}`;
    marks.set(key, { ...week, kind, count: (marks.get(key)?.count ?? 0) + count });
  }
  return [...marks.values()];
}
