import { defineConstraint } from "#kernel/database/refusals";
import type { Module } from "#kernel/schema";
import { datedActions, nameInHistory } from "#modules/audit";
import "./grid.messages.ts";
import "./on-organisation.store.ts";
import { BulkGridResolver, GridLists, GridMutations, GridResolver } from "./grid.resolver.ts";
import { isGridInSight } from "./grid-sight.rows.ts";
import { Grid } from "./grid.types.ts";
import { OnDivision, OnUnit } from "./on-organisation.resolver.ts";

defineConstraint("grids_code_written", { path: ["input", "code"], code: "GRID_CODE_SHAPE" });
defineConstraint("grids_code_unique", { path: ["input", "code"], code: "GRID_CODE_TAKEN_MEANWHILE" });
datedActions({ actions: ["grid."], days: ["openedOn", "startsOn", "closedOn"] });
nameInHistory({ id: "gridId", names: ["grid"], sees: isGridInSight });

export const grids: Module = {
  name: "grids",
  resolvers: [GridLists, GridResolver, GridMutations, BulkGridResolver, OnUnit, OnDivision],
  texts: { line: ["codeScheme"], code: ["townshipCode"] },
  types: [Grid],
};
export { Complexity, Duty, GridKind } from "./grid.enums.ts";
export { mayAssignMembers } from "./grid.policy.ts";
export { schemeOf } from "./grid.rules.ts";
export { type DatedFacts, datedFacts, factsTable, type GridRow, lockGrid, lockGrids } from "./grid.store.ts";
export { gridConditions, laterGridOrders } from "./grid-filter.types.ts";
export {
  factsOnDay,
  factsToday,
  gridRows,
  gridsThen,
  isOpen,
  isOpenInReach,
  isShown,
  wasInReach,
} from "./grid.rows.ts";
export { isGridInSight } from "./grid-sight.rows.ts";
export { Grid } from "./grid.types.ts";
export { closingGrid, gridMoved, openingGrid } from "./questions.ts";
