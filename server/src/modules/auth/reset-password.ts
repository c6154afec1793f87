import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { record } from "#kernel/record";
import { mayManageAccounts } from "./account.policy.ts";
import { lockAccount } from "./account.store.ts";
import type { AccountCommandInput } from "./auth.inputs.ts";
import { authorizeAccount } from "./authorize-account.ts";
import { giveFirstPassword } from "./give-first-password.ts";
import type { Handed } from "./handed.ts";

/** The account gets a first password again, given this once. */
export async function resetPassword(ctx: Context, input: AccountCommandInput): Promise<Handed> {
  let secret: string | null = null;
  const { id } = await inTransaction(ctx, "resetPassword", input, async (tx) => {
    const account = await lockAccount(tx, input.id);
    authorizeAccount(tx.actor, mayManageAccounts, account.id);
    const { password, deed } = await giveFirstPassword(tx, account.id);
    secret = password;
    await record(tx, deed);
    return { id: account.id };
  });
  return { id, secret };
}
