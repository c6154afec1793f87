import { accounts, roleGrants, sessions } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import {
  column,
  type Fragment,
  From,
  many,
  type Reading,
  type RowOf,
  rowUnder,
  self,
  sql,
  sqlOf,
  viewerMay,
} from "#kernel/read";
import { mayCheckAuditChain, mayReadAuditLog } from "#modules/audit";
import {
  mayCreateApiToken,
  mayManageAccounts,
  mayManageRoles,
  maySeeAccounts,
  mayUpdateSessionPolicy,
} from "./account.policy.ts";
import { Account } from "./account.types.ts";
import { endOf } from "./session.types.ts";
import { inGrantOrder, RoleGrant } from "./role-grant.types.ts";

const bureauWide = [
  maySeeAccounts,
  mayManageAccounts,
  mayManageRoles,
  mayCreateApiToken,
  mayUpdateSessionPolicy,
  mayReadAuditLog,
  mayCheckAuditChain,
];

/** Of the session that the caller came with. */
const ofSession = (moment: (session: RowOf<typeof sessions>, reading: Reading) => Fragment, reading: Reading) => sql`(
  select ${moment(rowUnder(sessions, "own"), reading)} from sessions own where own.bureau_id = ${reading.bureau} and own.id = ${reading.via})`;

const secondsTo = (moment: Fragment, { now }: Reading) => sql`floor(extract(epoch from ${moment} - ${now}))::int`;

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
  @Field(() => Int, {
    nullable: true,
    description:
      "Seconds until the session that you ask with ends; using it puts that off, up to `sessionSecondsAtMost`. Null for a token.",
  })
  @sqlOf(accounts, (_account, reading) => secondsTo(ofSession(endOf, reading), reading))
  sessionSecondsLeft?: number;
  @Field(() => Int, {
    nullable: true,
    description: "Seconds until it ends, however much it is used. Null for a token.",
  })
  @sqlOf(accounts, (_account, reading) =>
    secondsTo(
      ofSession(({ expiresAt }) => expiresAt, reading),
      reading,
    ),
  )
  sessionSecondsAtMost?: number;
  @Field(() => [RoleGrant])
  @many(roleGrants, { about: 3, child: roleGrants.accountId, order: (grant) => inGrantOrder(grant) })
  roles!: RoleGrant[];
  @Field(() => [String], { description: "What you may do that is about no one row." })
  @viewerMay(accounts, "bureau", bureauWide, { reads: [maySeeAccounts, mayReadAuditLog] })
  viewerMay!: string[];
}
