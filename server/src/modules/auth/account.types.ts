import { accounts, apiTokens, roleGrants, sessions } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import {
  column,
  connectionOf,
  From,
  join,
  literal,
  many,
  Node,
  type Reading,
  type RowOf,
  sql,
  sqlOf,
  viewerMay,
} from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { history, HistoryEntry } from "#modules/audit";
import { mayConsent, mayManageAccounts, mayManageRoles } from "./account.policy.ts";
import { accountInSight } from "./account-sight.ts";
import { ApiToken } from "./api-token.types.ts";
import { guardedRoles } from "./consent.rules.ts";
import { inGrantOrder, RoleGrant } from "./role-grant.types.ts";
import { isLive, Session } from "./session.types.ts";

type AccountFields = RowOf<typeof accounts>;

/** When the last of those locked out of it may try again; null where nobody is. */
const lockEndOf = (account: AccountFields, { bureau, now }: Reading) =>
  sql`(select max(tried.locked_until) from password_tries tried where tried.bureau_id = ${bureau} and tried.subject_id = ${account.id} and tried.locked_until > ${now})`;

/** Nobody disables or resets their own account: they would only shut themselves out. */
const isAnothers = ({ id }: AccountFields, { account }: Reading) => sql`${id} is distinct from ${account}`;

/** Nobody gives it a password alone. */
const isGuarded = ({ id }: AccountFields, { bureau }: Reading) =>
  sql`exists (select from role_grants held where held.bureau_id = ${bureau} and held.account_id = ${id} and held.role in (${join(guardedRoles.map(literal), ",")}))`;

const isResetAskedFor = ({ id }: AccountFields, { bureau, now }: Reading) =>
  sql`exists (select from consents c where c.bureau_id = ${bureau} and c.account_id = ${id} and c.kind = 'RESET_PASSWORD' and c.state = 'PENDING' and c.expires_at > ${now})`;

@ObjectType({
  implements: Node,
  description:
    "An account 账号: a name and a password, and the roles it holds. You see your own; administrators and auditors of the whole bureau see all.",
})
@From(accounts, { visibleTo: (account, reading) => accountInSight(reading, account.id) })
export class Account {
  @Field(() => ID) @column(accounts.id) id!: string;
  @Field(() => String, {
    description: "Unique in the bureau: 2 to 40 lower-case letters, digits, dots, hyphens and underscores.",
  })
  @column(accounts.name)
  name!: string;
  @Field(() => String, { description: "What one signs in with: the account's name, `@`, the bureau's code." })
  @sqlOf(
    accounts,
    (account, { bureau }) => sql`(select ${account.name}||'@'||b.code from bureaus b where b.bureau_id = ${bureau})`,
  )
  signInName!: string;
  @Field(() => String) @column(accounts.displayName) displayName!: string;
  @Field(() => ID, { nullable: true, description: "The member whose account it is." })
  @column(accounts.memberId)
  memberId?: string;
  @Field(() => Boolean, {
    description: "Its password is one that somebody else gave it; it can do nothing before changing it.",
  })
  @column(accounts.mustChangePassword)
  mustChangePassword!: boolean;
  @Field(() => DateTime, {
    nullable: true,
    description:
      "Until when wrong passwords in a row have locked it for the device or network they came from, or for all that it does not know; null while nobody is locked out.",
  })
  @sqlOf(accounts, lockEndOf)
  lockedUntil?: string;
  @Field(() => DateTime, { nullable: true, description: "Since when it cannot sign in; null while it can." })
  @column(accounts.disabledAt)
  disabledAt?: string;
  @Field(() => DateTime, { nullable: true })
  @sqlOf(
    accounts,
    (account, { bureau }) =>
      sql`(select max(s.created_at) from sessions s where s.bureau_id = ${bureau} and s.account_id = ${account.id})`,
  )
  lastSignInAt?: string;
  @Field(() => DateTime) @column(accounts.createdAt) createdAt!: string;
  @Field(() => Int) @column(accounts.version) version!: number;
  @Field(() => [RoleGrant])
  @many(roleGrants, { about: 3, child: roleGrants.accountId, order: (grant) => inGrantOrder(grant) })
  roles!: RoleGrant[];
  @Field(() => [Session], { description: "Those that are not over, newest first." })
  @many(sessions, {
    about: 5,
    child: sessions.accountId,
    where: (session, reading) => isLive(session, reading),
    order: (session) => sql`${session.createdAt} desc, ${session.id}`,
  })
  sessions!: Session[];
  @Field(() => [ApiToken], { description: "Revoked and expired ones too, newest first." })
  @many(apiTokens, {
    about: 5,
    child: apiTokens.accountId,
    order: (token) => sql`${token.createdAt} desc, ${token.id}`,
  })
  apiTokens!: ApiToken[];
  @Field(() => [HistoryEntry]) @history() history!: HistoryEntry[];
  @Field(() => [String], {
    description: "What you may do with it; REQUEST_CONSENT is to ask for a new first password for it.",
  })
  @viewerMay(accounts, "bureau", [
    { action: "UPDATE_ACCOUNT", policy: mayManageAccounts },
    {
      action: "UNLOCK_ACCOUNT",
      policy: mayManageAccounts,
      when: (account, reading) => sql`${lockEndOf(account, reading)} is not null`,
    },
    {
      action: "RESET_PASSWORD",
      policy: mayManageAccounts,
      when: (account, reading) => sql`${isAnothers(account, reading)} and not ${isGuarded(account, reading)}`,
    },
    {
      action: "REQUEST_CONSENT",
      policy: mayConsent,
      when: (account, reading) =>
        sql`${isAnothers(account, reading)} and ${isGuarded(account, reading)} and not ${isResetAskedFor(account, reading)}`,
    },
    {
      action: "DISABLE_ACCOUNT",
      policy: mayManageAccounts,
      when: (account, reading) => sql`${account.disabledAt} is null and ${isAnothers(account, reading)}`,
    },
    {
      action: "ENABLE_ACCOUNT",
      policy: mayManageAccounts,
      when: ({ disabledAt }) => sql`${disabledAt} is not null`,
    },
    mayManageRoles,
  ])
  viewerMay!: string[];
}

export const AccountConnection = connectionOf("Account", () => Account);
