import { Arg, ID, Query, Resolver } from "type-graphql";
import { listOf, lists, many, sql } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { comingDays } from "./coming.rows.ts";
import { ComingChangeConnection, ComingChangeFilter, comingChangeOrders, ComingDay } from "./coming.types.ts";

export const ComingChangeLists = lists({
  comingChanges: listOf({
    gives: ComingChangeConnection,
    filter: ComingChangeFilter,
    orders: comingChangeOrders,
    description: "What is to happen to the posts within your reach, from now on.",
  }),
});

@Resolver()
export class ComingDayResolver {
  @Query(() => [ComingDay], { description: "How much of each kind is to happen on which day, from now on." })
  @many(comingDays, { about: 100, order: ({ day, place }) => sql`${day}, ${place}` })
  comingDays(
    @Arg("unitId", () => ID, { nullable: true, description: "As in the filter of `comingChanges`." }) _unitId?: string,
    @Arg("before", () => DateTime, { nullable: true, description: "91 days from now when absent." }) _before?: Date,
  ): never {
    throw new Error("read by its source");
  }
}
