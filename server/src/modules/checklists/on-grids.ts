import type { Transaction } from "#kernel/command";
import { dayOf } from "#kernel/day";
import { message } from "#kernel/messages";
import { closingGrid } from "#modules/grids";
import { cancelled, holdOpenRuns, step } from "#modules/work";

/** More than a grid has open at a time. */
const most = 500;

/** Nobody goes round a grid that is closed: its runs end with it. */
closingGrid.answeredBy(async (tx, { grid, on }) =>
  on <= dayOf(tx.now) ? [{ faults: [], act: () => cancelRunsAt(tx, grid.id) }] : [],
);

async function cancelRunsAt(tx: Transaction, gridId: string) {
  const reason = message("zh-CN", "CHECKLIST_GRID_CLOSED");
  for (const held of await holdOpenRuns(tx, { gridId }, most))
    await step(tx, held, "CANCEL", { ...(await cancelled(tx, held)), reason });
  return [];
}
