import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { record } from "#kernel/record";
import { mayManageAccounts } from "./account.policy.ts";
import { lockAccount } from "./account.store.ts";
import type { AccountCommandInput } from "./auth.inputs.ts";
import { forgetTries, lockEndOf } from "./lock-out.store.ts";

/** Lets the account sign in at once again after too many wrong passwords, from wherever they came. */
export const unlockAccount = (ctx: Context, input: AccountCommandInput) =>
  inTransaction(ctx, "unlockAccount", input, async (tx) => {
    const account = await lockAccount(tx, input.id);
    authorizeBureau(tx.actor, mayManageAccounts);
    const lockedUntil = await lockEndOf(tx, account.id);
    if (lockedUntil === null) return { id: account.id };
    await forgetTries(tx, account.id);
    await record(tx, {
      action: "account.unlock",
      entity: { type: "Account", id: account.id },
      before: { lockedUntil },
      after: { lockedUntil: null },
    });
    return { id: account.id };
  });
