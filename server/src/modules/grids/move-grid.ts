import { changesOf } from "#kernel/changes";
import { authorize, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { dayOf } from "#kernel/day";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import type { MoveGridInput } from "./grid.inputs.ts";
import { mayMoveGrid } from "./grid.policy.ts";
import { faultsOfGrid } from "./grid.rules.ts";
import { lockGrid, placesOf, saveGrid } from "./grid.store.ts";

export function moveGrid(ctx: Context, input: MoveGridInput) {
  return inTransaction(ctx, "moveGrid", input, async (tx) => {
    const before = await lockGrid(tx, input.id);
    authorize(tx.actor, mayMoveGrid, before.stationId);
    const grid = { ...before, stationId: input.stationId, policeRoomId: input.policeRoomId ?? null };
    const places = await placesOf(tx, grid);
    authorize(tx.actor, mayMoveGrid, grid.stationId);
    assertVersion(before, input);
    assertNoConflict(
      grid.stationId === before.stationId
        ? [
            {
              path: ["input", "stationId"],
              code: "GRID_ALREADY_THERE",
              params: { grid: grid.name, station: places.station.name },
            },
          ]
        : [],
    );
    assertValid(faultsOfGrid(grid, places, dayOf(tx.now)));
    const change = changesOf(before, grid);
    await saveGrid(tx, before.id, change.after);
    await record(tx, { action: "grid.move", entity: { type: "Grid", id: before.id }, ...change });
    return { id: before.id };
  });
}
