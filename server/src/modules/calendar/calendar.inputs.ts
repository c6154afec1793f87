import { Field, ID, InputType, Int } from "type-graphql";
import { CommandInput, UpdateInput } from "#kernel/command-input";
import { LocalDate } from "#kernel/scalars";
import { DayOpening } from "./calendar.enums.ts";

@InputType()
export class DraftCalendarInput extends CommandInput {}

@InputType()
abstract class CalendarDraftInput extends UpdateInput {
  @Field(() => ID, { description: "The draft's." }) id!: string;
}

@InputType()
export class CalendarDayInput {
  @Field(() => LocalDate, { description: "Of the years 2000 to 2099." }) day!: string;
  @Field(() => DayOpening, {
    nullable: true,
    description: "Other than its weekday makes it; what its weekday makes it when absent.",
  })
  opening?: DayOpening | null;
  @Field(() => String, { nullable: true, description: "At most 20 characters; with an opening only." })
  name?: string | null;
}

@InputType()
export class SetCalendarDaysInput extends CalendarDraftInput {
  @Field(() => [CalendarDayInput], { description: "At most 400; other days stay as they are." })
  days!: CalendarDayInput[];
  @Field(() => [Int], {
    nullable: true,
    description: "All years whose days off are announced and entered; as they were when absent.",
  })
  announcedYears?: number[] | null;
}

@InputType()
export class CalendarShiftInput {
  @Field(() => Int, { description: "0 to 1440, from midnight in China." }) startsMinute!: number;
  @Field(() => Int, { description: "Later than the start; a shift over midnight is two." }) endsMinute!: number;
}

@InputType()
export class SetCalendarShiftsInput extends CalendarDraftInput {
  @Field(() => [CalendarShiftInput], { description: "All of them, 1 to 6; none overlaps another." })
  shifts!: CalendarShiftInput[];
}

@InputType()
export class LoadHolidaysInput extends CalendarDraftInput {
  @Field(() => Int, { description: "Refused with CALENDAR_NOT_ANNOUNCED where this release knows no days of it." })
  year!: number;
}

@InputType()
export class PublishCalendarInput extends CalendarDraftInput {
  @Field(() => String, { description: "Why, at most 200 characters." }) note!: string;
}

@InputType()
export class DiscardCalendarDraftInput extends CalendarDraftInput {}
