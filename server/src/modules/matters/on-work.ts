import type { Transaction } from "#kernel/command";
import type { Deed } from "#kernel/record";
import { openStates, putUnderMatter, stepped, type Stepped } from "#modules/work";
import { lockMatterBehind, openWorkOf, saveMatter } from "./matter.store.ts";
import { endReceipts, receiveAgain } from "./receipts.ts";

/** What follows from the steps of a matter's work: whoever accepts an order relieves the receiver, and no open matter is nobody's. */
stepped.answeredBy(async (tx, done): Promise<Deed[]> => {
  const { matterId } = done.after;
  if (matterId === null) return [];
  if (isOpenedAgain(done)) return openedAgain(tx, done.after.id, matterId);
  if (isTaken(done)) await relieve(tx, done, matterId);
  else if (isGivenBack(done)) await keepInHand(tx, done, matterId);
  return [];
});

const isOrder = ({ after: { kind, orderKind } }: Stepped) => kind === "ORDER" && orderKind !== "SUPERVISION";
const isOpen = (state: string) => (openStates as readonly string[]).includes(state);

const isTaken = (done: Stepped) =>
  (done.action === "ACCEPT" || done.action === "CLAIM") && (isOrder(done) || done.after.kind === "RECEIPT");

const isGivenBack = (done: Stepped) =>
  (done.action === "DECLINE" && isOrder(done)) || (isOpen(done.before.state) && !isOpen(done.after.state));

const isOpenedAgain = ({ before, after }: Stepped) => !isOpen(before.state) && isOpen(after.state);

const relieve = (tx: Transaction, { after }: Stepped, matterId: string) =>
  endReceipts(tx, matterId, after.kind === "RECEIPT" ? "PASSED_ON" : "ISSUED_ON", { except: after.id });

async function keepInHand(tx: Transaction, { action }: Stepped, matterId: string) {
  const matter = await lockMatterBehind(tx, matterId);
  if (matter.outcome !== null) return;
  const open = await openWorkOf(tx, matterId);
  const isInHand = action === "DECLINE" ? open.some(({ kind }) => kind === "RECEIPT") : open.length > 0;
  if (!isInHand) await receiveAgain(tx, matter);
}

/** With its work a matter that had ended is open again; one that was merged, as the one it was merged into. */
async function openedAgain(tx: Transaction, itemId: string, matterId: string): Promise<Deed[]> {
  let matter = await lockMatterBehind(tx, matterId);
  if (matter.mergedIntoId !== null) {
    await putUnderMatter(tx, itemId, matter.mergedIntoId);
    matter = await lockMatterBehind(tx, matter.mergedIntoId);
  }
  const { outcome, outcomeNote, method, endedAt } = matter;
  const said = method === null ? {} : { method };
  if (outcome === null) return [];
  await saveMatter(tx, matter.id, { outcome: null, outcomeNote: null, method: null, endedAt: null });
  return [
    {
      action: "matter.reopen",
      entity: { type: "Matter", id: matter.id },
      before: { outcome, outcomeNote, ...said, endedAt: endedAt!.toISOString() },
      after: { outcome: null, outcomeNote: null, ...(method !== null && { method: null }), endedAt: null },
    },
  ];
}
