import { ledgerRows } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction } from "#kernel/command";
import { bringMattersIn, type BroughtMatter } from "#modules/matters";
import { bringItemsIn, type BroughtItem, takeNumbers } from "#modules/work";
import { type ImportKind, isLedger } from "./columns.ts";
import { GroundMoved } from "./ground-moved.ts";
import { seriesOf } from "./ledger-ground.store.ts";
import type { LedgerMatter } from "./matter-plan.rules.ts";
import type { PlannedFile } from "./plan-file.ts";
import type { LedgerTask } from "./task-plan.rules.ts";
import type { Run } from "./written-run.ts";

export async function insertMatters(tx: Transaction, planned: readonly LedgerMatter[], { id: runId }: Run) {
  await bringMattersIn(
    tx,
    planned.map(({ mark: _mark, row: _row, ...matter }): BroughtMatter => matter),
  );
  await insertNow(
    tx,
    ledgerRows,
    planned.map(({ mark, row, id }) => ({ id: mark, runId, row, matterId: id })),
  );
}

export async function insertTasks(tx: Transaction, planned: readonly LedgerTask[], { id: runId }: Run) {
  await bringItemsIn(
    tx,
    planned.map(({ mark: _mark, row: _row, ...task }): BroughtItem => task),
  );
  await insertNow(
    tx,
    ledgerRows,
    planned.map(({ mark, row, id }) => ({ id: mark, runId, row, itemId: id })),
  );
}

/** The numbers that the plan gave out are the next ones still, and are taken. */
export async function takePlanned(tx: Transaction, kind: ImportKind, { numbered }: PlannedFile) {
  if (!numbered || numbered.count === 0 || !isLedger(kind)) return;
  const { series, count } = numbered;
  if (!(await takeNumbers(tx, seriesOf(kind), series, count))) throw new GroundMoved();
}
