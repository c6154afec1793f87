import type { Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict, type FieldFault, Forbidden } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { handOver } from "#kernel/handed";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import type { OpenSealedContactInput } from "./matter.inputs.ts";
import { sealKeyOf, unseal } from "./seal.ts";
import { type ContactRow, isOpenedByActor, lockContact } from "./sealed-contact.store.ts";

/** Each opening is on record, with who and why; a repetition under the same key is told nothing. */
export const openSealedContact = (ctx: Context, input: OpenSealedContactInput) =>
  handOver(ctx, "openSealedContact", input, async (tx) => {
    const contact = await lockContact(tx, input.id);
    await authorizeOpening(tx, contact);
    const { id, matterId, role, sealed } = contact;
    const faults: FieldFault[] = [];
    const reason = checkText(faults, ["input", "reason"], input.reason, { required: true, most: 200 });
    assertValid(faults);
    const path = ["input", "id"];
    if (sealed === null) throw new Conflict([{ path, code: "CONTACT_NOT_SEALED" }]);
    const secret = unseal(sealKeyOf(ctx), { bureauId: tx.bureauId, matterId, id }, sealed);
    if (secret === undefined) throw new Conflict([{ path, code: "SEAL_OF_ANOTHER_KEY" }]);
    await record(tx, {
      action: "matter.openContact",
      entity: { type: "Matter", id: matterId },
      after: { role },
      reason,
    });
    return { id, secret };
  });

async function authorizeOpening(tx: Transaction, contact: ContactRow) {
  if (!(await isOpenedByActor(tx, contact))) throw new Forbidden();
}
