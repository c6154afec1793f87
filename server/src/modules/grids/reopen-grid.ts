import { authorize, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { dayOf } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { checkReason } from "#kernel/reason";
import { record } from "#kernel/record";
import type { ReopenGridInput } from "./grid.inputs.ts";
import { mayReopenGrid } from "./grid.policy.ts";
import { faultsOfGrid } from "./grid.rules.ts";
import { lockGrid, placesOf, saveGrid } from "./grid.store.ts";

export function reopenGrid(ctx: Context, input: ReopenGridInput) {
  return inTransaction(ctx, "reopenGrid", input, async (tx) => {
    const grid = await lockGrid(tx, input.id);
    authorize(tx.actor, mayReopenGrid, grid.stationId);
    assertVersion(grid, input);
    assertNoConflict(
      grid.closedOn === null ? [{ path: ["input", "id"], code: "GRID_NOT_CLOSED", params: { grid: grid.name } }] : [],
    );
    const faults: FieldFault[] = [];
    const reason = checkReason(faults, input.reason, grid.closedOn!, tx.now);
    const reopened = { ...grid, closedOn: null };
    assertValid([...faults, ...faultsOfGrid(reopened, await placesOf(tx, grid), dayOf(tx.now))]);
    const [change] = await saveGrid(tx, grid.id, { closedOn: null });
    await record(tx, {
      action: "grid.reopen",
      entity: { type: "Grid", id: grid.id },
      before: change!.before,
      after: change!.after,
      reason,
    });
    return { id: grid.id };
  });
}
