import { sealedContacts } from "@maple-bridge/drizzle/tables";
import { insertNow, type Sql, type Transaction, update } from "#kernel/command";
import { inCommand, lockSeen, readingIn, rowUnder } from "#kernel/read";
import type { PartyRole } from "./matter.enums.ts";
import { mayOpen, SealedContact } from "./sealed-contact.types.ts";

export async function contactOf({ sql, bureauId }: Transaction, matterId: string, role: PartyRole) {
  const [contact] = await sql<{ id: string }[]>`
    select id from sealed_contacts where bureau_id = ${bureauId} and matter_id = ${matterId} and role = ${role}`;
  return contact;
}

export interface ContactRow {
  id: string;
  matterId: string;
  role: PartyRole;
  sealed: Buffer | null;
}

/** Bytes as rows that are inserted as JSON have them. */
const asHex = (bytes: Buffer) => `\\x${bytes.toString("hex")}` as never;

export const insertContact = (
  tx: Transaction,
  { sealed, ...contact }: Pick<ContactRow, "id" | "matterId" | "role" | "sealed">,
) => insertNow(tx, sealedContacts, [{ ...contact, sealed: sealed && asHex(sealed) }]);

export const sealAnew = (tx: Transaction, id: string, sealed: Buffer) =>
  update(tx, sealedContacts, id, { sealed, erasedAt: null });

/** The contact, held; out of sight is the same as absent. */
export const lockContact = (tx: Transaction, id: string) =>
  lockSeen<ContactRow>(tx, SealedContact, id, ["id", "matterId", "role", "sealed"]);

/** Whether the actor may open it. */
export async function isOpenedByActor(tx: Transaction, { id }: Pick<ContactRow, "id">): Promise<boolean> {
  const { sql, bureauId } = tx;
  const [found] = await sql<{ may: boolean }[]>`
    select ${inCommand(tx, mayOpen(rowUnder(sealedContacts, "c"), readingIn(tx)))} as may from sealed_contacts c
    where c.bureau_id = ${bureauId} and c.id = ${id}`;
  return found!.may;
}

interface Place {
  sql: Sql;
  bureauId: string;
}

/** Of matters that ended before then, and of those merged into one that did. */
export async function eraseContacts(place: Place, at: Date, endedBefore: Date, portion: number) {
  const { sql, bureauId } = place;
  const due = await sql<{ id: string; matterId: string }[]>`
    select c.id, c.matter_id from sealed_contacts c join matters m on m.bureau_id = c.bureau_id and m.id = c.matter_id
    left join matters survivor on survivor.bureau_id = m.bureau_id and survivor.id = m.merged_into_id
    where c.bureau_id = ${bureauId} and c.sealed is not null
      and case when m.merged_into_id is null then m.ended_at else survivor.ended_at end < ${endedBefore}
    order by c.id limit ${portion} for no key update of c skip locked`;
  await update(
    place,
    sealedContacts,
    due.map(({ id }) => id),
    { sealed: null, erasedAt: at },
  );
  return due;
}
