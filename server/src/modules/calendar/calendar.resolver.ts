import { calendarDays, calendarRevisions } from "@maple-bridge/drizzle/tables";
import { Arg, FieldResolver, Int, Query, Resolver } from "type-graphql";
import { mutation, mutations } from "#kernel/mutations";
import { everything, many, rowWhere, sql } from "#kernel/read";
import { isInForce } from "./calendar.rows.ts";
import {
  DiscardCalendarDraftInput,
  DraftCalendarInput,
  LoadHolidaysInput,
  PublishCalendarInput,
  SetCalendarDaysInput,
  SetCalendarShiftsInput,
} from "./calendar.inputs.ts";
import { CalendarDay, CalendarRevision } from "./calendar.types.ts";
import { discardCalendarDraft } from "./discard-calendar-draft.ts";
import { draftCalendar } from "./draft-calendar.ts";
import { loadHolidays } from "./load-holidays.ts";
import { publishCalendar } from "./publish-calendar.ts";
import { setCalendarDays } from "./set-calendar-days.ts";
import { setCalendarShifts } from "./set-calendar-shifts.ts";

@Resolver(() => CalendarRevision)
export class CalendarResolver {
  @FieldResolver(() => [CalendarDay], { description: "By day." })
  @many(calendarDays, {
    about: 100,
    perRow: true,
    child: calendarDays.revisionId,
    where: (day, reading) => {
      const year = reading.arg("year", "int");
      return year ? sql`extract(year from ${day.day}) = ${year}` : everything;
    },
    order: (day) => day.day,
  })
  days(@Arg("year", () => Int, { nullable: true, description: "Of all years when absent." }) _year?: number): never {
    throw new Error("read by its source");
  }

  @Query(() => CalendarRevision, {
    nullable: true,
    description:
      "The calendar in force; null where none was published: then Monday to Friday are open, from 8:30 to 12:00 and 14:30 to 18:00.",
  })
  @rowWhere(calendarRevisions, isInForce)
  calendar(): never {
    throw new Error("read by its source");
  }

  @Query(() => CalendarRevision, { nullable: true, description: "The draft, to those who may make one." })
  @rowWhere(calendarRevisions, (revision) => sql`${revision.state} = 'DRAFT'`)
  calendarDraft(): never {
    throw new Error("read by its source");
  }

  @Query(() => [CalendarRevision], { description: "Those published, newest first." })
  @many(calendarRevisions, {
    about: 20,
    where: (revision) => sql`${revision.state} = 'PUBLISHED'`,
    order: (revision) => sql`${revision.number} desc`,
  })
  calendarRevisions(): never {
    throw new Error("read by its source");
  }
}

export const CalendarMutations = mutations({
  draftCalendar: mutation({
    input: DraftCalendarInput,
    gives: CalendarRevision,
    does: draftCalendar,
    description: "Begins a draft with what is in force; refused while there is one.",
  }),
  setCalendarDays: mutation({ input: SetCalendarDaysInput, gives: CalendarRevision, does: setCalendarDays }),
  setCalendarShifts: mutation({ input: SetCalendarShiftsInput, gives: CalendarRevision, does: setCalendarShifts }),
  loadHolidays: mutation({
    input: LoadHolidaysInput,
    gives: CalendarRevision,
    does: loadHolidays,
    description:
      "Puts a year's announced days off and days made up for in the place of all that the draft holds of that year.",
  }),
  publishCalendar: mutation({
    input: PublishCalendarInput,
    gives: CalendarRevision,
    does: publishCalendar,
    description: "Brings the draft into force; it is never changed again.",
  }),
  discardCalendarDraft: mutation({
    input: DiscardCalendarDraftInput,
    gives: CalendarRevision,
    does: discardCalendarDraft,
    description: "Leaves the draft as it is, out of use.",
  }),
});
