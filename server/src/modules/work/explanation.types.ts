import { workItems } from "@maple-bridge/drizzle/tables";
import { Field, ObjectType } from "type-graphql";
import { From, self, sql, sqlOf, type Ref } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { clocksOfItem, pausesOfItem, requestsOfItem, WorkClock, WorkPause, WorkRequest } from "./work-clock.types.ts";
import { WorkItem } from "./work-item.types.ts";
import { Light } from "./work.enums.ts";
import { isInSight, lightOf } from "./work.rows.ts";

@ObjectType({
  description:
    "Why an item is due when it is: each clock with its rule, calendar, start and budget, the pauses and what was asked for and granted. A due time is worked out from these alone.",
})
@From(workItems, { visibleTo: isInSight })
export class DeadlineExplanation {
  @Field(() => WorkItem) @self() item!: Ref<WorkItem>;
  @Field(() => DateTime, { nullable: true })
  @sqlOf(workItems, ({ nextDueAt }) => sql`case when isfinite(${nextDueAt}) then ${nextDueAt} end`)
  nextDueAt?: string;
  @Field(() => Light) @sqlOf(workItems, lightOf) light!: Light;
  @Field(() => DateTime, { description: "The moment it was explained." })
  @sqlOf(workItems, (_item, reading) => sql`${reading.now}`)
  at!: string;
  @Field(() => [WorkClock])
  @clocksOfItem()
  clocks!: WorkClock[];
  @Field(() => [WorkPause])
  @pausesOfItem()
  pauses!: WorkPause[];
  @Field(() => [WorkRequest], { description: "What was asked for, in order." })
  @requestsOfItem()
  requests!: WorkRequest[];
}
