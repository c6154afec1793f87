import { workEvents, workItems } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, connectionOf, From, many, Node, one, type Ref, sql, sqlOf, through } from "#kernel/read";
import { DateTime, LocalDate } from "#kernel/scalars";
import { history, HistoryEntry } from "#modules/audit";
import { Duty, Grid } from "#modules/grids";
import { Member, memberRows } from "#modules/members";
import { Unit } from "#modules/organisation";
import { answerers, isVacant } from "./answering.rows.ts";
import { silentWorkingDays, workingDaysLeft } from "./days-left.rows.ts";
import { opensAgainAt } from "./working-hours.rows.ts";
import { toldAs } from "./work-actions.rules.ts";
import { clocksOfItem, pausesOfItem, requestsOfItem, WorkClock, WorkPause, WorkRequest } from "./work-clock.types.ts";
import { inOrder, WorkEvent } from "./work-event.types.ts";
import {
  Card,
  Light,
  OrderKind,
  OwedBy,
  RequestKind,
  Urgency,
  WorkKind,
  WorkOutcome,
  WorkState,
} from "./work.enums.ts";
import { actionsOf, fillableUntil, isInSight, isOpen, lightOf, owedBy, undecidedKinds } from "./work.rows.ts";

@ObjectType({
  implements: Node,
  description:
    "What somebody owes by a time 工作事项: an order, a task, a receipt, a run of a checklist. It is addressed to a seat (grid and duty), a member or a unit; who answers for it follows from that at the moment. You see the work of stations in your reach, what was issued by units in your reach, and what is addressed to you or your unit.",
})
@From(workItems, { visibleTo: isInSight })
export class WorkItem {
  @Field(() => ID) @column(workItems.id) id!: string;
  @Field(() => String, {
    description: "As in 410481-2026-000123-2, the second item of a matter; unique in the bureau.",
  })
  @column(workItems.number)
  number!: string;
  @Field(() => WorkKind) @column(workItems.kind) kind!: WorkKind;
  @Field(() => OrderKind, { nullable: true }) @column(workItems.orderKind) orderKind?: OrderKind;
  @Field(() => String) @column(workItems.title) title!: string;
  @Field(() => String, { nullable: true }) @column(workItems.instructions) instructions?: string;
  @Field(() => Urgency) @column(workItems.urgency) urgency!: Urgency;
  @Field(() => Int, {
    description: "层级: 3 grid, 2 police room, 1 station, 0 bureau; it goes up when it is escalated.",
  })
  @column(workItems.level)
  level!: number;
  @Field(() => WorkState) @column(workItems.state) state!: WorkState;
  @Field(() => DateTime) @column(workItems.stateSince) stateSince!: string;
  @Field(() => Boolean, { description: "Its clocks stand still 挂起; its state waits beneath." })
  @sqlOf(workItems, ({ suspendedSince }) => sql`${suspendedSince} is not null`)
  isSuspended!: boolean;
  @Field(() => DateTime, { nullable: true }) @column(workItems.suspendedSince) suspendedSince?: string;
  @Field(() => Boolean) @sqlOf(workItems, isOpen) isOpen!: boolean;
  @Field(() => Int, { description: "From 1; each return begins another." }) @column(workItems.round) round!: number;
  @Field(() => Int, { description: "How often its feedback was returned." })
  @column(workItems.returns)
  returns!: number;
  @Field(() => Card, { nullable: true }) @column(workItems.card) card?: Card;
  @Field(() => Unit, { nullable: true, description: "The station 派出所 that it is work of." })
  @one(workItems.stationId)
  station?: Ref<Unit>;
  @Field(() => Grid, { nullable: true }) @one(workItems.gridId) grid?: Ref<Grid>;
  @Field(() => Duty, { nullable: true, description: "The seat's, at `grid`." }) @column(workItems.duty) duty?: Duty;
  @Field(() => Member, { nullable: true, description: "To whom it is addressed directly, or who has claimed it." })
  @one(workItems.memberId)
  member?: Ref<Member>;
  @Field(() => Unit, { nullable: true, description: "Of which one member claims it." })
  @one(workItems.unitId)
  unit?: Ref<Unit>;
  @Field(() => [Member], {
    description:
      "Who answers for it now 责任人: holders of its seat or its member, or those who stand in. Those out of your sight are left out.",
  })
  @many(memberRows, {
    about: 1,
    through: through(answerers, { parent: answerers.itemId, child: answerers.memberId }),
    order: (member) => sql`${member.badge}`,
  })
  responsible!: Member[];
  @Field(() => Boolean, {
    description:
      "Nobody answers for it: the seat is vacant, whoever holds it is away without a substitute, or no member of the unit has claimed it.",
  })
  @sqlOf(workItems, (item, reading) => sql`(${isOpen(item)} and ${isVacant(item, reading)})`)
  isVacant!: boolean;
  @Field(() => OwedBy, { nullable: true, description: "Null once it is over." })
  @sqlOf(workItems, owedBy)
  owedBy?: OwedBy;
  @Field(() => Unit, { nullable: true }) @one(workItems.issuerUnitId) issuerUnit?: Ref<Unit>;
  @Field(() => DateTime, { description: "Before this it is not yet open, and no clock runs." })
  @column(workItems.opensAt)
  opensAt!: string;
  @Field(() => DateTime) @column(workItems.createdAt) issuedAt!: string;
  @Field(() => DateTime, { nullable: true, description: "The next of its due times; null when no clock runs." })
  @sqlOf(workItems, ({ nextDueAt }) => sql`case when isfinite(${nextDueAt}) then ${nextDueAt} end`)
  nextDueAt?: string;
  @Field(() => DateTime, { nullable: true, description: "From when it is due soon." })
  @sqlOf(workItems, ({ warnAt }) => sql`case when isfinite(${warnAt}) then ${warnAt} end`)
  warnAt?: string;
  @Field(() => Light) @sqlOf(workItems, lightOf) light!: Light;
  @Field(() => Int, {
    nullable: true,
    description:
      "Working days of the calendar until its next due time, below zero once that has passed: 剩 2 天, 超 1 天. Null without one.",
  })
  @sqlOf(workItems, workingDaysLeft)
  workingDaysLeft?: number;
  @Field(() => Int, {
    nullable: true,
    description:
      "Working days since anybody did something about it 静默 5 天, whatever it is due by; null once it is over. What the clock tells by itself is no word.",
  })
  @sqlOf(workItems, (item, reading) => sql`case when ${isOpen(item)} then ${silentWorkingDays(item, reading)} end`)
  silentWorkingDays?: number;
  @Field(() => DateTime, {
    nullable: true,
    description:
      "Outside working time, when its next due time is counted on: 休时，08:30 起算. Null in working time, of times round the clock, and while it is suspended.",
  })
  @sqlOf(workItems, opensAgainAt)
  opensAgainAt?: string;
  @Field(() => LocalDate, { nullable: true, description: "The day by which it is to be fed back, or else closed." })
  @column(workItems.dueOn)
  dueOn?: string;
  @Field(() => DateTime, { nullable: true }) @column(workItems.closedAt) closedAt?: string;
  @Field(() => WorkOutcome, { nullable: true }) @column(workItems.outcome) outcome?: WorkOutcome;
  @Field(() => Boolean, { description: "A due time passed before it was met; it stays so." })
  @column(workItems.isLate)
  isLate!: boolean;
  @Field(() => Int, { description: "How many photos its feedback needs at least." })
  @column(workItems.photosAtLeast)
  photosAtLeast!: number;
  @Field(() => Int, { nullable: true, description: "What a task or a run is thought to take, in minutes." })
  @column(workItems.burdenMinutes)
  burdenMinutes?: number;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Of a run: the day that it is of. It is open from then on until 24:00 of `windowEndsOn`.",
  })
  @column(workItems.occurrenceOn)
  occurrenceOn?: string;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Of a run: the last day of its window, in whose week it counts.",
  })
  @column(workItems.windowEndsOn)
  windowEndsOn?: string;
  @Field(() => DateTime, {
    nullable: true,
    description: "Of a run: when it was missed 漏办. It stays so, filled in late or not.",
  })
  @column(workItems.missedAt)
  missedAt?: string;
  @Field(() => DateTime, { nullable: true, description: "Of a run that was missed: until when it may be filled in." })
  @sqlOf(workItems, fillableUntil)
  fillableUntil?: string;
  @Field(() => ID, { nullable: true, description: "Shared by items issued together, as to many grids." })
  @column(workItems.batchId)
  batchId?: string;
  @Field(() => WorkItem, { nullable: true, description: "Which it follows up or supervises." })
  @one(workItems.parentId)
  parent?: Ref<WorkItem>;
  @Field(() => [WorkItem], { description: "What follows it up or supervises it, in the order issued." })
  @many(workItems, { about: 1, inAll: 100_000, child: workItems.parentId, order: (item) => sql`${item.id}` })
  children!: WorkItem[];
  @Field(() => [WorkEvent], { description: "Every step, in order." })
  @many(workEvents, { about: 8, perRow: true, child: workEvents.itemId, order: inOrder })
  events!: WorkEvent[];
  @Field(() => WorkEvent, { nullable: true })
  @one(workItems.lastEventId)
  lastEvent?: Ref<WorkEvent>;
  @Field(() => [WorkClock], { description: "Its due times, in the order begun." })
  @clocksOfItem()
  clocks!: WorkClock[];
  @Field(() => [WorkPause])
  @pausesOfItem()
  pauses!: WorkPause[];
  @Field(() => [WorkRequest], { description: "What was asked for, in order." })
  @requestsOfItem()
  requests!: WorkRequest[];
  @Field(() => [RequestKind], { description: "What is asked for and undecided." })
  @sqlOf(workItems, undecidedKinds)
  undecided!: RequestKind[];
  @Field(() => Int) @column(workItems.version) version!: number;
  @Field(() => [HistoryEntry]) @history() history!: HistoryEntry[];
  @Field(() => [String], { description: "The steps that you may take with it now; each succeeds." })
  @sqlOf(workItems, (item, reading) => actionsOf(item, reading, toldAs))
  viewerMay!: string[];
}

export const WorkItemConnection = connectionOf("WorkItem", () => WorkItem);
