import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { Context } from "#kernel/context";
import { readRow } from "#kernel/read";
import { Account } from "./account.types.ts";
import {
  AccountCommandInput,
  CreateAccountInput,
  GrantRoleInput,
  RevokeRoleInput,
  UpdateAccountInput,
} from "./auth.inputs.ts";
import { createAccount } from "./create-account.ts";
import { disableAccount } from "./disable-account.ts";
import { enableAccount } from "./enable-account.ts";
import { grantRole } from "./grant-role.ts";
import { FirstPassword } from "./handed.types.ts";
import { resetPassword } from "./reset-password.ts";
import { revokeRole } from "./revoke-role.ts";
import { unlockAccount } from "./unlock-account.ts";
import { updateAccount } from "./update-account.ts";

@Resolver()
export class AccountResolver {
  @Mutation(() => FirstPassword)
  async createAccount(
    @Arg("input", () => CreateAccountInput) input: CreateAccountInput,
    @Ctx() ctx: Context,
  ): Promise<FirstPassword> {
    const { id, secret } = await createAccount(ctx, input);
    return { id, firstPassword: secret };
  }

  @Mutation(() => Account)
  async updateAccount(
    @Arg("input", () => UpdateAccountInput) input: UpdateAccountInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await updateAccount(ctx, input));
  }

  @Mutation(() => Account, {
    description:
      "Ends its sessions, stops its tokens and keeps it from signing in. Not your own, and not the last administrator's.",
  })
  async disableAccount(
    @Arg("input", () => AccountCommandInput) input: AccountCommandInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await disableAccount(ctx, input));
  }

  @Mutation(() => Account, {
    description: "Lets a disabled account sign in again, with the password and the tokens it had.",
  })
  async enableAccount(
    @Arg("input", () => AccountCommandInput) input: AccountCommandInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await enableAccount(ctx, input));
  }

  @Mutation(() => Account, { description: "Ends a lock-out before its time." })
  async unlockAccount(
    @Arg("input", () => AccountCommandInput) input: AccountCommandInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await unlockAccount(ctx, input));
  }

  @Mutation(() => FirstPassword, {
    description: "Gives it a first password again, and ends its sessions and its lock-out. Tokens stay.",
  })
  async resetPassword(
    @Arg("input", () => AccountCommandInput) input: AccountCommandInput,
    @Ctx() ctx: Context,
  ): Promise<FirstPassword> {
    const { id, secret } = await resetPassword(ctx, input);
    return { id, firstPassword: secret };
  }

  @Mutation(() => Account, {
    description:
      "Gives the account a role over a unit and all below it. CONFLICT where it would be administrator and auditor both.",
  })
  async grantRole(
    @Arg("input", () => GrantRoleInput) input: GrantRoleInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await grantRole(ctx, input));
  }

  @Mutation(() => Account, { description: "Not your own administrator's role, and not the last administrator's." })
  async revokeRole(
    @Arg("input", () => RevokeRoleInput) input: RevokeRoleInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await revokeRole(ctx, input));
  }
}
