import { rechecks } from "@maple-bridge/drizzle/tables";
import { Field, Int, ObjectType } from "type-graphql";
import { column, From, many, one, onlyBy, type Reading, type Ref, type RowOf, sql, sqlOf } from "#kernel/read";
import { DateTime, LocalDate } from "#kernel/scalars";
import { DutyLine, SixRole } from "#modules/catalogue";
import { Duty, Grid } from "#modules/grids";
import { Matter } from "#modules/matters";
import { Recheck } from "#modules/rechecks";
import { WorkItem, WorkState } from "#modules/work";
import { LineDecision, LineStanding, ListSource } from "./lists.enums.ts";
import { needsAWord, weekLines } from "./week-line.rows.ts";

type Line = RowOf<typeof weekLines>;

/** Clean is what may be accepted with many others, unread. */
export const isClean = ({
  source,
  standing,
  isLate,
  isWaiting,
  isReturned,
  decision,
}: Line) => sql`(${decision} is null and not ${isLate}
  and (${source} <> 'WORK_DUE' or ${standing} = 'DONE' or ${isWaiting} and not ${isReturned} and ${standing} <> 'MISSED'))`;

const hasChanged = ({ memberId, stationId, week, changedAt }: Line, reading: Reading) => sql`not exists (
  select from review_looks look where look.bureau_id = ${reading.bureau} and look.account_id = ${reading.account} and look.station_id = ${stationId}
    and look.member_id = ${memberId} and look.week_start = ${week} and look.looked_at >= ${changedAt})`;

@ObjectType({
  description:
    "A line of a member's week. Of a week that is signed it is as it was then; its item, matter, grid and duty line are as they are now.",
})
@From(weekLines, { visibleTo: onlyBy("WeekLists.lines", "WeekReview.lines") })
export class WeekLine {
  @Field(() => String, { description: "What it is named by within its week: WORK:, DONE:, MATTER: or DUTY: and ids." })
  @column(weekLines.key)
  key!: string;
  @Field(() => ListSource) @column(weekLines.source) source!: ListSource;
  @Field(() => LineStanding, { nullable: true, description: "Null for a duty." })
  @column(weekLines.standing)
  standing?: LineStanding;
  @Field(() => String) @column(weekLines.title) title!: string;
  @Field(() => String, { nullable: true, description: "Of the work item or the matter." })
  @column(weekLines.number)
  number?: string;
  @Field(() => String, { nullable: true, description: "ORDER, TASK or RUN of work, the kind of a matter." })
  @column(weekLines.kind)
  kind?: string;
  @Field(() => WorkState, { nullable: true, description: "Of work: at the end of the week, or now in this one." })
  @column(weekLines.state)
  state?: WorkState;
  @Field(() => String, { nullable: true, description: "As the grid was called then." })
  @column(weekLines.gridName)
  gridName?: string;
  @Field(() => Duty, { nullable: true, description: "Of the seat." }) @column(weekLines.duty) duty?: Duty;
  @Field(() => LocalDate, { nullable: true }) @column(weekLines.dueOn) dueOn?: string;
  @Field(() => LocalDate, {
    nullable: true,
    description: "When work was closed or a matter ended, by the end of the week.",
  })
  @column(weekLines.closedOn)
  closedOn?: string;
  @Field(() => Boolean, { description: "A due time passed before it was met, or its day without its being handed in." })
  @column(weekLines.isLate)
  isLate!: boolean;
  @Field(() => Boolean, {
    description:
      "A result that was handed in by the end of the week waits now to be accepted 待审核: of a past week that is not signed too it is what its reviewer has still to decide, since accepting the line closes the work as it stands.",
  })
  @column(weekLines.isWaiting)
  isWaiting!: boolean;
  @Field(() => Boolean, { description: "It had been sent back, and was not handed in again by the end of the week." })
  @column(weekLines.isReturned)
  isReturned!: boolean;
  @Field(() => Boolean, {
    description: "补记: it belongs to an earlier week, which was signed before it happened or was known.",
  })
  @column(weekLines.isLateEntry)
  isLateEntry!: boolean;
  @Field(() => Boolean, {
    description: "A word is needed: a result waits, or it is late or missed, and nothing was decided.",
  })
  @sqlOf(weekLines, (line) => needsAWord(line))
  needsAWord!: boolean;
  @Field(() => Boolean, { description: "Nothing speaks against accepting it with all others that are clean." })
  @sqlOf(weekLines, isClean)
  isClean!: boolean;
  @Field(() => Int, { description: "Photos brought by the end of the week." })
  @column(weekLines.photos)
  photos!: number;
  @Field(() => SixRole, {
    nullable: true,
    description: "Which of the 六员 it serves: of a duty, or of the run's checklist.",
  })
  @column(weekLines.serves)
  serves?: SixRole;
  @Field(() => DateTime, { description: "When what it tells last changed." })
  @column(weekLines.changedAt)
  changedAt!: string;
  @Field(() => Boolean, { description: "It has changed since you last looked at the week, or you never did." })
  @sqlOf(weekLines, hasChanged)
  isUnread!: boolean;
  @Field(() => LineDecision, { nullable: true, description: "The last word on it." })
  @column(weekLines.decision)
  decision?: LineDecision;
  @Field(() => String, { nullable: true }) @column(weekLines.decisionReason) decisionReason?: string;
  @Field(() => String, { nullable: true, description: "Who decided it: the name of the account's person." })
  @column(weekLines.decider)
  decider?: string;
  @Field(() => DateTime, { nullable: true }) @column(weekLines.decidedAt) decidedAt?: string;
  @Field(() => WorkItem, { nullable: true, description: "The work, as it is now; null too when out of your sight." })
  @one(weekLines.itemId)
  item?: Ref<WorkItem>;
  @Field(() => [Recheck], {
    description:
      "Of work: when it was drawn to be checked again 双随机复查, the last first; as is known now, of a week that is signed too.",
  })
  @many(rechecks, {
    about: 0,
    perRow: true,
    child: rechecks.itemId,
    parent: weekLines.itemId,
    order: ({ round }) => sql`${round} desc`,
  })
  rechecks!: Recheck[];
  @Field(() => Matter, { nullable: true, description: "As it is now; null too when out of your sight." })
  @one(weekLines.matterId)
  matter?: Ref<Matter>;
  @Field(() => DutyLine, { nullable: true, description: "The duty, or the one that an achievement serves." })
  @one(weekLines.dutyLineId)
  dutyLine?: Ref<DutyLine>;
  @Field(() => Grid, { nullable: true, description: "As it is now; null too when out of your sight." })
  @one(weekLines.gridId)
  grid?: Ref<Grid>;
  @Field(() => WorkItem, {
    nullable: true,
    description: "What was sent back, or the task that a returned duty became.",
  })
  @one(weekLines.returnedItemId)
  returnedItem?: Ref<WorkItem>;
}
