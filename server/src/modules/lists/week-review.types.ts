import { reviewComments, weekReviews } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import {
  column,
  connectionOf,
  From,
  inReach,
  literal,
  many,
  Node,
  one,
  onlyBy,
  type Reading,
  type Ref,
  type RowOf,
  sql,
  sqlOf,
  viewerMay,
} from "#kernel/read";
import { DateTime, Json, LocalDate } from "#kernel/scalars";
import { history, HistoryEntry } from "#modules/audit";
import { Member } from "#modules/members";
import { Unit } from "#modules/organisation";
import { failedRechecks } from "#modules/rechecks";
import { mayReopenWeeks } from "./lists.policy.ts";
import { ListSource } from "./lists.enums.ts";
import { reviewLists } from "./review-lists.rows.ts";
import { weekLines } from "./week-line.rows.ts";
import { WeekLine } from "./week-line.types.ts";

type Row = RowOf<typeof weekReviews>;

/** As the snapshot calls it; null before there is one. */
const signedAs =
  (thing: "member" | "station", key: "name" | "badge") =>
  ({ snapshot }: Row) =>
    sql`${snapshot} #>> ${literal(`{${thing},${key}}`)}`;

export const nameOfWeek = (monday: Row["weekStart"]) => sql`to_char(${monday}, 'IYYY"-W"IW')`;

const isLatest = ({ id, stationId, memberId, weekStart, revision }: Row, reading: Reading) => sql`not exists (
  select from week_reviews later where later.bureau_id = ${reading.bureau} and later.station_id = ${stationId} and later.member_id = ${memberId}
    and later.week_start = ${weekStart} and later.revision > ${revision} and later.id <> ${id})`;

/** In their order: a line is placed by its source, then by what it is about. */
export const inPlace = (line: RowOf<typeof weekLines>) => sql`
  array_position(array['DUTIES', 'OPEN_MATTERS', 'WORK_DUE', 'ACHIEVEMENTS'], ${line.source}), ${line.dueOn} nulls first, ${line.gridName} nulls first, ${line.key}`;

@ObjectType({ description: "What was said of a week or of one of its lines." })
@From(reviewComments, { visibleTo: onlyBy("WeekReview.comments") })
export class ReviewComment {
  @Field(() => ID) @column(reviewComments.id) id!: string;
  @Field(() => String, { nullable: true, description: "Of the week as a whole without." })
  @column(reviewComments.lineKey)
  lineKey?: string;
  @Field(() => String) @column(reviewComments.text) text!: string;
  @Field(() => DateTime) @column(reviewComments.saidAt) saidAt!: string;
  @Field(() => String, { description: "Who said it: the name of the account's person." })
  @column(reviewComments.speaker)
  speaker!: string;
}

@ObjectType({ description: "One of the three lists of a review." })
@From(reviewLists, { visibleTo: onlyBy("WeekReview.lists") })
export class ReviewList {
  @Field(() => Int, { description: "1 to 3." }) @column(reviewLists.position) position!: number;
  @Field(() => String) @column(reviewLists.title) title!: string;
  @Field(() => ListSource) @column(reviewLists.source) source!: ListSource;
}

