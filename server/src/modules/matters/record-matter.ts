import type { Transaction } from "#kernel/command";
import { newId } from "#kernel/ids";
import { record } from "#kernel/record";
import { nextNumber } from "#modules/work";
import { insertMatter, type NewMatter } from "./matter.store.ts";
import { insertParties, type Party, sealedContact } from "./parties.ts";
import { openReceipt } from "./receipts.ts";

/** Gives the matter its number, and the first receiver the receipt of it. */
export async function recordMatter(tx: Transaction, said: NewMatter, parties: readonly Party[] = []): Promise<string> {
  const id = newId(tx.now.getTime());
  // The series is held until the commit, so that its numbers have no gap.
  const number = await nextNumber(tx, "");
  const registered = { registeredAt: tx.now.toISOString(), registeredBy: tx.actor.accountId };
  await insertMatter(tx, { id, number, ...said, ...registered, items: 1 });
  await insertParties(tx, id, parties);
  await record(
    tx,
    { action: "matter.register", entity: { type: "Matter", id }, after: { number, ...said } },
    ...parties.flatMap(({ role, contact }) => (contact === null ? [] : [sealedContact(id, role)])),
  );
  await openReceipt(tx, { id, ...said }, { memberId: said.firstReceiverId, number: `${number}-1` });
  return id;
}
