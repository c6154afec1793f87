import type { Transaction } from "#kernel/command";
import { calendarOf } from "#modules/calendar";
import { answerersOfMember, lockBesides, openItem, openStates, receiptEnded, ruleFor, step } from "#modules/work";
import { type MatterRow, nextItemNumber, openWorkOf, receiverOf } from "./matter.store.ts";

type Received = Pick<MatterRow, "id" | "stationId" | "urgency" | "title">;

interface Receipt {
  memberId: string;
  number: string;
  /** The receipt that is handed on by it. */
  parentId?: string;
  reason?: string | null;
}

/** The member is to dispose of the matter: in the time that the rule has for a feedback of receipts. */
export async function openReceipt(tx: Transaction, matter: Received, { memberId, number, parentId, reason }: Receipt) {
  const kind = { kind: "RECEIPT", orderKind: null, urgency: matter.urgency } as const;
  return openItem(
    tx,
    {
      ...kind,
      number,
      matterId: matter.id,
      parentId: parentId ?? null,
      batchId: null,
      stationId: matter.stationId,
      gridId: null,
      duty: null,
      memberId,
      unitId: null,
      level: 3,
      issuerUnitId: matter.stationId,
      title: matter.title,
      instructions: null,
      photosAtLeast: 0,
      burdenMinutes: null,
      opensAt: tx.now,
      answerers: await answerersOfMember(tx, memberId),
      reason: reason ?? null,
    },
    { rule: await ruleFor(tx, kind), calendar: await calendarOf(tx) },
  );
}

/** Whoever had the matter last has it again. */
export async function receiveAgain(tx: Transaction, matter: MatterRow) {
  const memberId = await receiverOf(tx, matter);
  await openReceipt(tx, matter, { memberId, number: await nextItemNumber(tx, matter) });
}

type Ending = Parameters<typeof receiptEnded>[2];

/** Ends the open receipts of a matter, but for one. */
export async function endReceipts(
  tx: Transaction,
  matterId: string,
  outcome: Ending,
  { except, only }: { except?: string; only?: "HANDED" } = {},
) {
  for (const { id, kind } of await openWorkOf(tx, matterId)) {
    if (kind !== "RECEIPT" || id === except) continue;
    const held = await lockBesides(tx, id);
    const isOver = !openStates.some((state) => state === held.item.state);
    if (isOver || (only === "HANDED" && held.item.state !== "ISSUED")) continue;
    await step(tx, held, "END_RECEIPT", await receiptEnded(tx, held, outcome));
  }
}
