import { authorizeBureau, inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { assertNoConflict } from "#kernel/faults";
import { record } from "#kernel/record";
import { mayManageRoles } from "./account.policy.ts";
import { lockAccount } from "./account.store.ts";
import type { RevokeRoleInput } from "./auth.inputs.ts";
import { deleteGrant, findGrant, hasOtherAdministrator, type RoleGrantRow } from "./role-grant.store.ts";

/** The account's very next request is without the role. */
export const revokeRole = (ctx: Context, input: RevokeRoleInput) =>
  inTransaction(ctx, "revokeRole", input, async (tx) => {
    const grant = await findGrant(tx, input.id);
    const { id } = await lockAccount(tx, grant.accountId);
    authorizeBureau(tx.actor, mayManageRoles);
    if (grant.role === "BUREAU_ADMINISTRATOR") await assertAdministered(tx, grant);
    await deleteGrant(tx, grant.id);
    const { role, unitId, unitName } = grant;
    await record(tx, { action: "role.revoke", entity: { type: "Account", id }, before: { role, unitId, unitName } });
    return { id };
  });

async function assertAdministered(tx: Transaction, { accountId, isBureauWide }: RoleGrantRow) {
  const path = ["input", "id"];
  assertNoConflict(accountId === tx.actor.accountId ? [{ path, code: "ROLE_IS_YOUR_OWN" }] : []);
  const isLast = isBureauWide && !(await hasOtherAdministrator(tx, accountId));
  assertNoConflict(isLast ? [{ path, code: "LAST_ADMINISTRATOR" }] : []);
}
