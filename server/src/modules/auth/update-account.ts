import { changesOf } from "#kernel/changes";
import { inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { mayManageAccounts } from "./account.policy.ts";
import { lockAccount, memberExists, writeAccount } from "./account.store.ts";
import type { UpdateAccountInput } from "./auth.inputs.ts";
import { authorizeAccount } from "./authorize-account.ts";

export const updateAccount = (ctx: Context, input: UpdateAccountInput) =>
  inTransaction(ctx, "updateAccount", input, async (tx) => {
    const account = await lockAccount(tx, input.id);
    authorizeAccount(tx.actor, mayManageAccounts, account.id);
    assertVersion(account, input);
    const faults: FieldFault[] = [];
    const { displayName = account.displayName, memberId = account.memberId } = input;
    const next = {
      displayName: checkText(faults, ["input", "displayName"], displayName, { required: true, most: 50 })!,
      memberId,
    };
    if (memberId !== null && !(await memberExists(tx, memberId)))
      faults.push({ path: ["input", "memberId"], code: "MEMBER_UNKNOWN" });
    assertValid(faults);
    await writeAccount(tx, account.id, next);
    const { displayName: name, memberId: member } = account;
    await record(tx, {
      action: "account.update",
      entity: { type: "Account", id: account.id },
      ...changesOf({ displayName: name, memberId: member }, next),
    });
    return { id: account.id };
  });
