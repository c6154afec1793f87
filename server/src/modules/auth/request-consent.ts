import { authorizeBureau, inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { newId } from "#kernel/ids";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { mayConsent } from "./account.policy.ts";
import { type AccountRow, lockAccount } from "./account.store.ts";
import { authorizeInPerson } from "./authorize-account.ts";
import { consentDays, isGuarded } from "./consent.rules.ts";
import { expireConsents, insertConsent, isAskedFor } from "./consent.store.ts";
import type { RequestConsentInput } from "./consent.types.ts";
import { grantsOf, grantsOfPerson, unitNames } from "./role-grant.store.ts";
import { roleFaults } from "./role.rules.ts";

/** Asks for what no administrator does alone. */
export const requestConsent = (ctx: Context, input: RequestConsentInput) =>
  inTransaction(ctx, "requestConsent", input, async (tx) => {
    authorizeInPerson(tx.actor);
    const account = await lockAccount(tx, input.accountId, "accountId");
    authorizeBureau(tx.actor, mayConsent);
    const { reason, unitName } = await check(tx, account, input);
    await expireConsents(tx, account.id);
    const { kind, role = null, unitId = null } = input;
    const asked = { kind, accountId: account.id, role, unitId };
    const path = ["input", "accountId"];
    assertNoConflict((await isAskedFor(tx, asked)) ? [{ path, code: "CONSENT_ASKED_ALREADY" }] : []);
    const expiresAt = new Date(tx.now.getTime() + consentDays * 86_400_000);
    const id = newId();
    await insertConsent(tx, { id, ...asked, reason, requestedBy: tx.actor.accountId, expiresAt });
    const after = { accountName: account.name, ...(role ? { role, unitId, unitName } : {}), expiresAt };
    await record(tx, {
      action: "consent.request",
      entity: { type: "Consent", id },
      after: { ask: kind, ...after },
      reason,
    });
    return { id };
  });

async function check(tx: Transaction, account: AccountRow, { kind, role, unitId, ...input }: RequestConsentInput) {
  const faults: FieldFault[] = [];
  const reason = checkText(faults, ["input", "reason"], input.reason, { required: true, most: 200 })!;
  const held = await grantsOf(tx, account.id);
  if (kind === "RESET_PASSWORD") {
    if (!held.some((grant) => isGuarded(grant.role)))
      faults.push({ path: ["input", "accountId"], code: "CONSENT_NOT_NEEDED" });
    for (const field of ["role", "unitId"])
      if ({ role, unitId }[field]) faults.push({ path: ["input", field], code: "CONSENT_NOT_ABOUT_ROLE" });
    assertValid(faults);
    return { reason };
  }
  const unitName = unitId ? (await unitNames(tx, [unitId])).get(unitId) : undefined;
  if (!role || !isGuarded(role)) faults.push({ path: ["input", "role"], code: "CONSENT_NOT_NEEDED" });
  if (unitName === undefined) faults.push({ path: ["input", "unitId"], code: "UNIT_UNKNOWN" });
  assertValid(faults);
  const added = [{ role: role!, unitId: unitId! }];
  assertNoConflict(roleFaults([["input", "role"]], added, held, await grantsOfPerson(tx, account.id)));
  return { reason, unitName };
}
