import { Field, Int, ObjectType } from "type-graphql";
import { column, From, one, onlyBy, type Ref, sqlOf } from "#kernel/read";
import { DateTime, LocalDate } from "#kernel/scalars";
import { Member } from "#modules/members";
import { Unit } from "#modules/organisation";
import { ToSign } from "./lists.enums.ts";
import { daysAway } from "./week-lists.rows.ts";
import { stationWeeks, weekCells } from "./matrix.rows.ts";
import { failedRechecks } from "#modules/rechecks";
import { nameOfWeek, WeekReview } from "./week-review.types.ts";

@ObjectType({ description: "One week of a station: the cells of its members in `weekMatrix` added up." })
@From(stationWeeks, { visibleTo: onlyBy("Query.stationMatrix") })
export class StationWeek {
  @Field(() => Unit) @one(stationWeeks.stationId) station!: Ref<Unit>;
  @Field(() => LocalDate, { description: "The Monday of the week." }) @column(stationWeeks.week) week!: string;
  @Field(() => String, { description: "As ISO 8601 names it: 2026-W53." })
  @sqlOf(stationWeeks, ({ week }) => nameOfWeek(week))
  weekName!: string;
  @Field(() => Int) @column(stationWeeks.members) members!: number;
  @Field(() => Int, { description: "Members whose week is signed." }) @column(stationWeeks.signed) signed!: number;
  @Field(() => Int, { description: "Members whose week has no line." }) @column(stationWeeks.blank) blank!: number;
  @Field(() => Int, { description: "Work done in time." }) @column(stationWeeks.done) done!: number;
  @Field(() => Int, { description: "Work done or still owed past its day." }) @column(stationWeeks.late) late!: number;
  @Field(() => Int) @column(stationWeeks.missed) missed!: number;
  @Field(() => Int, { description: "Work sent back." }) @column(stationWeeks.returned) returned!: number;
  @Field(() => Int, { description: "Results that wait to be accepted or returned." })
  @column(stationWeeks.waiting)
  waiting!: number;
  @Field(() => Int, { description: "Weeks that are yours to sign, as `unsignedWeeks` counts them." })
  @column(stationWeeks.toSign)
  toSign!: number;
  @Field(() => Int, { description: "Of those, the weeks that the Wednesday after them has passed." })
  @column(stationWeeks.overdue)
  overdue!: number;
}

@ObjectType({
  description:
    "One week of one member in the matrix of a station. Counts are of work alone: of a signed week as they were signed, else of its `threeLists`.",
})
@From(weekCells, { visibleTo: onlyBy("Query.weekMatrix") })
export class WeekCell {
  @Field(() => Member, { nullable: true, description: "Null when out of your sight." })
  @one(weekCells.memberId)
  member?: Ref<Member>;
  @Field(() => Unit) @one(weekCells.stationId) station!: Ref<Unit>;
  @Field(() => LocalDate, { description: "The Monday of the week." }) @column(weekCells.week) week!: string;
  @Field(() => String, { description: "As ISO 8601 names it: 2026-W53." })
  @sqlOf(weekCells, ({ week }) => nameOfWeek(week))
  weekName!: string;
  @Field(() => Int, { description: "Lines of all four sources; a blank week has none." })
  @column(weekCells.lines)
  lines!: number;
  @Field(() => Int, { description: "Work done in time." }) @column(weekCells.done) done!: number;
  @Field(() => Int, { description: "Work done or still owed past its day." }) @column(weekCells.late) late!: number;
  @Field(() => Int) @column(weekCells.missed) missed!: number;
  @Field(() => Int, { description: "Work sent back." }) @column(weekCells.returned) returned!: number;
  @Field(() => Int, { description: "Results that wait to be accepted or returned." })
  @column(weekCells.waiting)
  waiting!: number;
  @Field(() => Int, {
    description: "Of what the member brought to its end in the week: checked again and not confirmed, as is known now.",
  })
  @sqlOf(weekCells, failedRechecks)
  recheckFailed!: number;
  @Field(() => DateTime, { nullable: true, description: "Null while it is not signed." })
  @column(weekCells.signedAt)
  signedAt?: string;
  @Field(() => Int, { nullable: true, description: "Of its review; null before anything was decided." })
  @column(weekCells.revision)
  revision?: number;
  @Field(() => ToSign, {
    nullable: true,
    description: "Null where it is not yours to sign now; the others are those that `unsignedWeeks` counts.",
  })
  @column(weekCells.toSign)
  toSign?: ToSign;
  @Field(() => Int, { description: "On how many days of the week the member was away, as is on record now." })
  @sqlOf(weekCells, daysAway)
  daysAway!: number;
  @Field(() => WeekReview, { nullable: true }) @one(weekCells.reviewId) review?: Ref<WeekReview>;
}
