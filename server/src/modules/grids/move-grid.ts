import { authorize, inTransaction, type Transaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { always, factsOn } from "#kernel/dated";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { factsTold, faultsOfChange, plannedChange, saveFacts } from "./change-facts.ts";
import type { MoveGridInput } from "./grid.inputs.ts";
import { mayMoveGrid } from "./grid.policy.ts";
import { gridMoved } from "./questions.ts";
import { lockGrid, placesOf, saveGrid } from "./grid.store.ts";

/** Who moves a grid has the right over today's station and over the new one. */
export function moveGrid(ctx: Context, input: MoveGridInput) {
  return inTransaction(ctx, "moveGrid", input, (tx) => moveOne(tx, input));
}

export async function moveOne(tx: Transaction, input: MoveGridInput) {
  const grid = await lockGrid(tx, input.id);
  authorize(tx.actor, mayMoveGrid, grid.stationId);
  const place = { stationId: input.stationId, policeRoomId: input.policeRoomId ?? null };
  const { station } = await placesOf(tx, { ...place, divisionId: grid.divisionId });
  authorize(tx.actor, mayMoveGrid, place.stationId);
  assertVersion(grid, input);
  const faults: FieldFault[] = [];
  const facts = await plannedChange(tx, faults, grid, place, input);
  const was = factsOn(facts.before, facts.from);
  assertNoConflict(
    was.stationId === place.stationId
      ? [
          {
            path: ["input", "stationId"],
            code: "GRID_ALREADY_THERE",
            params: { grid: was.name, station: station.name },
          },
        ]
      : [],
  );
  assertValid([...faults, ...(await faultsOfChange(tx, grid, facts))]);
  await saveGrid(tx, grid.id, {});
  await saveFacts(tx, grid.id, facts);
  const told = factsTold(facts);
  const followed = await gridMoved.ask(tx, { gridId: grid.id });
  const moved = {
    action: "grid.move",
    entity: { type: "Grid", id: grid.id },
    before: told.before,
    after: { ...told.after, startsOn: facts.from === always ? grid.openedOn : facts.from },
    reason: facts.reason,
  };
  await record(tx, moved, ...followed);
  return { id: grid.id };
}
