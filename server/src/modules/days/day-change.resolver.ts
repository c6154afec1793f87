import { Arg, Query, Resolver } from "type-graphql";
import { listOf, lists, many, sql } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { DayChangeFilter, dayChangeOrders } from "./day-change-filter.types.ts";
import { dayComparison } from "./day-change.rows.ts";
import { DayChangeConnection, DayComparison } from "./day-change.types.ts";

export const DayChangeLists = lists({
  dayChanges: listOf({
    gives: DayChangeConnection,
    filter: DayChangeFilter,
    orders: dayChangeOrders,
    description: "What of the seats of stations in your reach changed between two moments.",
    at: "The later moment, at which all below holds; now when absent.",
  }),
});

@Resolver()
export class DayComparisonResolver {
  @Query(() => [DayComparison], { description: "The seats at two moments, for each station within your reach." })
  @many(dayComparison, {
    about: 20,
    order: ({ stationPosition, stationName, stationId }) => sql`${stationPosition}, ${stationName}, ${stationId}`,
  })
  dayComparison(
    @Arg("since", () => DateTime, {
      nullable: true,
      description: "The earlier moment; 30 days before the later one when absent.",
    })
    _since?: Date,
    @Arg("at", () => DateTime, { nullable: true, description: "The later moment; now when absent." }) _at?: Date,
  ): never {
    throw new Error("read by its source");
  }
}
