import "./organisation.messages.ts";
import { defineConstraint } from "#kernel/database/refusals";
import { inReach } from "#kernel/read";
import type { Module } from "#kernel/schema";
import { nameInHistory } from "#modules/audit";
import { DivisionMutations, DivisionResolver } from "./division.resolver.ts";
import { OrganisationResolver } from "./organisation.resolver.ts";
import { BranchesBelow, TopBranches } from "./unit-branches.resolver.ts";
import { UnitMutations, UnitResolver } from "./unit.resolver.ts";

defineConstraint("units_name_unique", { path: ["input", "name"], code: "UNIT_TAKEN_MEANWHILE" });
defineConstraint("units_code_unique", { path: ["input", "code"], code: "UNIT_TAKEN_MEANWHILE" });
defineConstraint("divisions_code_unique", { path: ["input", "code"], code: "DIVISION_TAKEN_MEANWHILE" });
nameInHistory({
  id: "unitId",
  names: ["unitName"],
  lists: ["roles"],
  sees: (id, reading) => inReach(reading, id),
});

export const organisation: Module = {
  name: "organisation",
  resolvers: [
    OrganisationResolver,
    UnitResolver,
    UnitMutations,
    BranchesBelow,
    TopBranches,
    DivisionResolver,
    DivisionMutations,
  ],
};
export { Bureau } from "./bureau.types.ts";
export { Division } from "./division.types.ts";
export { Unit } from "./unit.types.ts";
export { lockUnit, type UnitRow } from "./unit.store.ts";
export { named } from "./named.ts";
export { closingDivision, closingUnit, movingUnit } from "./questions.ts";
export { isInSight as isUnitInSight, subtreeOf } from "./unit.rows.ts";
export { outlasts } from "./unit.rules.ts";
export { mayCreateGrids, mayImport, mayManageMembers } from "./organisation.policy.ts";
