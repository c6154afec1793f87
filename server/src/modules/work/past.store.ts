import { workPasts } from "@maple-bridge/drizzle/tables";
import { insert, type Transaction } from "#kernel/command";
import type { WorkItemRow } from "./work.store.ts";

const whose = ["stationId", "gridId", "duty", "memberId"] as const;

/** Keeps whose the item was and how it had ended, where the step has changed either. */
export async function keepPast(tx: Transaction, before: WorkItemRow, after: WorkItemRow) {
  const isUndone = before.closedAt !== null && after.closedAt === null;
  if (!isUndone && whose.every((key) => before[key] === after[key])) return;
  const { id: itemId, stationId, gridId, duty, memberId, submittedBy, closedAt, closedOn, outcome } = before;
  const of = { itemId, sequence: after.lastSequence, at: tx.now.toISOString() };
  const had = { submittedBy, closedAt: closedAt?.toISOString() ?? null, closedOn, outcome };
  await insert(tx, workPasts, [{ ...of, stationId, gridId, duty, memberId, ...had }]);
}
