import { accounts } from "@maple-bridge/drizzle/tables";
import { Field, ID, InputType } from "type-graphql";
import { equals, finds, ordersOf, sql, where } from "#kernel/read";
import { Role } from "./role.ts";

@InputType({ description: "All that are given must hold." })
export class AccountFilter {
  @Field(() => String, { nullable: true, description: "Part of the name or the display name." })
  @where(accounts, ({ name, displayName }, { value }) => finds(value, { texts: [name, displayName] }))
  search?: string;
  @Field(() => Role, { nullable: true, description: "Accounts that hold this role somewhere." })
  @where(
    accounts,
    ({ id }, { value }, reading) =>
      sql`exists (select from role_grants g where g.bureau_id = ${reading.bureau} and g.account_id = ${id} and g.role = ${value})`,
  )
  role?: Role;
  @Field(() => ID, { nullable: true, description: "The member whose account it is." })
  @equals(accounts, "memberId")
  memberId?: string;
  @Field(() => Boolean, { nullable: true, description: "true: disabled accounts only; false: those that are not." })
  @where(accounts, ({ disabledAt }, { choice }) =>
    choice === true ? sql`${disabledAt} is not null` : sql`${disabledAt} is null`,
  )
  disabled?: boolean;
}

export const accountOrders = ordersOf(
  accounts,
  "AccountOrder",
  {
    NAME: ({ name }) => [{ by: name, type: "text" }],
    DISPLAY_NAME: ({ displayName }) => [{ by: sql`${displayName} collate "zh-x-icu"`, type: "text" }],
    CREATED_AT: ({ createdAt }) => [{ by: createdAt, type: "timestamptz" }],
    STATE: ({ disabledAt, mustChangePassword, name }) => [
      {
        by: sql`(case when ${disabledAt} is not null then 2 when ${mustChangePassword} then 1 else 0 end)`,
        type: "int",
      },
      { by: name, type: "text" },
    ],
  },
  {
    description: "Display names come in pinyin order.",
    values: { STATE: "Those in use first, then those whose password is to be changed, then the disabled." },
  },
);
