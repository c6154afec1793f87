import { Field, Float, Int, ObjectType } from "type-graphql";
import { column, From, onlyBy } from "#kernel/read";
import { OrderKind } from "#modules/work";
import { funnel } from "./funnel.rows.ts";

@ObjectType({
  description:
    "Orders of one kind that were issued in the period, and how far they have come by now 指令漏斗. Each figure is a count of work items that `workItems` gives by the same conditions.",
})
@From(funnel, { visibleTo: onlyBy("Query.orderFunnel") })
export class OrderFunnelStage {
  @Field(() => OrderKind) @column(funnel.orderKind) orderKind!: OrderKind;
  @Field(() => Int) @column(funnel.issued) issued!: number;
  @Field(() => Int, { description: "With a feedback, closed or not." }) @column(funnel.fedBack) fedBack!: number;
  @Field(() => Int) @column(funnel.closed) closed!: number;
  @Field(() => Int, { description: "Closed with no due time missed." })
  @column(funnel.closedOnTime)
  closedOnTime!: number;
  @Field(() => Int, { description: "Returned at least once." }) @column(funnel.returned) returned!: number;
  @Field(() => Int, { description: "Issued in follow-up of another order." })
  @column(funnel.followUps)
  followUps!: number;
  @Field(() => Int, { description: "Fed back by the first receiver 首接 of their matter." })
  @column(funnel.byFirstReceiver)
  byFirstReceiver!: number;
  @Field(() => Float, { nullable: true, description: "closedOnTime / closed, 0 to 1; null where none is closed." })
  @column(funnel.onTimeRate)
  onTimeRate?: number;
}
