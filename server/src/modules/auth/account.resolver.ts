import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "#kernel/context";
import { mutation, mutations } from "#kernel/mutations";
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
}

export const AccountMutations = mutations({
  updateAccount: mutation({ input: UpdateAccountInput, gives: Account, does: updateAccount }),
  disableAccount: mutation({
    input: AccountCommandInput,
    gives: Account,
    does: disableAccount,
    description:
      "Ends its sessions, stops its tokens and keeps it from signing in. Not your own, and not the last administrator's.",
  }),
  enableAccount: mutation({
    input: AccountCommandInput,
    gives: Account,
    does: enableAccount,
    description: "Lets a disabled account sign in again, with the password and the tokens it had.",
  }),
  unlockAccount: mutation({
    input: AccountCommandInput,
    gives: Account,
    does: unlockAccount,
    description: "Ends a lock-out before its time.",
  }),
  grantRole: mutation({
    input: GrantRoleInput,
    gives: Account,
    does: grantRole,
    description:
      "Gives the account a role over a unit and all below it. CONFLICT where it would be administrator and auditor both.",
  }),
  revokeRole: mutation({
    input: RevokeRoleInput,
    gives: Account,
    does: revokeRole,
    description: "Not your own administrator's role, and not the last administrator's.",
  }),
});
