import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { newId } from "#kernel/ids";
import { record } from "#kernel/record";
import { mayManageRoles } from "./account.policy.ts";
import { lockAccount } from "./account.store.ts";
import type { GrantRoleInput } from "./auth.inputs.ts";
import { consentFaults } from "./consent.rules.ts";
import { grantsOf, grantsOfPerson, insertGrants, unitNames } from "./role-grant.store.ts";
import { roleFaults } from "./role.rules.ts";

/** The role holds from the account's very next request. */
export const grantRole = (ctx: Context, input: GrantRoleInput) =>
  inTransaction(ctx, "grantRole", input, async (tx) => {
    const { role, unitId } = input;
    const account = await lockAccount(tx, input.accountId, "accountId");
    authorizeBureau(tx.actor, mayManageRoles);
    const unitName = (await unitNames(tx, [unitId])).get(unitId);
    assertValid(unitName === undefined ? [{ path: ["input", "unitId"], code: "UNIT_UNKNOWN" }] : []);
    const held = await grantsOf(tx, account.id);
    assertNoConflict(roleFaults([["input", "role"]], [{ role, unitId }], held, await grantsOfPerson(tx, account.id)));
    assertNoConflict(consentFaults([["input", "role"]], [role]));
    await insertGrants(tx, account.id, [{ id: newId(), role, unitId }]);
    await record(tx, {
      action: "role.grant",
      entity: { type: "Account", id: account.id },
      after: { role, unitId, unitName },
    });
    return { id: account.id };
  });
