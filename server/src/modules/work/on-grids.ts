import { dayOf } from "#kernel/day";
import { closingGrid, gridMoved } from "#modules/grids";
import { openAtGrid } from "./follow-places.store.ts";
import { followGrids } from "./follow-places.ts";

/** A grid that closes by today has no open work; of one that closes later, seats end with it and what is open then is vacant. */
closingGrid.answeredBy(async (tx, { grid, on }) => {
  const count = on <= dayOf(tx.now) ? await openAtGrid(tx, grid.id) : 0;
  return count > 0
    ? [{ faults: [{ path: ["input", "on"], code: "GRID_HAS_OPEN_WORK", params: { grid: grid.name, count } }] }]
    : [];
});

gridMoved.answeredBy(async (tx, { gridId }) => {
  await followGrids(tx, { gridId });
  return [];
});
