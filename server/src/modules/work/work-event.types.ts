import { workEvents } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, connectionOf, From, Node, one, type Ref, type RowOf, sql } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Duty, Grid } from "#modules/grids";
import { Member } from "#modules/members";
import { Unit } from "#modules/organisation";
import { ClockKind, EventCause, EventSource, WorkState } from "./work.enums.ts";
import { withItem } from "./work-sight.rows.ts";

@ObjectType({
  implements: Node,
  description:
    "A step of a work item, only ever appended. The address (grid and duty, member or unit) is the one after it.",
})
@From(workEvents, withItem)
export class WorkEvent {
  @Field(() => ID) @column(workEvents.id) id!: string;
  @Field(() => Int, { description: "From 1, within the item." }) @column(workEvents.sequence) sequence!: number;
  @Field(() => DateTime, { description: "When it was recorded." }) @column(workEvents.at) at!: string;
  @Field(() => DateTime, { nullable: true, description: "When it truly was, where that is not when it was recorded." })
  @column(workEvents.happenedAt)
  happenedAt?: string;
  @Field(() => String, { description: "What was done, as in ISSUE, ACCEPT, SUBMIT, CLOSE, URGE." })
  @column(workEvents.action)
  action!: string;
  @Field(() => WorkState, { nullable: true }) @column(workEvents.fromState) fromState?: WorkState;
  @Field(() => WorkState) @column(workEvents.toState) toState!: WorkState;
  @Field(() => Int, { description: "From 1; a return begins the next." }) @column(workEvents.round) round!: number;
  @Field(() => String) @column(workEvents.actorName) actorName!: string;
  @Field(() => Member, { nullable: true }) @one(workEvents.actorMemberId) actor?: Ref<Member>;
  @Field(() => Member, {
    nullable: true,
    description:
      "The absent member for whom the actor did it; of what the clock tells, for whom `answeredBy` stood in.",
  })
  @one(workEvents.onBehalfOfId)
  onBehalfOf?: Ref<Member>;
  @Field(() => EventCause) @column(workEvents.cause) cause!: EventCause;
  @Field(() => EventSource) @column(workEvents.source) source!: EventSource;
  @Field(() => Member, { nullable: true, description: "Who answered for the item then; null where nobody did." })
  @one(workEvents.answeredById)
  answeredBy?: Ref<Member>;
  @Field(() => Grid, { nullable: true }) @one(workEvents.gridId) grid?: Ref<Grid>;
  @Field(() => Duty, { nullable: true }) @column(workEvents.duty) duty?: Duty;
  @Field(() => Member, { nullable: true }) @one(workEvents.memberId) member?: Ref<Member>;
  @Field(() => Unit, { nullable: true }) @one(workEvents.unitId) unit?: Ref<Unit>;
  @Field(() => Int) @column(workEvents.level) level!: number;
  @Field(() => String, { nullable: true }) @column(workEvents.reason) reason?: string;
  @Field(() => ClockKind, { nullable: true, description: "Whose due time it has moved." })
  @column(workEvents.clock)
  clock?: ClockKind;
  @Field(() => DateTime, { nullable: true }) @column(workEvents.dueBefore) dueBefore?: string;
  @Field(() => DateTime, { nullable: true }) @column(workEvents.dueAfter) dueAfter?: string;
}

export const inOrder = (event: RowOf<typeof workEvents>) => sql`${event.sequence}`;

export const WorkEventConnection = connectionOf("WorkEvent", () => WorkEvent);