@ObjectType({
  implements: Node,
  description:
    "The review of a member's week at a station 清单审核, in one of its revisions. Signed, it never changes: reopened, another revision follows, and this one stays to be read.",
})
@From(weekReviews, { visibleTo: ({ stationId }, reading) => inReach(reading, stationId) })
export class WeekReview {
  @Field(() => ID) @column(weekReviews.id) id!: string;
  @Field(() => Unit) @one(weekReviews.stationId) station!: Ref<Unit>;
  @Field(() => Member, { nullable: true, description: "Null when out of your sight." })
  @one(weekReviews.memberId)
  member?: Ref<Member>;
  @Field(() => LocalDate, { description: "The Monday of the week." }) @column(weekReviews.weekStart) week!: string;
  @Field(() => String, { description: "As ISO 8601 names it: 2026-W53." })
  @sqlOf(weekReviews, ({ weekStart }) => nameOfWeek(weekStart))
  weekName!: string;
  @Field(() => Int, { description: "From 1; each reopening begins another." })
  @column(weekReviews.revision)
  revision!: number;
  @Field(() => Boolean, { description: "Whether it is the last revision of the week." })
  @sqlOf(weekReviews, isLatest)
  isCurrent!: boolean;
  @Field(() => String, { nullable: true, description: "Why the revision before was reopened." })
  @column(weekReviews.reopenedReason)
  reopenedReason?: string;
  @Field(() => DateTime, { nullable: true, description: "Null while it is not signed." })
  @column(weekReviews.signedAt)
  signedAt?: string;
  @Field(() => String, { nullable: true, description: "签发人: who signed it, by the name of the account's person." })
  @column(weekReviews.signer)
  signer?: string;
  @Field(() => Member, { nullable: true, description: "The absent chief for whom it was signed." })
  @one(weekReviews.onBehalfOfId)
  onBehalfOf?: Ref<Member>;
  @Field(() => Int, { nullable: true, description: "Work done in time. Counts are null while it is not signed." })
  @column(weekReviews.done)
  done?: number;
  @Field(() => Int, { nullable: true, description: "Work done or still owed past its day." })
  @column(weekReviews.late)
  late?: number;
  @Field(() => Int, { nullable: true }) @column(weekReviews.missed) missed?: number;
  @Field(() => Int, { nullable: true, description: "Work sent back." }) @column(weekReviews.returned) returned?: number;
  @Field(() => Int, { nullable: true, description: "Results that waited to be accepted, and were not." })
  @column(weekReviews.waiting)
  waiting?: number;
  @Field(() => Int, {
    description: "Of what the member brought to its end in the week: checked again and not confirmed, as is known now.",
  })
  @sqlOf(weekReviews, ({ memberId, stationId, weekStart: week }, reading) =>
    failedRechecks({ memberId, stationId, week }, reading),
  )
  recheckFailed!: number;
  @Field(() => Json, { nullable: true, description: "What was signed: the three lists, as they were." })
  @column(weekReviews.snapshot)
  snapshot?: unknown;
  @Field(() => String, {
    nullable: true,
    description: "SHA-256 of the snapshot's text, in hex; it stands in the audit log too.",
  })
  @column(weekReviews.digest)
  digest?: string;
  @Field(() => String, { nullable: true, description: "What the member was called as it was signed; null before." })
  @sqlOf(weekReviews, signedAs("member", "name"))
  memberSigned?: string;
  @Field(() => String, { nullable: true, description: "The member's badge as it was signed; null before." })
  @sqlOf(weekReviews, signedAs("member", "badge"))
  badgeSigned?: string;
  @Field(() => String, { nullable: true, description: "What the station was called as it was signed; null before." })
  @sqlOf(weekReviews, signedAs("station", "name"))
  stationSigned?: string;
  @Field(() => [WeekLine], { description: "As they were signed; none before." })
  @many(weekLines, { about: 40, perRow: true, child: weekLines.reviewId, order: inPlace })
  lines!: WeekLine[];
  @Field(() => [ReviewList], {
    description: "What the three lists are called, in their order; none where nobody had said.",
  })
  @many(reviewLists, { about: 3, perRow: true, child: reviewLists.reviewId, order: ({ position }) => position })
  lists!: ReviewList[];
  @Field(() => Boolean, {
    description:
      "Whether `lists` are those that it was signed under. What was signed before these were kept has those of today; what is not signed, those of the week's end.",
  })
  @sqlOf(weekReviews, ({ snapshot }) => sql`coalesce(${snapshot} ? 'scheme', false)`)
  areListsAsSigned!: boolean;
  @Field(() => [ReviewComment], { description: "In the order said." })
  @many(reviewComments, {
    about: 3,
    inAll: 100_000,
    child: reviewComments.reviewId,
    order: ({ saidAt, id }) => sql`${saidAt}, ${id}`,
  })
  comments!: ReviewComment[];
  @Field(() => Int) @column(weekReviews.version) version!: number;
  @Field(() => [HistoryEntry]) @history() history!: HistoryEntry[];
  @Field(() => [String], { description: "What you may do with this revision; with the week, its `threeLists` tell." })
  @viewerMay(weekReviews, "bureau", [
    {
      action: "REOPEN_WEEK",
      policy: mayReopenWeeks,
      when: (row, reading) => sql`${row.signedAt} is not null and ${isLatest(row, reading)}`,
    },
  ])
  viewerMay!: string[];
}

export const WeekReviewConnection = connectionOf("WeekReview", () => WeekReview);
