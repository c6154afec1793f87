import { closing, newId, openItem, step } from "./step.ts";
import type { Doing } from "./ledger.ts";
import type { Address, Item, ItemRow, Matter, MatterRow, MediationMethod, OrderKind, Urgency } from "./rows.ts";

export interface Registering extends Pick<
  MatterRow,
  "kind" | "categoryId" | "source" | "urgency" | "title" | "gridId" | "stationId" | "address"
> {
  happenedAt: Date;
  description?: string | null;
  /** Where it is another one than who registers it. */
  firstReceiverId?: string;
}

/** A matter and the receipt of who received it first. */
export function register(doing: Doing, { firstReceiverId: given, description = null, ...said }: Registering): Matter {
  const { ledger, at, by } = doing;
  const firstReceiverId = (given ?? by.memberId)!;
  const registrarId = by.memberId === firstReceiverId ? null : by.memberId;
  const row: MatterRow = {
    ...said,
    ...{ description, firstReceiverId, registrarId, id: newId(ledger, at), number: "", registeredAt: at },
    ...{
      registeredBy: by.accountId,
      items: 0,
      outcome: null,
      outcomeNote: null,
      method: null,
      endedAt: null,
      mergedIntoId: null,
    },
    ...{ version: 1, createdAt: at },
  };
  const matter: Matter = { row, items: [] };
  ledger.matters.push(matter);
  const told = { number: "", ...said, description, firstReceiverId, registrarId };
  ledger.numbered.push({ row, told });
  doing.deeds.push({ action: "matter.register", entity: { type: "Matter", id: row.id }, after: told });
  openReceipt(doing, matter, firstReceiverId);
  return matter;
}

const openReceipt = (doing: Doing, matter: Matter, memberId: string) =>
  openItem(doing, {
    ...{ kind: "RECEIPT", orderKind: null, matter, memberId, gridId: null, duty: null, unitId: null, level: 3 },
    ...{ stationId: matter.row.stationId, issuerUnitId: matter.row.stationId },
    ...{ urgency: matter.row.urgency, title: matter.row.title },
  });

export const openWorkOf = ({ items }: Matter) =>
  items.filter(({ row: { state } }) => state !== "CLOSED" && state !== "CANCELLED");

/** Whoever accepts an order relieves the receiver. */
export function relieve(doing: Doing, item: Item): void {
  if (!item.matter || item.row.orderKind === "SUPERVISION") return;
  for (const receipt of openWorkOf(item.matter))
    if (receipt.row.kind === "RECEIPT") endReceipt(doing, receipt, "ISSUED_ON");
}

const endReceipt = (doing: Doing, receipt: Item, outcome: ItemRow["outcome"]) =>
  step(doing, receipt, "END_RECEIPT", closing(doing, receipt, outcome));

/** No open matter is nobody's: the receiver has it again. */
export function keepInHand(doing: Doing, { matter }: Item, isDeclined = false): void {
  if (!matter || matter.row.outcome !== null) return;
  const open = openWorkOf(matter);
  if (isDeclined ? open.some(({ row }) => row.kind === "RECEIPT") : open.length > 0) return;
  openReceipt(doing, matter, matter.items.findLast(({ row }) => row.kind === "RECEIPT")!.row.memberId!);
}

/** Who commands the station ends a matter, and with it the receipt of who has it. */
export function settle(
  doing: Doing,
  matter: Matter,
  outcomeNote: string,
  outcome: "SETTLED" | "NOT_SETTLED" = "SETTLED",
  method: MediationMethod | null = null,
) {
  end(doing, matter, outcome, outcomeNote, method);
  for (const receipt of openWorkOf(matter)) endReceipt(doing, receipt, "SETTLED");
}

function end(
  { at, deeds }: Doing,
  { row }: Matter,
  outcome: "SETTLED" | "NOT_SETTLED",
  outcomeNote: string,
  method: MediationMethod | null = null,
) {
  Object.assign(row, { outcome, outcomeNote, method, endedAt: at, version: row.version + 1 });
  deeds.push({
    action: "matter.settle",
    entity: { type: "Matter", id: row.id },
    before: { outcome: null },
    after: { outcome, outcomeNote, ...(method !== null && { method }), endedAt: at.toISOString() },
  });
}

/** The receiver settles it on the spot: the matter ends with the receipt. */
export function dispose(doing: Doing, receipt: Item, settled: string): void {
  const { ledger, at, by } = doing;
  end(doing, receipt.matter!, "SETTLED", settled);
  const id = newId(ledger, at);
  const { id: itemId, round } = receipt.row;
  ledger.feedback.dispositions.push({ id, itemId, round, submittedAt: at, submittedBy: by.memberId, settled });
  const effect = closing(doing, receipt, "SETTLED");
  const feedback = { type: "Disposition", id };
  const change = { ...effect.change, submittedBy: by.memberId, feedbackType: feedback.type, feedbackId: id };
  step(doing, receipt, "DISPOSE", { ...effect, change, feedback });
}

export interface Ordering {
  orderKind: OrderKind;
  to: Address & { level: number };
  urgency?: Urgency;
  title?: string;
  instructions?: string | null;
  photosAtLeast?: number;
  parent?: Item;
  reason?: string | null;
  /** Where it is of another station than the matter. */
  stationId?: string;
}

export function issueOrder(doing: Doing, matter: Matter, { to, parent, stationId, title, ...said }: Ordering): Item {
  return openItem(doing, {
    kind: "ORDER",
    urgency: matter.row.urgency,
    ...to,
    ...said,
    ...{ matter, stationId: stationId ?? matter.row.stationId, issuerUnitId: doing.by.unitId },
    ...{ title: title ?? parent?.row.title ?? matter.row.title, parentId: parent?.row.id ?? null },
  });
}
