import { dayOf } from "#kernel/day";
import type { WorkingCalendar } from "#modules/calendar";
import type { ClockKind, TimeUnit } from "./work.enums.ts";

/** What a due time is worked out from, and nothing else. */
export interface ClockBasis {
  startedAt: Date;
  unit: TimeUnit;
  /** In `unit`. */
  budget: number;
  /** Working days granted besides. */
  extendedBy: number;
  /** Due soon when so much of the time is left, in hundredths. */
  warnAtPercent: number;
}

export interface Clock extends ClockBasis {
  id: string;
  clock: ClockKind;
  round: number;
  ruleId: string | null;
  calendarRevisionId: string | null;
  startedSequence: number;
  dueAt: Date;
  warnAt: Date;
  satisfiedAt: Date | null;
  breachedAt: Date | null;
  voidAt: Date | null;
}

/** Clocks stand still over [startsAt, endsAt). One that is under way counts once it has ended. */
export interface Pause {
  startsAt: Date;
  endsAt: Date | null;
}

/** The arithmetic of a calendar, as the module `calendar` has it. */
export interface WorkingTime {
  addWorkingMinutes(calendar: WorkingCalendar, start: Date, minutes: number): Date;
  addWorkingDays(calendar: WorkingCalendar, start: Date, days: number): Date;
  workingMinutesBetween(calendar: WorkingCalendar, from: Date, to: Date): number;
  workingDaysBetween(calendar: WorkingCalendar, fromDay: string, toDay: string): number;
}

const minuteMs = 60_000;

/** How a unit of time goes on from a start, and how much of it lies between two instants. */
interface Reckoning {
  after(start: Date, amount: number): Date;
  between(from: Date, to: Date): number;
  /** What a working day is worth. */
  day: number;
}

function reckoningOf(time: WorkingTime, calendar: WorkingCalendar, unit: TimeUnit): Reckoning {
  if (unit === "MINUTES")
    return {
      after: (start, minutes) => new Date(start.getTime() + minutes * minuteMs),
      between: (from, to) => (to.getTime() - from.getTime()) / minuteMs,
      day: 24 * 60,
    };
  if (unit === "WORKING_MINUTES")
    return {
      after: (start, minutes) => time.addWorkingMinutes(calendar, start, minutes),
      between: (from, to) => time.workingMinutesBetween(calendar, from, to),
      day: calendar.shifts.reduce((sum, { startsMinute, endsMinute }) => sum + endsMinute - startsMinute, 0),
    };
  return {
    after: (start, days) => time.addWorkingDays(calendar, start, days),
    between: (from, to) => time.workingDaysBetween(calendar, dayOf(from), dayOf(to)),
    day: 1,
  };
}

/** The end of an amount of time from the start on, in which the pauses do not count. */
function endOf({ after, between }: Reckoning, start: Date, amount: number, pauses: readonly Pause[]): Date {
  let given = amount;
  let end = after(start, given);
  for (const { startsAt, endsAt } of pauses.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const from = startsAt > start ? startsAt : start;
    if (endsAt === null || endsAt <= from || from >= end) continue;
    given += between(from, endsAt);
    end = after(start, given);
  }
  return end;
}

/** When it is due, and from when it is due soon. */
export function dueOf(time: WorkingTime, calendar: WorkingCalendar, basis: ClockBasis, pauses: readonly Pause[]) {
  const reckoning = reckoningOf(time, calendar, basis.unit);
  const total = basis.budget + basis.extendedBy * reckoning.day;
  const left = Math.ceil((total * basis.warnAtPercent) / 100);
  return {
    dueAt: endOf(reckoning, basis.startedAt, total, pauses),
    warnAt: endOf(reckoning, basis.startedAt, total - left, pauses),
  };
}

/** What counts of the pauses: those that were over by the time it ended. */
export const pausesOf = ({ satisfiedAt, voidAt }: Pick<Clock, "satisfiedAt" | "voidAt">, pauses: readonly Pause[]) => {
  const end = satisfiedAt ?? voidAt;
  return pauses.filter(({ endsAt }) => endsAt !== null && (end === null || endsAt <= end));
};

export const isRunning = ({ satisfiedAt, voidAt }: Clock) => satisfiedAt === null && voidAt === null;

/** The running clocks of the kind are met; what was due by then is late for good. */
export const satisfied = (clocks: readonly Clock[], kinds: readonly ClockKind[], at: Date): Clock[] =>
  clocks.map((clock) =>
    isRunning(clock) && kinds.includes(clock.clock)
      ? { ...clock, satisfiedAt: at, breachedAt: clock.breachedAt ?? (clock.dueAt <= at ? clock.dueAt : null) }
      : clock,
  );

/** The last clock of the kind goes on as if it had never been met; a breach stays on record. */
export const unsatisfied = (clocks: readonly Clock[], kind: ClockKind): Clock[] => {
  const last = clocks.findLast(({ clock, voidAt }) => clock === kind && voidAt === null);
  return clocks.map((clock) => (clock === last ? { ...clock, satisfiedAt: null } : clock));
};

export const voided = (clocks: readonly Clock[], at: Date, kinds?: readonly ClockKind[]): Clock[] =>
  clocks.map((clock) =>
    isRunning(clock) && (!kinds || kinds.includes(clock.clock)) ? { ...clock, voidAt: at } : clock,
  );

/** What the item bears of its clocks: the first of those that run. */
export function rolledUp(
  clocks: readonly Clock[],
  { isSuspended, until }: { isSuspended: boolean; until?: Date | null },
) {
  const running = clocks.filter(isRunning);
  const first = (times: readonly Date[]) => times.reduce<Date | null>((a, b) => (a === null || b < a ? b : a), null);
  const owed = running.find(({ clock }) => clock === "FEEDBACK") ?? running.find(({ clock }) => clock === "CLOSE");
  const dueOn = owed ? dayOf(new Date(owed.dueAt.getTime() - 1)) : null;
  const isLate = clocks.some(({ breachedAt }) => breachedAt !== null);
  if (running.length === 0) return { nextDueAt: null, warnAt: null, tickAt: until ?? null, dueOn, isLate };
  if (isSuspended) return { nextDueAt: "infinity", warnAt: "infinity", tickAt: until ?? null, dueOn, isLate };
  const warnAt = first(running.map((clock) => clock.warnAt));
  return { nextDueAt: first(running.map((clock) => clock.dueAt)), warnAt, tickAt: warnAt, dueOn, isLate };
}
