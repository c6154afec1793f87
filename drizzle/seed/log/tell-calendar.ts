import { daysOfCalendar, noteOfCalendar, shiftsOfCalendar, yearsOfCalendar } from "../calendar.ts";
import { startOf } from "../days.ts";
import { administrator, type Deed, type Log, tell } from "./log.ts";
import { later } from "./office-hours.ts";

/** Some days after the days off of the last of the years were announced. */
const publishedOn = "2025-11-10";
const nineOClock = 9 * 60;

/** The draft, the years that were loaded into it one after another, and its publication, some minutes apart; gives the last moment. */
export function tellCalendar(log: Log): Date {
  const entity = { type: "CalendarRevision", id: log.draft.calendarId };
  const begun = later(new Date(startOf(publishedOn)), nineOClock);
  const loaded = yearsOfCalendar.map((year, index): Deed => ({
    action: "calendar.loadHolidays",
    entity,
    before: { days: [], announcedYears: yearsOfCalendar.slice(0, index) },
    after: {
      days: daysOfCalendar.filter(({ day }) => day.startsWith(`${year}-`)),
      announcedYears: yearsOfCalendar.slice(0, index + 1),
    },
  }));
  const after = { number: 1, announcedYears: yearsOfCalendar, shifts: shiftsOfCalendar, days: daysOfCalendar };
  const deeds: Deed[] = [
    { action: "calendar.draft", entity, after: { number: 1, copiedFrom: null } },
    ...loaded,
    { action: "calendar.publish", entity, before: null, after, reason: noteOfCalendar },
  ];
  deeds.forEach((deed, index) => tell(log, later(begun, index * 2), administrator, deed));
  return later(begun, (deeds.length - 1) * 2);
}
