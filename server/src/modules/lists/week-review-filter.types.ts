import { weekReviews } from "@maple-bridge/drizzle/tables";
import { Field, ID, InputType } from "type-graphql";
import { equals, ordersOf, sql, where } from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { subtreeOf } from "#modules/organisation";

@InputType({ description: "Every condition given must hold." })
export class WeekReviewFilter {
  @Field(() => ID, { nullable: true, description: "Of this unit and of those below it." })
  @where(weekReviews, ({ stationId }, { value }, reading) => sql`${stationId} in (${subtreeOf(value, reading)})`)
  unitId?: string;
  @Field(() => ID, { nullable: true }) @equals(weekReviews, "memberId") memberId?: string;
  @Field(() => LocalDate, { nullable: true, description: "Weeks that begin on this day or later." })
  @where(weekReviews, ({ weekStart }, { value }) => sql`${weekStart} >= ${value}`)
  from?: string;
  @Field(() => LocalDate, { nullable: true, description: "Weeks that begin on this day or earlier." })
  @where(weekReviews, ({ weekStart }, { value }) => sql`${weekStart} <= ${value}`)
  to?: string;
  @Field(() => Boolean, { nullable: true })
  @where(weekReviews, ({ signedAt }, { value }) => sql`(${signedAt} is not null) = ${value}`)
  isSigned?: boolean;
  @Field(() => Boolean, { nullable: true, description: "Whether the revision before it was reopened." })
  @where(weekReviews, ({ revision }, { value }) => sql`(${revision} > 1) = ${value}`)
  isReopened?: boolean;
}

export const weekReviewOrders = ordersOf(weekReviews, "WeekReviewOrder", {
  WEEK: ({ weekStart, revision }) => [
    { by: weekStart, type: "date" },
    { by: revision, type: "int" },
  ],
});
