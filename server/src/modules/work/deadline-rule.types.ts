import { deadlineRules } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, connectionOf, everyones, From, Node, viewerMay, sql } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { OrderKind, TimeUnit, Urgency, WorkKind } from "./work.enums.ts";
import { maySetDeadlines } from "./work.policy.ts";

@ObjectType({
  implements: Node,
  description:
    "By when work of a kind and urgency is to be accepted, fed back and closed 时限规则. A change makes a new revision; clocks name the one they were started by.",
})
@From(deadlineRules, { visibleTo: everyones("by when work is owed") })
export class DeadlineRule {
  @Field(() => ID) @column(deadlineRules.id) id!: string;
  @Field(() => WorkKind) @column(deadlineRules.kind) kind!: WorkKind;
  @Field(() => OrderKind, { nullable: true }) @column(deadlineRules.orderKind) orderKind?: OrderKind;
  @Field(() => Urgency) @column(deadlineRules.urgency) urgency!: Urgency;
  @Field(() => Int) @column(deadlineRules.revision) revision!: number;
  @Field(() => TimeUnit, { description: "What the times are counted in." }) @column(deadlineRules.unit) unit!: TimeUnit;
  @Field(() => Int, { nullable: true, description: "From being issued or readdressed to being accepted." })
  @column(deadlineRules.acceptWithin)
  acceptWithin?: number;
  @Field(() => Int, { nullable: true, description: "From being issued to the feedback." })
  @column(deadlineRules.feedbackWithin)
  feedbackWithin?: number;
  @Field(() => Int, { nullable: true, description: "From being issued to being closed." })
  @column(deadlineRules.closeWithin)
  closeWithin?: number;
  @Field(() => Int, { nullable: true, description: "From a return to the next feedback." })
  @column(deadlineRules.reworkWithin)
  reworkWithin?: number;
  @Field(() => Int, { description: "Due soon when so much of the time is left, in hundredths: 1 to 90." })
  @column(deadlineRules.warnAtPercent)
  warnAtPercent!: number;
  @Field(() => Int, {
    nullable: true,
    description: "So many minutes after a due time it goes up one level; null for never.",
  })
  @column(deadlineRules.escalateAfter)
  escalateAfter?: number;
  @Field(() => Boolean, { description: "It is urged by itself when it is due soon." })
  @column(deadlineRules.urgesWhenDueSoon)
  urgesWhenDueSoon!: boolean;
  @Field(() => Boolean, { description: "Messages do not wait for the next shift." })
  @column(deadlineRules.tellsAtAnyHour)
  tellsAtAnyHour!: boolean;
  @Field(() => DateTime) @column(deadlineRules.startsAt) startsAt!: string;
  @Field(() => DateTime, { nullable: true }) @column(deadlineRules.endsAt) endsAt?: string;
  @Field(() => Int) @column(deadlineRules.version) version!: number;
  @Field(() => [String])
  @viewerMay(deadlineRules, "bureau", [
    { action: "SET_DEADLINE_RULE", policy: maySetDeadlines, when: ({ endsAt }) => sql`${endsAt} is null` },
  ])
  viewerMay!: string[];
}

export const DeadlineRuleConnection = connectionOf("DeadlineRule", () => DeadlineRule);
