import { calendarDays, calendarRevisions, calendarShifts } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, From, many, Node, onlyBy, type RowOf, sql, viewerMay } from "#kernel/read";
import { DateTime, LocalDate } from "#kernel/scalars";
import { mayManageCalendar } from "./calendar.policy.ts";
import { calendarChanges, isInSight } from "./calendar.rows.ts";
import { CalendarState, DayOpening } from "./calendar.enums.ts";

@ObjectType({ description: "A time of work on every open day, in minutes from midnight in China." })
@From(calendarShifts, { visibleTo: onlyBy("CalendarRevision.shifts") })
export class CalendarShift {
  @Field(() => Int) @column(calendarShifts.startsMinute) startsMinute!: number;
  @Field(() => Int) @column(calendarShifts.endsMinute) endsMinute!: number;
}

@ObjectType({
  description:
    "A day that is not as its weekday makes it: closed from Monday to Friday, or open on a Saturday or Sunday 补班.",
})
@From(calendarDays, { visibleTo: onlyBy("CalendarRevision.days") })
export class CalendarDay {
  @Field(() => LocalDate) @column(calendarDays.day) day!: string;
  @Field(() => DayOpening) @column(calendarDays.opening) opening!: DayOpening;
  @Field(() => String, { nullable: true }) @column(calendarDays.name) name?: string;
}

@ObjectType({
  description: "A day on which a calendar differs from the one published before it; null is what its weekday makes it.",
})
@From(calendarChanges, { visibleTo: onlyBy("CalendarRevision.changes") })
export class CalendarChange {
  @Field(() => LocalDate) @column(calendarChanges.day) day!: string;
  @Field(() => DayOpening, { nullable: true }) @column(calendarChanges.before) before?: DayOpening;
  @Field(() => DayOpening, { nullable: true }) @column(calendarChanges.after) after?: DayOpening;
  @Field(() => String, { nullable: true }) @column(calendarChanges.nameBefore) nameBefore?: string;
  @Field(() => String, { nullable: true }) @column(calendarChanges.nameAfter) nameAfter?: string;
}

type RevisionRow = RowOf<typeof calendarRevisions>;

const isDraft = ({ state }: RevisionRow) => sql`${state} = 'DRAFT'`;

const ofDraft = (action: string) => ({ action, policy: mayManageCalendar, when: isDraft });

@ObjectType({
  implements: Node,
  description:
    "A state of the bureau's business calendar 工作日历, by which working time is reckoned. A draft becomes one that is in force when a person publishes it.",
})
@From(calendarRevisions, { visibleTo: isInSight })
export class CalendarRevision {
  @Field(() => ID) @column(calendarRevisions.id) id!: string;
  @Field(() => Int, { description: "The later one of two has the higher number." })
  @column(calendarRevisions.number)
  number!: number;
  @Field(() => CalendarState) @column(calendarRevisions.state) state!: CalendarState;
  @Field(() => String, { nullable: true, description: "Why it was published." })
  @column(calendarRevisions.note)
  note?: string;
  @Field(() => [Int], { description: "Years whose days off are announced; of any other one it is not known." })
  @column(calendarRevisions.announcedYears)
  announcedYears!: number[];
  @Field(() => [CalendarShift])
  @many(calendarShifts, {
    about: 3,
    perRow: true,
    child: calendarShifts.revisionId,
    order: (shift) => shift.startsMinute,
  })
  shifts!: CalendarShift[];
  @Field(() => [CalendarChange], { description: "The days on which it differs from the one published before it." })
  @many(calendarChanges, { about: 40, perRow: true, child: calendarChanges.revisionId, order: (change) => change.day })
  changes!: CalendarChange[];
  @Field(() => DateTime, { nullable: true }) @column(calendarRevisions.publishedAt) publishedAt?: string;
  @Field(() => String, { nullable: true, description: "The sign-in name of who published it." })
  @column(calendarRevisions.publishedBy)
  publishedBy?: string;
  @Field(() => Int) @column(calendarRevisions.version) version!: number;
  @Field(() => [String], { description: "What you may do with it; a draft alone can be changed." })
  @viewerMay(calendarRevisions, "bureau", [
    ofDraft("SET_CALENDAR_DAYS"),
    ofDraft("SET_CALENDAR_SHIFTS"),
    ofDraft("LOAD_HOLIDAYS"),
    ofDraft("PUBLISH_CALENDAR"),
    ofDraft("DISCARD_CALENDAR_DRAFT"),
  ])
  viewerMay!: string[];
}
