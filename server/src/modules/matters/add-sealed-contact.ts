import { authorize, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { assertOpen } from "./end-matter.ts";
import type { AddSealedContactInput } from "./matter.inputs.ts";
import { lockMatter } from "./matter.store.ts";
import { insertParties, mostOfContact, sealed, sealedContact } from "./parties.ts";
import { sealKeyOf, veiled } from "./seal.ts";
import { contactOf, sealAnew } from "./sealed-contact.store.ts";
import { mayRegisterMatters } from "./matter.policy.ts";

export function addSealedContact(ctx: Context, input: AddSealedContactInput) {
  const kept = { ...input, contact: veiled(sealKeyOf(ctx), input.contact) };
  return inTransaction(ctx, "addSealedContact", kept, async (tx) => {
    const path = ["input", "matterId"];
    const matter = await lockMatter(tx, input.matterId, path);
    authorize(tx.actor, mayRegisterMatters, matter.stationId);
    assertOpen(matter, path);
    const faults: FieldFault[] = [];
    const contact = checkText(faults, ["input", "contact"], input.contact, { required: true, most: mostOfContact })!;
    assertValid(faults);
    const { role } = input;
    const known = await contactOf(tx, matter.id, role);
    if (known) await sealAnew(tx, known.id, sealed(tx, matter.id, known.id, contact));
    else await insertParties(tx, matter.id, [{ role, contact }]);
    await record(tx, sealedContact(matter.id, role));
    return { id: matter.id };
  });
}
