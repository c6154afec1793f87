import { authorizeBureau, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { assertNoConflict } from "#kernel/faults";
import { handOver } from "#kernel/handed";
import { newId } from "#kernel/ids";
import { type Deed, record } from "#kernel/record";
import { mayConsent } from "./account.policy.ts";
import { authorizeInPerson } from "./authorize-account.ts";
import { overFaults, sameOneFaults } from "./consent.rules.ts";
import { type ConsentRow, isAdministrator, lockConsent, personOf, writeDecision } from "./consent.store.ts";
import type { ConsentCommandInput } from "./consent.types.ts";
import { giveFirstPassword } from "./give-first-password.ts";
import { grantsOf, grantsOfPerson, insertGrants, unitNames } from "./role-grant.store.ts";
import { roleFaults } from "./role.rules.ts";

/** Does what another administrator asked for. A first password goes to who confirms: who asked for it does not learn it. */
export const confirmConsent = (ctx: Context, input: ConsentCommandInput) =>
  handOver(ctx, "confirmConsent", input, async (tx) => {
    authorizeInPerson(tx.actor);
    const { accountId } = tx.actor;
    const consent = await heldConsent(tx, input.id);
    assertNoConflict(sameOneFaults(consent, await personOf(tx, accountId)));
    const secret = await carryOut(tx, consent, accountId);
    return { id: consent.id, secret };
  });

/** The consent, if it can still be decided: by an administrator, or an operator in place of one. */
export async function heldConsent(tx: Transaction, id: string) {
  const consent = await lockConsent(tx, id);
  if (tx.actor.via.kind !== "operator") authorizeBureau(tx.actor, mayConsent);
  assertNoConflict(overFaults(consent, tx.now));
  return consent;
}

/** What is asked for is decided anew on the ground of this moment; gives a first password, where that was asked for. */
export async function carryOut(
  tx: Transaction,
  consent: ConsentRow,
  decidedBy: string | null,
): Promise<string | undefined> {
  const isStanding = await isAdministrator(tx, consent.requestedBy);
  assertNoConflict(isStanding ? [] : [{ path: ["input", "id"], code: "CONSENT_ASKER_GONE" }]);
  await writeDecision(tx, consent.id, { state: "CONFIRMED", decidedBy });
  const { deed, secret } = consent.role ? await grantAsked(tx, consent) : await resetAsked(tx, consent);
  const { id, reason } = consent;
  await record(tx, { action: "consent.confirm", entity: { type: "Consent", id }, reason }, { ...deed, reason });
  return secret;
}

async function grantAsked(tx: Transaction, { accountId, role, unitId }: ConsentRow): Promise<Done> {
  const added = { role: role!, unitId: unitId! };
  const held = await grantsOf(tx, accountId);
  assertNoConflict(roleFaults([["input", "id"]], [added], held, await grantsOfPerson(tx, accountId)));
  await insertGrants(tx, accountId, [{ id: newId(), ...added }]);
  const after = { ...added, unitName: (await unitNames(tx, [added.unitId])).get(added.unitId) };
  return { deed: { action: "role.grant", entity: { type: "Account", id: accountId }, after } };
}

async function resetAsked(tx: Transaction, { accountId }: ConsentRow): Promise<Done> {
  const { password, deed } = await giveFirstPassword(tx, accountId);
  return { deed, secret: password };
}

interface Done {
  deed: Deed;
  secret?: string;
}
