import { workItems } from "@maple-bridge/drizzle/tables";
import { Field, ID, InputType, Int } from "type-graphql";
import { atLeast, atMost, equals, finds, join, laterConditions, literal, ordersOf, sql, where } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Duty } from "#modules/grids";
import { subtreeOf } from "#modules/organisation";
import { type ItemRow, isVacant } from "./answering.rows.ts";
import { workingDaysLeft } from "./days-left.rows.ts";
import { Light, OrderKind, Urgency, WorkKind, WorkState } from "./work.enums.ts";
import { ofMember } from "./member-work.rows.ts";
import { isAsked, isNobodys, isOpen, lightOf } from "./work.rows.ts";

/** What later modules say of work. */
export const workConditions = laterConditions(workItems);

@InputType({ description: "Every condition given must hold." })
export class WorkItemFilter {
  @Field(() => String, { nullable: true, description: "A part of the number or the title." })
  @where(workItems, ({ number, title }, { value }) => finds(value, { texts: [number, title] }))
  search?: string;
  @Field(() => [WorkKind], { nullable: true }) @equals(workItems, "kind") kind?: WorkKind[];
  @Field(() => [OrderKind], { nullable: true }) @equals(workItems, "orderKind") orderKind?: OrderKind[];
  @Field(() => [WorkState], { nullable: true }) @equals(workItems, "state") state?: WorkState[];
  @Field(() => Boolean, { nullable: true, description: "Whether somebody still owes a step." })
  @where(workItems, (item, { choice }) => (choice === true ? isOpen(item) : sql`not ${isOpen(item)}`))
  isOpen?: boolean;
  @Field(() => [Urgency], { nullable: true }) @equals(workItems, "urgency") urgency?: Urgency[];
  @Field(() => [Light], { nullable: true, description: "As it stands at the moment of reading." })
  @where(workItems, (item, { value }, reading) => sql`${lightOf(item, reading)} = any(${value})`)
  light?: Light[];
  @Field(() => Boolean, { nullable: true, description: "Whether nobody answers for it now." })
  @where(workItems, (item, { choice }, reading) =>
    choice === true
      ? sql`(${isOpen(item)} and ${isVacant(item, reading)})`
      : sql`not (${isOpen(item)} and ${isVacant(item, reading)})`,
  )
  isVacant?: boolean;
  @Field(() => ID, { nullable: true, description: "Work of this unit and of those below it, by its station." })
  @where(workItems, ({ stationId }, { value }, reading) => sql`${stationId} in (${subtreeOf(value, reading)})`)
  unitId?: string;
  @Field(() => ID, { nullable: true }) @equals(workItems, "gridId") gridId?: string;
  @Field(() => Duty, { nullable: true }) @equals(workItems, "duty") duty?: Duty;
  @Field(() => ID, { nullable: true, description: "Work that the member answers for now." })
  @where(workItems, ({ id }, { value }, reading) => sql`${id} in ${ofMember(sql`${value}`, reading)}`)
  memberId?: string;
  @Field(() => ID, { nullable: true }) @equals(workItems, "matterId") matterId?: string;
  @Field(() => ID, { nullable: true }) @equals(workItems, "batchId") batchId?: string;
  @Field(() => Boolean, { nullable: true }) @equals(workItems, "isLate") isLate?: boolean;
  @Field(() => Boolean, { nullable: true, description: "Whether it bears a yellow or red card." })
  @where(workItems, ({ card }, { value }) => sql`(${card} is not null) = ${value}`)
  isCarded?: boolean;
  @Field(() => Boolean, { nullable: true })
  @where(workItems, ({ suspendedSince }, { value }) => sql`(${suspendedSince} is not null) = ${value}`)
  isSuspended?: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether more time, a suspension or, of what is closed, its return is asked for and undecided.",
  })
  @where(workItems, (item, { choice }, reading) =>
    choice === true ? isAsked(item, reading) : sql`not ${isAsked(item, reading)}`,
  )
  isAsked?: boolean;
  @Field(() => Boolean, { nullable: true, description: "Whether a feedback was given." })
  @where(workItems, ({ feedbackId }, { value }) => sql`(${feedbackId} is not null) = ${value}`)
  hasFeedback?: boolean;
  @Field(() => Boolean, { nullable: true, description: "Whether it was returned at least once." })
  @where(workItems, ({ returns }, { value }) => sql`(${returns} > 0) = ${value}`)
  wasReturned?: boolean;
  @Field(() => Int, { nullable: true, description: "Returned so many times 退回次数 or more." })
  @atLeast(workItems, "returns")
  returnsAtLeast?: number;
  @Field(() => Int, { nullable: true, description: "Returned so many times 退回次数 or fewer." })
  @atMost(workItems, "returns")
  returnsAtMost?: number;
  @Field(() => Boolean, { nullable: true, description: "Whether it follows up another order." })
  @where(
    workItems,
    ({ parentId, orderKind }, { value }) => sql`(${parentId} is not null and ${orderKind} <> 'SUPERVISION') = ${value}`,
  )
  isFollowUp?: boolean;
  @Field(() => Boolean, { nullable: true, description: "Whether it was fed back by the first receiver of its matter." })
  @workConditions.by("byFirstReceiver")
  byFirstReceiver?: boolean;
  @Field(() => ID, { nullable: true, description: "What a draw of re-checks was drawn from: its candidates." })
  @workConditions.by("candidateOf")
  candidateOf?: string;
  @Field(() => DateTime, { nullable: true, description: "Whose next due time comes before this." })
  @where(workItems, ({ nextDueAt }, { value }) => sql`${nextDueAt} < ${value}`)
  dueBefore?: Date;
  @Field(() => Int, { nullable: true, description: "More than so many working days over its due time: 超 3 天." })
  @where(
    workItems,
    (item, { value }, reading) => sql`(${isOpen(item)} and ${workingDaysLeft(item, reading)} < -${value})`,
  )
  daysOverMoreThan?: number;
  @Field(() => DateTime, { nullable: true })
  @where(workItems, ({ createdAt }, { value }) => sql`${createdAt} >= ${value}`)
  issuedFrom?: Date;
  @Field(() => DateTime, { nullable: true })
  @where(workItems, ({ createdAt }, { value }) => sql`${createdAt} < ${value}`)
  issuedBefore?: Date;
}

