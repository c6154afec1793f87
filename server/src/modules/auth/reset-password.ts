import { authorizeBureau } from "#kernel/command";
import type { Context } from "#kernel/context";
import { assertNoConflict } from "#kernel/faults";
import { handOver } from "#kernel/handed";
import { record } from "#kernel/record";
import { mayManageAccounts } from "./account.policy.ts";
import { lockAccount } from "./account.store.ts";
import type { AccountCommandInput } from "./auth.inputs.ts";
import { isGuarded } from "./consent.rules.ts";
import { giveFirstPassword } from "./give-first-password.ts";
import { grantsOf } from "./role-grant.store.ts";

/** The account gets a first password again, given this once. */
export const resetPassword = (ctx: Context, input: AccountCommandInput) =>
  handOver(ctx, "resetPassword", input, async (tx) => {
    const account = await lockAccount(tx, input.id);
    authorizeBureau(tx.actor, mayManageAccounts);
    const roles = (await grantsOf(tx, account.id)).map(({ role }) => role);
    assertNoConflict(roles.some(isGuarded) ? [{ path: ["input", "id"], code: "CONSENT_NEEDED" }] : []);
    const { password, deed } = await giveFirstPassword(tx, account.id);
    await record(tx, deed);
    return { id: account.id, secret: password };
  });
