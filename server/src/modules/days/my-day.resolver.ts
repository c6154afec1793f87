import { Arg, Query, Resolver } from "type-graphql";
import { everything, rowWhere } from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { myDays } from "./day.rows.ts";
import { MyDay } from "./my-day.types.ts";

@Resolver()
export class MyDayResolver {
  @Query(() => MyDay, {
    nullable: true,
    description:
      "What is yours on a day, in one read; null where your account is no member's. Seats, duties and whom you stand in for are those of the day, work is told as it stands now.",
  })
  @rowWhere(myDays, () => everything)
  myDay(
    @Arg("day", () => LocalDate, { nullable: true, description: "Today in the bureau's zone (UTC+8) when absent." })
    _day?: string,
  ): never {
    throw new Error("read by its source");
  }
}