const firstDue = ({ nextDueAt }: ItemRow) =>
  ({ by: sql`coalesce(${nextDueAt}, 'infinity')`, type: "timestamptz" }) as const;

/** In the order in which work goes through them. */
export const byState = ({ state }: Pick<ItemRow, "state">) =>
  ({
    by: sql`array_position(array[${join(Object.keys(WorkState).map(literal), ",")}], ${state})`,
    type: "int",
  }) as const;

export const workOrders = ordersOf(
  workItems,
  "WorkOrder",
  {
    DUE: (item) => [firstDue(item)],
    NOBODYS_FIRST: (item, reading) => [
      { by: sql`(case when ${isNobodys(item, reading)} then 0 else 1 end)`, type: "int" },
      firstDue(item),
    ],
    NEWEST: ({ createdAt }) => [{ by: createdAt, type: "timestamptz" }],
    SILENT: ({ lastEventAt }) => [{ by: lastEventAt, type: "timestamptz" }],
    NUMBER: ({ number }) => [{ by: number, type: "text" }],
    STATE: (item) => [byState(item), firstDue(item)],
    RETURNS: (item) => [{ by: item.returns, type: "smallint" }, firstDue(item)],
  },
  {
    values: {
      DUE: "By the next due time, so overdue, due soon, then the rest; without one, or suspended, last.",
      NOBODYS_FIRST: "What was declined and what nobody answers for comes first; then as DUE.",
      NEWEST: "By when it was issued; DESC is the newest first.",
      SILENT: "By its last event: what was not touched longest comes first.",
      STATE: "By its state, as work goes through them; then as DUE.",
      RETURNS: "By how often it was returned; then as DUE.",
    },
  },
);
