import { accounts, apiTokens, bureaus, sessions } from "@maple-bridge/drizzle/tables";
import { Arg, Args, ID, Query, Resolver } from "type-graphql";
import { everything, listOf, lists, PageArgs, pages, rowWhere, sql } from "#kernel/read";
import { AccountFilter, accountOrders } from "./account-filter.types.ts";
import { Account, AccountConnection } from "./account.types.ts";
import { ApiTokenConnection, isUsable } from "./api-token.types.ts";
import { SessionPolicy } from "./session-policy.types.ts";
import { isLive, SessionConnection } from "./session.types.ts";
import { Viewer } from "./viewer.types.ts";

export const AccountLists = lists({
  accounts: listOf({
    gives: AccountConnection,
    filter: AccountFilter,
    orders: accountOrders,
    description: "Every account that you may see.",
  }),
});

@Resolver()
export class AuthResolver {
  @Query(() => Viewer, { description: "You." })
  @rowWhere(accounts, (account, { account: own }) => sql`${account.id} = ${own}`)
  viewer(): never {
    throw new Error("read by its source");
  }

  @Query(() => Account, { nullable: true })
  @rowWhere(accounts, (account, reading) => sql`${account.id} = ${reading.arg("id", "uuid")!}`)
  account(@Arg("id", () => ID) _id: string): never {
    throw new Error("read by its source");
  }

  @Query(() => SessionConnection, {
    description: "The sessions that are not over, newest first: yours, or all where you may see all accounts.",
  })
  @pages(sessions, {
    where: (session, reading) => {
      const account = reading.arg("accountId", "uuid");
      return account
        ? sql`${isLive(session, reading)} and ${session.accountId} = ${account}`
        : isLive(session, reading);
    },
    order: (session) => ({ terms: [{ by: session.createdAt, type: "timestamptz" }], descending: true }),
  })
  sessions(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg("accountId", () => ID, { nullable: true, description: "Of this account only." }) _accountId?: string,
  ): never {
    throw new Error("read by its source");
  }

  @Query(() => ApiTokenConnection, {
    description: "API tokens, newest first: yours, or all where you may see all accounts.",
  })
  @pages(apiTokens, {
    where: (token, reading) => {
      const account = reading.arg("accountId", "uuid");
      const usable = reading.choice("usable") === true ? isUsable(token, reading) : everything;
      return account ? sql`${usable} and ${token.accountId} = ${account}` : usable;
    },
    order: (token) => ({ terms: [{ by: token.createdAt, type: "timestamptz" }], descending: true }),
  })
  apiTokens(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg("accountId", () => ID, { nullable: true, description: "Of this account only." }) _accountId?: string,
    @Arg("usable", () => Boolean, { nullable: true, description: "true: leave out revoked and expired ones." })
    _usable?: boolean,
  ): never {
    throw new Error("read by its source");
  }

  @Query(() => SessionPolicy)
  @rowWhere(bureaus, () => everything)
  sessionPolicy(): never {
    throw new Error("read by its source");
  }
}
