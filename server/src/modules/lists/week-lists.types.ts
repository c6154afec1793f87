import { weekReviews } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, From, many, one, query, type Reading, type Ref, type RowOf, sql, sqlOf } from "#kernel/read";
import { DateTime, LocalDate } from "#kernel/scalars";
import { Member } from "#modules/members";
import { Unit } from "#modules/organisation";
import { failedRechecks } from "#modules/rechecks";
import { SignHindrance } from "./lists.enums.ts";
import { schemeAt } from "./scheme.rows.ts";
import { ListScheme } from "./scheme.types.ts";
import { weekLines } from "./week-line.rows.ts";
import { WeekLine } from "./week-line.types.ts";
import { actionsOnWeek, currentReview, daysAway, hindranceOf, isWeekInSight, weekMembers } from "./week-lists.rows.ts";
import { lastMomentOf } from "./weeks.rows.ts";
import { inPlace, nameOfWeek, WeekReview } from "./week-review.types.ts";

/** A week with what it points at. */
const weeks = query(
  "weeks_of_members",
  {
    id: "not null",
    memberId: "not null",
    stationId: "not null",
    week: "not null",
    isHome: "not null",
    schemeId: "null",
    reviewId: "null",
  },
  (reading) => sql`
  select found.*, ${schemeAt(sql`found.station_id`, lastMomentOf(sql`found.week`, reading), reading)} as scheme_id,
    ${currentReview({ memberId: sql`found.member_id`, stationId: sql`found.station_id`, week: sql`found.week` }, reading)} as review_id
  from ${weekMembers.relation.source(reading)} found`,
);

type Week = RowOf<typeof weeks>;

const lookedAt = ({ memberId, stationId, week }: Week, reading: Reading) => sql`(
  select look.looked_at from review_looks look where look.bureau_id = ${reading.bureau} and look.account_id = ${reading.account}
    and look.station_id = ${stationId} and look.member_id = ${memberId} and look.week_start = ${week})`;

@ObjectType({
  description:
    "The three lists 三张清单 of a member's week at a station. Of a week that is signed they are as they were then; else they follow from what there is, as it stood at the end of the week. Who changes station in the middle of a week has one at each.",
})
@From(weeks, { visibleTo: isWeekInSight })
export class WeekLists {
  @Field(() => ID, { description: "The same at each reading; no Node's." }) @column(weeks.id) id!: string;
  @Field(() => Member, { nullable: true, description: "Null when out of your sight." })
  @one(weeks.memberId)
  member?: Ref<Member>;
  @Field(() => Unit, { description: "The station, or of who belongs to none, the unit." })
  @one(weeks.stationId)
  station!: Ref<Unit>;
  @Field(() => LocalDate, { description: "The Monday of the week." }) @column(weeks.week) week!: string;
  @Field(() => String, { description: "As ISO 8601 names it: 2026-W53." })
  @sqlOf(weeks, ({ week }) => nameOfWeek(week))
  weekName!: string;
  @Field(() => Boolean, { description: "The station that the member belonged to last in the week." })
  @column(weeks.isHome)
  isHome!: boolean;
  @Field(() => ListScheme, {
    nullable: true,
    description: "What the lists were called at the end of the week; null where nobody had said.",
  })
  @one(weeks.schemeId)
  scheme?: Ref<ListScheme>;
  @Field(() => [WeekLine], { description: "Of all four sources: the scheme says which are shown." })
  @many(weekLines, {
    about: 40,
    perRow: true,
    child: weekLines.memberId,
    parent: weeks.memberId,
    besides: [
      { child: weekLines.stationId, parent: weeks.stationId },
      { child: weekLines.week, parent: weeks.week },
    ],
    where: ({ isCurrent }) => isCurrent,
    order: inPlace,
  })
  lines!: WeekLine[];
  @Field(() => WeekReview, { nullable: true, description: "Its last revision; null before anything was decided." })
  @one(weeks.reviewId)
  review?: Ref<WeekReview>;
  @Field(() => Int, {
    description: "Of what the member brought to its end in the week: checked again and not confirmed, as is known now.",
  })
  @sqlOf(weeks, failedRechecks)
  recheckFailed!: number;
  @Field(() => [WeekReview], { description: "All revisions, the last first." })
  @many(weekReviews, {
    about: 1,
    perRow: true,
    child: weekReviews.memberId,
    parent: weeks.memberId,
    besides: [
      { child: weekReviews.stationId, parent: weeks.stationId },
      { child: weekReviews.weekStart, parent: weeks.week },
    ],
    order: ({ revision }) => sql`${revision} desc`,
  })
  revisions!: WeekReview[];
  @Field(() => DateTime, { nullable: true, description: "When you last looked at it." })
  @sqlOf(weeks, lookedAt)
  lookedAt?: string;
  @Field(() => [String], { description: "What you may do with the week as it stands; each succeeds." })
  @sqlOf(weeks, actionsOnWeek)
  viewerMay!: string[];
  @Field(() => SignHindrance, { nullable: true, description: "Why you may not sign it; null where you may." })
  @sqlOf(weeks, hindranceOf)
  signHindrance?: SignHindrance;
  @Field(() => Int, { description: "On how many of its days the member was away, as is on record now." })
  @sqlOf(weeks, daysAway)
  daysAway!: number;
}

export { weeks };
