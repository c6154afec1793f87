import { dayOf, startOfDay } from "#kernel/day";
import { Conflict } from "#kernel/errors";
import { dayNumbered, isOpen, numberOf, type Opening } from "./open-days.rules.ts";

/** In minutes from midnight in China. */
export interface Shift {
  startsMinute: number;
  endsMinute: number;
}

export interface WorkingCalendar {
  /** Null where the bureau has published none. */
  revisionId: string | null;
  number: number;
  /** Of an open day, by their start; none overlaps another. */
  shifts: readonly Shift[];
  /** What is not as its weekday makes it. */
  days: ReadonlyMap<string, Opening>;
  announcedYears: ReadonlySet<number>;
}

/** What holds until a bureau publishes a calendar of its own. */
export const usualCalendar: WorkingCalendar = {
  revisionId: null,
  number: 0,
  shifts: [
    { startsMinute: 8 * 60 + 30, endsMinute: 12 * 60 },
    { startsMinute: 14 * 60 + 30, endsMinute: 18 * 60 },
  ],
  days: new Map(),
  announcedYears: new Set(),
};

const minuteMs = 60_000;
const mostDays = 3660;

const startOf = (number: number) => Date.parse(startOfDay(dayNumbered(number)));
const numberAt = (at: Date) => numberOf(dayOf(at));

function tooFar(): never {
  throw new Conflict([], "NO_WORKING_TIME_LEFT");
}

/** What is worked from `from` on, in milliseconds, for the days that begin before `until`. */
function* worked(calendar: WorkingCalendar, from: Date, until: number) {
  for (let number = numberAt(from); startOf(number) < until; number++) {
    if (!isOpen(calendar, number)) continue;
    for (const { startsMinute, endsMinute } of calendar.shifts) {
      const starts = Math.max(startOf(number) + startsMinute * minuteMs, from.getTime());
      const ends = startOf(number) + endsMinute * minuteMs;
      if (starts < ends) yield { starts, ends };
    }
  }
}

const farthest = (from: Date) => startOf(numberAt(from) + mostDays);

/** Where the last of the minutes is worked; at 12:00 rather than at 14:30. */
export function addWorkingMinutes(calendar: WorkingCalendar, start: Date, minutes: number): Date {
  let left = minutes * minuteMs;
  if (left === 0) return start;
  for (const { starts, ends } of worked(calendar, start, farthest(start))) {
    if (left <= ends - starts) return new Date(starts + left);
    left -= ends - starts;
  }
  return tooFar();
}

/**
 * The end of the n-th working day after the start's own day: 24:00, which itself is late. Of none it is the end of that very day,
 * or of the next one that is open.
 */
export function addWorkingDays(calendar: WorkingCalendar, start: Date, days: number): Date {
  const first = numberAt(start);
  let left = days;
  for (let number = first; number <= first + mostDays; number++) {
    if (!isOpen(calendar, number)) continue;
    if (number > first) left--;
    if (left <= 0) return new Date(startOf(number + 1));
  }
  return tooFar();
}

/** Below zero where `to` comes first. */
export function workingMinutesBetween(calendar: WorkingCalendar, from: Date, to: Date): number {
  if (to < from) return -workingMinutesBetween(calendar, to, from);
  let total = 0;
  for (const { starts, ends } of worked(calendar, from, to.getTime()))
    total += Math.max(0, Math.min(ends, to.getTime()) - starts);
  return total / minuteMs;
}

/** The working days after `fromDay`, up to `toDay` with it; below zero where `toDay` comes first. */
export function workingDaysBetween(calendar: WorkingCalendar, fromDay: string, toDay: string): number {
  if (toDay < fromDay) return -workingDaysBetween(calendar, toDay, fromDay);
  let count = 0;
  for (let number = numberOf(fromDay) + 1; number <= numberOf(toDay); number++) if (isOpen(calendar, number)) count++;
  return count;
}

/** Whether the day is worked, made up for or not. */
export const isOpenDay = (calendar: Pick<WorkingCalendar, "days">, day: string) => isOpen(calendar, numberOf(day));

/** When work goes on: the instant itself where it is worked. */
export function nextOpening(calendar: WorkingCalendar, at: Date): Date {
  for (const { starts } of worked(calendar, at, farthest(at))) return new Date(starts);
  return tooFar();
}

export function isWorking(calendar: WorkingCalendar, at: Date): boolean {
  for (const { starts } of worked(calendar, at, at.getTime() + 1)) return starts === at.getTime();
  return false;
}

/** The years between the two instants whose days off are not announced. */
export function usesUnannounced({ announcedYears }: WorkingCalendar, from: Date, to: Date): number[] {
  const last = new Date(Math.max(from.getTime(), to.getTime() - 1));
  const [first, end] = [Number(dayOf(from).slice(0, 4)), Number(dayOf(last).slice(0, 4))];
  return Array.from({ length: end - first + 1 }, (_, index) => first + index).filter(
    (year) => !announcedYears.has(year),
  );
}
