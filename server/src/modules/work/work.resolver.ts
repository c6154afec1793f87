import { workItems } from "@maple-bridge/drizzle/tables";
import { Arg, Args, ID, Query, Resolver } from "type-graphql";
import { asked, listOf, lists, PageArgs, pages, rowWhere, sql } from "#kernel/read";
import { isMine } from "./my-work.rows.ts";
import { DeadlineExplanation } from "./explanation.types.ts";
import { WorkItemFilter, workOrders } from "./work-filter.types.ts";
import { WorkItem, WorkItemConnection } from "./work-item.types.ts";
import { MyWorkPart } from "./work.enums.ts";

export const WorkLists = lists({
  workItems: listOf({
    gives: WorkItemConnection,
    filter: WorkItemFilter,
    orders: workOrders,
    description: "The work in your sight 工作事项.",
  }),
});

@Resolver()
export class WorkResolver {
  @Query(() => WorkItem, { nullable: true })
  @rowWhere(workItems, (item, reading) => sql`${item.id} = ${reading.arg("id", "uuid")!}`)
  workItem(@Arg("id", () => ID) _id: string): never {
    throw new Error("read by its source");
  }

  @Query(() => WorkItemConnection, {
    description:
      "What waits for you now, the first due first: what you answer for or may claim, feedback for you to assess, what is asked for and yours to decide, and, where you command, what was declined and what nobody answers for.",
  })
  @pages(workItems, {
    where: (item, reading) => sql`(${isMine(item, reading)} and ${asked(item, reading)})`,
    hearsFilter: true,
    order: (item) => ({ terms: [{ by: sql`coalesce(${item.nextDueAt}, 'infinity')`, type: "timestamptz" }] }),
  })
  myWork(
    @Args(() => PageArgs) _args: PageArgs,
    @Arg("part", () => MyWorkPart, { nullable: true, description: "All of it without." }) _part?: MyWorkPart,
    @Arg("filter", () => WorkItemFilter, { nullable: true }) _filter?: WorkItemFilter,
  ): never {
    throw new Error("read by its source");
  }

  @Query(() => DeadlineExplanation, { nullable: true, description: "How the item's due times came about 时限说明." })
  @rowWhere(workItems, (item, reading) => sql`${item.id} = ${reading.arg("workItemId", "uuid")!}`)
  explainDeadline(@Arg("workItemId", () => ID) _workItemId: string): never {
    throw new Error("read by its source");
  }
}
