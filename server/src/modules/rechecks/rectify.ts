import type { Transaction } from "#kernel/command";
import { addDays, dayOf, mondayOf, startOfDay } from "#kernel/day";
import { calendarOf } from "#modules/calendar";
import { cancelled, type HeldItem, isOpenState, lockBesides, nextNumber, openItem, ruleFor, step } from "#modules/work";

/**
 * What was not confirmed is made good by a task of whoever the work was of, due by the end of the next week. The work itself stays closed:
 * its week may be signed, and the past stands as it stood.
 */
export async function openRectification(tx: Transaction, { item, answerers }: HeldItem, text: string): Promise<string> {
  const kind = { kind: "TASK", orderKind: null, urgency: "ORDINARY" } as const;
  const { gridId, duty, memberId, unitId, level, stationId, id: parentId } = item;
  const draft = {
    ...kind,
    gridId,
    duty,
    memberId,
    unitId,
    level,
    stationId,
    parentId,
    answerers,
    number: await nextNumber(tx, "T"),
    matterId: null,
    batchId: null,
    issuerUnitId: stationId,
    title: `整改：${item.title}`.slice(0, 100),
    instructions: text,
    photosAtLeast: 0,
    burdenMinutes: null,
    opensAt: tx.now,
    dueAt: new Date(startOfDay(addDays(mondayOf(dayOf(tx.now)), 14))),
  };
  return (await openItem(tx, draft, { rule: await ruleFor(tx, kind), calendar: await calendarOf(tx) })).id;
}

/** What needs no making good after all is cancelled, while it is open. */
export async function cancelRectification(tx: Transaction, itemId: string, reason: string): Promise<void> {
  const held = await lockBesides(tx, itemId);
  if (isOpenState(held.item.state)) await step(tx, held, "CANCEL", { reason, ...(await cancelled(tx, held)) });
}
