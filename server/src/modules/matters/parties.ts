import type { Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { newId } from "#kernel/ids";
import type { Deed } from "#kernel/record";
import { checkText } from "#kernel/text";
import type { PartyRole } from "./matter.enums.ts";
import type { PartyInput, RegisterMatterInput } from "./matter.inputs.ts";
import { seal, sealKeyOf, veiled } from "./seal.ts";
import { insertContact } from "./sealed-contact.store.ts";

export interface Party {
  role: PartyRole;
  contact: string | null;
}

export const mostOfContact = 200;

/** What stands under an idempotency key tells nothing of a contact. */
export function veiledParties(ctx: Context, input: RegisterMatterInput): RegisterMatterInput {
  if (!input.contacts?.some(({ contact }) => contact)) return input;
  const key = sealKeyOf(ctx);
  const contacts = input.contacts.map(({ role, contact }) => ({ role, contact: contact && veiled(key, contact) }));
  return { ...input, contacts };
}

/** Each role once; a contact is checked as every text is. */
export function checkParties(faults: FieldFault[], parties: readonly PartyInput[]): Party[] {
  return parties.map(({ role, contact }, index) => {
    const path = ["input", "contacts", index];
    if (parties.findIndex((each) => each.role === role) < index)
      faults.push({ path: [...path, "role"], code: "MATTER_ROLE_TWICE" });
    return { role, contact: checkText(faults, [...path, "contact"], contact, { most: mostOfContact }) };
  });
}

export async function insertParties(tx: Transaction, matterId: string, parties: readonly Party[]) {
  for (const { role, contact } of parties) {
    const id = newId(tx.now.getTime());
    await insertContact(tx, {
      id,
      matterId,
      role,
      sealed: contact === null ? null : sealed(tx, matterId, id, contact),
    });
  }
}

/** What the audit log is told of a contact: whose it is. */
export const sealedContact = (matterId: string, role: PartyRole): Deed => ({
  action: "matter.sealContact",
  entity: { type: "Matter", id: matterId },
  after: { role },
});

export const sealed = (tx: Transaction, matterId: string, id: string, contact: string): Buffer =>
  seal(sealKeyOf(tx.ctx), { bureauId: tx.bureauId, matterId, id }, contact);
