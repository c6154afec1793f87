import { authorizeBureau, inTransaction, type Transaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { mayManageAccounts } from "./account.policy.ts";
import { type AccountRow, lockAccount, memberExists, writeAccount } from "./account.store.ts";
import type { UpdateAccountInput } from "./auth.inputs.ts";
import { isGuarded } from "./consent.rules.ts";
import { grantsOf, grantsOfMember } from "./role-grant.store.ts";
import { areApart } from "./role.rules.ts";

export const updateAccount = (ctx: Context, input: UpdateAccountInput) =>
  inTransaction(ctx, "updateAccount", input, async (tx) => {
    const account = await lockAccount(tx, input.id);
    authorizeBureau(tx.actor, mayManageAccounts);
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
    await assertOnePerson(tx, account, memberId);
    const [change] = await writeAccount(tx, account.id, next);
    if (change)
      await record(tx, {
        action: "account.update",
        entity: { type: "Account", id: account.id },
        before: change.before,
        after: change.after,
      });
    return { id: account.id };
  });

/** Whose an account is that keeps others in check, or is kept in check, is named once and stays. */
async function assertOnePerson(tx: Transaction, account: AccountRow, memberId: string | null) {
  if (memberId === account.memberId) return;
  const path = ["input", "memberId"];
  const roles = (await grantsOf(tx, account.id)).map(({ role }) => role);
  const isKept = account.memberId !== null && roles.some(isGuarded);
  assertNoConflict(isKept ? [{ path, code: "MEMBER_KEPT_BY_ROLE" }] : []);
  const others = memberId === null ? [] : await grantsOfMember(tx, memberId);
  const isBoth = roles.some((role) => others.some((other) => areApart(role, other.role)));
  assertNoConflict(isBoth ? [{ path, code: "ADMINISTRATOR_AND_AUDITOR" }] : []);
}
