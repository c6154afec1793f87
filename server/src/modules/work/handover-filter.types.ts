import { handovers } from "@maple-bridge/drizzle/tables";
import { Field, ID, InputType } from "type-graphql";
import { equals, ordersOf, sql, where } from "#kernel/read";

@InputType({ description: "Every condition given must hold." })
export class HandoverFilter {
  @Field(() => Boolean, { nullable: true, description: "Whether it waits to be confirmed." })
  @where(handovers, ({ outcome }, { value }) => sql`(${outcome} is null) = ${value}`)
  isOpen?: boolean;
  @Field(() => ID, { nullable: true, description: "Which the member gives or takes." })
  @where(handovers, ({ giverId, takerId }, { value }) => sql`${value} in (${giverId}, ${takerId})`)
  memberId?: string;
  @Field(() => ID, { nullable: true }) @equals(handovers, "takerId") takerId?: string;
}

export const handoverOrders = ordersOf(
  handovers,
  "HandoverOrder",
  { NEWEST: ({ begunAt }) => [{ by: begunAt, type: "timestamptz" }] },
  { values: { NEWEST: "By when it was begun." } },
);
