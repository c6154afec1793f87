import { type Consequence, question } from "#kernel/question";
import type { WorkingCalendar } from "./working-time.rules.ts";

/** What follows from another calendar's coming into force: times worked out by the one before may be other ones. */
export const calendarPublished = question<{ before: WorkingCalendar; calendar: WorkingCalendar }, Consequence>();
