import { accounts, roleGrants } from "@maple-bridge/drizzle/tables";
import { Field, ID, ObjectType } from "type-graphql";
import { column, From, many, self, sql, sqlOf, viewerMay } from "#kernel/read";
import { mayReadAuditLog } from "#modules/audit";
import {
  mayCreateApiToken,
  mayManageAccounts,
  mayManageRoles,
  maySeeAccounts,
  mayUpdateSessionPolicy,
} from "./account.policy.ts";
import { Account } from "./account.types.ts";
import { inGrantOrder, RoleGrant } from "./role-grant.types.ts";

const bureauWide = [
  maySeeAccounts,
  mayManageAccounts,
  mayManageRoles,
  mayCreateApiToken,
  mayUpdateSessionPolicy,
  mayReadAuditLog,
];

@ObjectType({ description: "You: the account that asks." })
@From(accounts, { visibleTo: (account, reading) => sql`${account.id} = ${reading.account}` })
export class Viewer {
  @Field(() => ID, { description: "The account's." }) @column(accounts.id) id!: string;
  @Field(() => Account) @self() account!: Account;
  @Field(() => String, { description: "The account's name, `@`, the bureau's code." })
  @sqlOf(
    accounts,
    (account, { bureau }) => sql`(select ${account.name}||'@'||b.code from bureaus b where b.bureau_id = ${bureau})`,
  )
  name!: string;
  @Field(() => String) @column(accounts.displayName) displayName!: string;
  @Field(() => ID, { nullable: true }) @column(accounts.memberId) memberId?: string;
  @Field(() => Boolean, {
    description:
      "While true, everything but `viewer`, `changePassword` and `signOut` is refused with PASSWORD_CHANGE_REQUIRED.",
  })
  @column(accounts.mustChangePassword)
  mustChangePassword!: boolean;
  @Field(() => [RoleGrant])
  @many(roleGrants, { about: 3, child: roleGrants.accountId, order: (grant) => inGrantOrder(grant) })
  roles!: RoleGrant[];
  @Field(() => [String], { description: "What you may do that is about no one row." })
  @viewerMay(accounts, "bureau", bureauWide, { reads: [maySeeAccounts, mayReadAuditLog] })
  viewerMay!: string[];
}
