import type { Transaction } from "#kernel/command";
import type { FieldFault } from "#kernel/errors";
import { Conflict } from "#kernel/errors";
import type { Deed } from "#kernel/record";
import type { MatterOutcome, MediationMethod } from "./matter.enums.ts";
import { type MatterRow, saveMatter } from "./matter.store.ts";

/** Refuses what only an open matter can bear. */
export function assertOpen({ number, outcome }: MatterRow, path: FieldFault["path"] = ["input", "id"]) {
  if (outcome !== null) throw new Conflict([{ path, code: "MATTER_ENDED", params: { number } }]);
}

/** Ends it, before its receipts end: they would else be opened again. */
export async function endMatter(
  tx: Transaction,
  { id }: MatterRow,
  outcome: MatterOutcome,
  outcomeNote: string | null,
  method: MediationMethod | null = null,
): Promise<Deed> {
  const change = { outcome, outcomeNote, ...(method !== null && { method }) };
  await saveMatter(tx, id, { ...change, endedAt: tx.now });
  return {
    action: "matter.settle",
    entity: { type: "Matter", id },
    before: { outcome: null },
    after: { ...change, endedAt: tx.now.toISOString() },
  };
}
