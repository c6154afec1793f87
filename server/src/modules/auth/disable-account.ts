import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { assertNoConflict } from "#kernel/faults";
import { record } from "#kernel/record";
import { mayManageAccounts } from "./account.policy.ts";
import { lockAccount, writeAccount } from "./account.store.ts";
import type { AccountCommandInput } from "./auth.inputs.ts";
import { hasOtherAdministrator } from "./role-grant.store.ts";
import { endSessions } from "./session.store.ts";

/** Ends the account's sessions; its tokens stop working, and no one signs in with it until it is enabled. */
export const disableAccount = (ctx: Context, input: AccountCommandInput) =>
  inTransaction(ctx, "disableAccount", input, async (tx) => {
    const account = await lockAccount(tx, input.id);
    authorizeBureau(tx.actor, mayManageAccounts);
    const path = ["input", "id"];
    assertNoConflict(account.disabledAt ? [{ path, code: "ACCOUNT_DISABLED_ALREADY" }] : []);
    assertNoConflict(account.id === tx.actor.accountId ? [{ path, code: "ACCOUNT_IS_YOUR_OWN" }] : []);
    assertNoConflict((await hasOtherAdministrator(tx, account.id)) ? [] : [{ path, code: "LAST_ADMINISTRATOR" }]);
    await writeAccount(tx, account.id, { disabledAt: tx.now });
    const ended = await endSessions(tx, account.id);
    await record(tx, {
      action: "account.disable",
      entity: { type: "Account", id: account.id },
      after: { disabledAt: tx.now, sessionsEnded: ended },
    });
    return { id: account.id };
  });
