import {
  addWorkingDays,
  addWorkingMinutes,
  workingDaysBetween,
  type WorkingCalendar,
  workingMinutesBetween,
} from "#modules/calendar";
import { type Clock, type ClockBasis, dueOf, isRunning, type Pause, pausesOf } from "./clocks.rules.ts";

const time = { addWorkingDays, addWorkingMinutes, workingDaysBetween, workingMinutesBetween };

/** When a clock is due by the calendar, and from when it is due soon. */
export const dueBy = (calendar: WorkingCalendar, basis: ClockBasis, pauses: readonly Pause[]) =>
  dueOf(time, calendar, basis, pauses);

/** Worked out anew by the calendar, whether it runs or has ended. */
export const workedOut = (clock: Clock, calendar: WorkingCalendar, pauses: readonly Pause[]): Clock => ({
  ...clock,
  calendarRevisionId: calendar.revisionId,
  ...dueBy(calendar, clock, pausesOf(clock, pauses)),
});

/** The clocks with the due times of those that run worked out anew. */
export const worked = (clocks: readonly Clock[], calendar: WorkingCalendar, pauses: readonly Pause[]): Clock[] =>
  clocks.map((clock) => (isRunning(clock) ? workedOut(clock, calendar, pauses) : clock));
