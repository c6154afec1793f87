import { daysOfCalendar, shiftsOfCalendar, yearsOfCalendar } from "../calendar.ts";
import type { Draft } from "../draft.ts";
import type { Calendar } from "./clock.ts";

/** The bureau's published calendar, by which due times are worked out. */
export const calendarFor = ({ calendarId }: Draft): Calendar => ({
  revisionId: calendarId,
  number: 1,
  shifts: shiftsOfCalendar,
  days: new Map(daysOfCalendar.map(({ day, opening }) => [day, opening])),
  announcedYears: new Set(yearsOfCalendar),
});
