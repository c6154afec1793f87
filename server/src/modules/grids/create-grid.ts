import { authorize, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { dayOf } from "#kernel/day";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { initialsOf } from "#kernel/pinyin";
import { record } from "#kernel/record";
import { mayCreateGrids } from "#modules/organisation";
import type { CreateGridInput } from "./grid.inputs.ts";
import { faultsOfGrid, type GridDraft, schemeOf } from "./grid.rules.ts";
import { gridWithCode, insertGrid, placesOf } from "./grid.store.ts";

export function createGrid(ctx: Context, input: CreateGridInput) {
  return inTransaction(ctx, "createGrid", input, async (tx) => {
    const today = dayOf(tx.now);
    const grid = draftOf(input, today);
    const places = await placesOf(tx, grid);
    authorize(tx.actor, mayCreateGrids, grid.stationId);
    assertValid(faultsOfGrid(grid, places, today));
    const namesake = await gridWithCode(tx, grid.code);
    assertNoConflict(
      namesake
        ? [{ path: ["input", "code"], code: "GRID_CODE_TAKEN", params: { gridCode: grid.code, grid: namesake.name } }]
        : [],
    );
    const id = await insertGrid(tx, { ...grid, nameInitials: initialsOf(grid.name) });
    await record(tx, { action: "grid.create", entity: { type: "Grid", id }, after: grid });
    return { id };
  });
}

const draftOf = (input: CreateGridInput, today: string): GridDraft => ({
  stationId: input.stationId,
  policeRoomId: input.policeRoomId ?? null,
  divisionId: input.divisionId ?? null,
  code: input.code,
  codeScheme: input.codeScheme ?? schemeOf(input.code),
  name: input.name,
  kind: input.kind,
  complexity: input.complexity ?? "ORDINARY",
  level: input.level ?? 3,
  households: input.households ?? null,
  population: input.population ?? null,
  countedYear: input.countedYear ?? null,
  openedOn: input.openedOn ?? today,
  closedOn: null,
});
