import { dispositions } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction } from "#kernel/command";
import { newId } from "#kernel/ids";
import type { WorkItemRow } from "#modules/work";

export async function insertDisposition(
  tx: Transaction,
  { id: itemId, round }: Pick<WorkItemRow, "id" | "round">,
  settled: string,
): Promise<string> {
  const id = newId();
  const submitted = { submittedAt: tx.now.toISOString(), submittedBy: tx.actor.memberId };
  await insertNow(tx, dispositions, [{ id, itemId, round, ...submitted, settled }]);
  return id;
}
