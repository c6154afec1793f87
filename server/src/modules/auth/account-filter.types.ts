import type { accounts } from "@maple-bridge/drizzle/tables";
import { Field, ID, InputType, registerEnumType } from "type-graphql";
import { OrderDirection } from "#kernel/order-direction";
import {
  everything,
  join,
  literal,
  type OrderTerm,
  type PageOrder,
  type Reading,
  type RowOf,
  searched,
  sql,
} from "#kernel/read";
import { Role } from "./role.ts";

type AccountRow = RowOf<typeof accounts>;

@InputType({ description: "All that are given must hold." })
export class AccountFilter {
  @Field(() => String, { nullable: true, description: "Part of the name or the display name." }) search?: string;
  @Field(() => Role, { nullable: true, description: "Accounts that hold this role somewhere." }) role?: Role;
  @Field(() => ID, { nullable: true, description: "The member whose account it is." }) memberId?: string;
  @Field(() => Boolean, { nullable: true, description: "true: disabled accounts only; false: those that are not." })
  disabled?: boolean;
}

export const AccountOrder = { NAME: "NAME", DISPLAY_NAME: "DISPLAY_NAME", CREATED_AT: "CREATED_AT" } as const;
export type AccountOrder = keyof typeof AccountOrder;
registerEnumType(AccountOrder, { name: "AccountOrder", description: "Display names come in pinyin order." });

export function matchingAccounts(account: AccountRow, reading: Reading) {
  const role = reading.choice("filter.role") as Role | undefined;
  const member = reading.arg("filter.memberId", "uuid");
  const disabled = reading.choice("filter.disabled") as boolean | undefined;
  const conditions = [
    ...searched(reading, "filter.search", { texts: [account.name, account.displayName] }),
    role &&
      sql`exists (select from role_grants g where g.bureau_id = ${reading.bureau} and g.account_id = ${account.id} and g.role = ${literal(role)})`,
    member && sql`${account.memberId} = ${member}`,
    typeof disabled === "boolean" &&
      (disabled ? sql`${account.disabledAt} is not null` : sql`${account.disabledAt} is null`),
  ];
  return join(
    [everything, ...conditions.filter((condition) => condition !== null && typeof condition === "object")],
    " and ",
  );
}

export function accountOrder(account: AccountRow, reading: Reading): PageOrder {
  const terms: Record<AccountOrder, OrderTerm> = {
    NAME: { by: account.name, type: "text" },
    DISPLAY_NAME: { by: sql`${account.displayName} collate "zh-x-icu"`, type: "text" },
    CREATED_AT: { by: account.createdAt, type: "timestamptz" },
  };
  return {
    terms: [terms[reading.choice("orderBy") as AccountOrder]],
    descending: reading.choice("direction") === OrderDirection.DESC,
  };
}
