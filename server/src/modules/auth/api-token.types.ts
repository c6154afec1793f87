import { apiTokens } from "@maple-bridge/drizzle/tables";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import {
  column,
  connectionOf,
  From,
  Node,
  one,
  type Reading,
  type Ref,
  type RowOf,
  sql,
  sqlOf,
  viewerMay,
} from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { mayManageAccounts } from "./account.policy.ts";
import { accountInSight } from "./account-sight.ts";
import { Account } from "./account.types.ts";

export const ApiTokenScope = { READ: "READ", WRITE: "WRITE" } as const;
export type ApiTokenScope = keyof typeof ApiTokenScope;
registerEnumType(ApiTokenScope, {
  name: "ApiTokenScope",
  description: "How far a token reaches within what its account may.",
  valuesConfig: { READ: { description: "Queries only." }, WRITE: { description: "Queries and mutations." } },
});

export const isUsable = (token: RowOf<typeof apiTokens>, { now }: Reading) =>
  sql`(${token.revokedAt} is null and ${token.expiresAt} > ${now})`;

@ObjectType({
  implements: Node,
  description: "What a program proves itself with 访问令牌. Its secret is shown once, when it is made.",
})
@From(apiTokens, { visibleTo: (token, reading) => accountInSight(reading, token.accountId) })
export class ApiToken {
  @Field(() => ID) @column(apiTokens.id) id!: string;
  @Field(() => Account, { description: "Whose it is: it may do what this account may, within its scope." })
  @one(apiTokens.accountId)
  account!: Ref<Account>;
  @Field(() => String) @column(apiTokens.name) name!: string;
  @Field(() => ApiTokenScope) @column(apiTokens.scope) scope!: ApiTokenScope;
  @Field(() => String, { description: "How its secret part begins, to tell tokens apart." })
  @column(apiTokens.prefix)
  prefix!: string;
  @Field(() => Boolean, { description: "Neither revoked nor expired." }) @sqlOf(apiTokens, isUsable) isUsable!: boolean;
  @Field(() => DateTime) @column(apiTokens.createdAt) createdAt!: string;
  @Field(() => DateTime) @column(apiTokens.expiresAt) expiresAt!: string;
  @Field(() => DateTime, { nullable: true, description: "To the minute; null when it never was." })
  @column(apiTokens.lastUsedAt)
  lastUsedAt?: string;
  @Field(() => DateTime, { nullable: true }) @column(apiTokens.revokedAt) revokedAt?: string;
  @Field(() => [String], { description: "What you may do with it." })
  @viewerMay(apiTokens, { ownOrBureau: (token) => token.accountId }, [
    { action: "REVOKE_API_TOKEN", policy: mayManageAccounts, when: isUsable },
  ])
  viewerMay!: string[];
}

export const ApiTokenConnection = connectionOf("ApiToken", () => ApiToken);
