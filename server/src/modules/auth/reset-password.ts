import type { Context } from "#kernel/context";
import { record } from "#kernel/record";
import { mayManageAccounts } from "./account.policy.ts";
import { lockAccount } from "./account.store.ts";
import type { AccountCommandInput } from "./auth.inputs.ts";
import { authorizeAccount } from "./authorize-account.ts";
import { giveFirstPassword } from "./give-first-password.ts";
import { handOver } from "#kernel/handed";

/** The account gets a first password again, given this once. */
export const resetPassword = (ctx: Context, input: AccountCommandInput) =>
  handOver(ctx, "resetPassword", input, async (tx) => {
    const account = await lockAccount(tx, input.id);
    authorizeAccount(tx.actor, mayManageAccounts, account.id);
    const { password, deed } = await giveFirstPassword(tx, account.id);
    await record(tx, deed);
    return { id: account.id, secret: password };
  });
