import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { assertNoConflict } from "#kernel/faults";
import { record } from "#kernel/record";
import { mayManageAccounts } from "./account.policy.ts";
import { lockAccount, writeAccount } from "./account.store.ts";
import type { AccountCommandInput } from "./auth.inputs.ts";
import { authorizeAccount } from "./authorize-account.ts";

export const enableAccount = (ctx: Context, input: AccountCommandInput) =>
  inTransaction(ctx, "enableAccount", input, async (tx) => {
    const account = await lockAccount(tx, input.id);
    authorizeAccount(tx.actor, mayManageAccounts, account.id);
    const { disabledAt } = account;
    assertNoConflict(disabledAt ? [] : [{ path: ["input", "id"], code: "ACCOUNT_NOT_DISABLED" }]);
    await writeAccount(tx, account.id, { disabledAt: null });
    await record(tx, {
      action: "account.enable",
      entity: { type: "Account", id: account.id },
      before: { disabledAt },
      after: { disabledAt: null },
    });
    return { id: account.id };
  });
