import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { assertNoConflict } from "#kernel/faults";
import { record } from "#kernel/record";
import { mayManageAccounts } from "./account.policy.ts";
import { lockAccount, writeAccount } from "./account.store.ts";
import type { AccountCommandInput } from "./auth.inputs.ts";

export const enableAccount = (ctx: Context, input: AccountCommandInput) =>
  inTransaction(ctx, "enableAccount", input, async (tx) => {
    const account = await lockAccount(tx, input.id);
    authorizeBureau(tx.actor, mayManageAccounts);
    assertNoConflict(account.disabledAt ? [] : [{ path: ["input", "id"], code: "ACCOUNT_NOT_DISABLED" }]);
    const [change] = await writeAccount(tx, account.id, { disabledAt: null });
    await record(tx, {
      action: "account.enable",
      entity: { type: "Account", id: account.id },
      before: change!.before,
      after: change!.after,
    });
    return { id: account.id };
  });
