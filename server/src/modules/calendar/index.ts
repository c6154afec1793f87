import { defineConstraint } from "#kernel/database/refusals";
import type { Module } from "#kernel/schema";
import "./calendar.messages.ts";
import { bureauPolicies } from "#modules/organisation";
import { mayManageCalendar } from "./calendar.policy.ts";
import { CalendarMutations, CalendarResolver } from "./calendar.resolver.ts";

defineConstraint("calendar_revisions_one_draft", { path: ["input"], code: "CALENDAR_DRAFT_MEANWHILE" });
defineConstraint("calendar_revisions_number_unique", { path: ["input"], code: "CALENDAR_DRAFT_MEANWHILE" });
defineConstraint("calendar_published", { path: ["input", "id"], code: "CALENDAR_PUBLISHED" });

bureauPolicies.add(() => mayManageCalendar);

export const calendar: Module = {
  name: "calendar",
  resolvers: [CalendarResolver, CalendarMutations],
  texts: { prose: ["note"] },
};

export { CalendarRevision } from "./calendar.types.ts";
export { publishFirstCalendar } from "./first-calendar.ts";
export { holidaysOf } from "./holidays.ts";
export { calendarPublished } from "./questions.ts";
export { calendarOf, calendarRevision, calendarRevisionNow } from "./working-calendar.store.ts";
export {
  addWorkingDays,
  addWorkingMinutes,
  isOpenDay,
  isWorking,
  nextOpening,
  usesUnannounced,
  usualCalendar,
  type WorkingCalendar,
  workingDaysBetween,
  workingMinutesBetween,
} from "./working-time.rules.ts";
