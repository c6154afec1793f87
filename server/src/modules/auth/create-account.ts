import { authorizeBureau, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { newId } from "#kernel/ids";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { mayManageAccounts, mayManageRoles } from "./account.policy.ts";
import { checkAccountName } from "./account.rules.ts";
import { findAccount, insertAccount, memberExists } from "./account.store.ts";
import type { CreateAccountInput, RoleGrantInput } from "./auth.inputs.ts";
import { consentFaults } from "./consent.rules.ts";
import { newFirstPassword } from "./first-password.ts";
import { hashPassword } from "./password-hash.ts";
import { insertGrants, unitNames } from "./role-grant.store.ts";
import { roleFaults } from "./role.rules.ts";
import { handOver } from "#kernel/handed";

const mostRoles = 50;

/** Makes an account; its first password is given this once, and must be changed at first sign-in. */
export const createAccount = (ctx: Context, input: CreateAccountInput) =>
  handOver(ctx, "createAccount", input, async (tx) => {
    authorizeBureau(tx.actor, mayManageAccounts);
    authorizeBureau(tx.actor, mayManageRoles);
    const { name, displayName, memberId } = await check(tx, input);
    const names = await checkRoles(tx, input.roles);
    assertNoConflict(
      (await findAccount(tx, name)) ? [{ path: ["input", "name"], code: "ACCOUNT_NAME_TAKEN", params: { name } }] : [],
    );
    const id = newId();
    const firstPassword = newFirstPassword();
    const passwordHash = await hashPassword(firstPassword, { kind: "account", name: tx.actor.accountId });
    await insertAccount(tx, { id, name, displayName, memberId, passwordHash });
    await insertGrants(
      tx,
      id,
      input.roles.map((grant) => ({ id: newId(), ...grant })),
    );
    const roles = input.roles.map(({ role, unitId }) => ({ role, unitId, unitName: names.get(unitId) }));
    await record(tx, {
      action: "account.create",
      entity: { type: "Account", id },
      after: { name, displayName, memberId, roles },
    });
    return { id, secret: firstPassword };
  });

async function check(tx: Transaction, { name, displayName, memberId }: CreateAccountInput) {
  const faults: FieldFault[] = [];
  const account = {
    name: checkAccountName(faults, name),
    displayName: checkText(faults, ["input", "displayName"], displayName, { required: true, most: 50 })!,
    memberId: memberId ?? null,
  };
  if (account.memberId !== null && !(await memberExists(tx, account.memberId)))
    faults.push({ path: ["input", "memberId"], code: "MEMBER_UNKNOWN" });
  assertValid(faults);
  return account;
}

async function checkRoles(tx: Transaction, roles: readonly RoleGrantInput[]): Promise<Map<string, string>> {
  const path = (index: number, field: string) => ["input", "roles", index, field];
  assertValid(
    roles.length > mostRoles ? [{ path: ["input", "roles"], code: "TOO_MANY", params: { most: mostRoles } }] : [],
  );
  const names = await unitNames(
    tx,
    roles.map(({ unitId }) => unitId),
  );
  assertValid(
    roles.flatMap(({ unitId }, index) =>
      names.has(unitId) ? [] : [{ path: path(index, "unitId"), code: "UNIT_UNKNOWN" }],
    ),
  );
  assertValid(
    roleFaults(
      roles.map((_role, index) => path(index, "role")),
      roles,
      [],
    ),
  );
  assertNoConflict(
    consentFaults(
      roles.map((_role, index) => path(index, "role")),
      roles.map(({ role }) => role),
    ),
  );
  return names;
}
