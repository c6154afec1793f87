import "./organisation.messages.ts";
import { defineConstraint } from "#kernel/database/refusals";
import { inReach } from "#kernel/read";
import type { Module } from "#kernel/schema";
import { datedActions, nameInHistory } from "#modules/audit";
import { DivisionLists, DivisionMutations, DivisionResolver } from "./division.resolver.ts";
import { OrganisationResolver } from "./organisation.resolver.ts";
import { BranchesBelow, TopBranches } from "./unit-branches.resolver.ts";
import { UnitLists, UnitMutations, UnitResolver } from "./unit.resolver.ts";

defineConstraint("units_name_unique", { path: ["input", "name"], code: "UNIT_TAKEN_MEANWHILE" });
defineConstraint("units_code_unique", { path: ["input", "code"], code: "UNIT_TAKEN_MEANWHILE" });
defineConstraint("divisions_code_unique", { path: ["input", "code"], code: "DIVISION_TAKEN_MEANWHILE" });
datedActions({ actions: ["unit.", "division."], days: ["openedOn", "closedOn"] });
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
    UnitLists,
    UnitResolver,
    UnitMutations,
    BranchesBelow,
    TopBranches,
    DivisionLists,
    DivisionResolver,
    DivisionMutations,
  ],
  texts: { name: ["countyName", "townshipName"], code: ["parentCode"] },
};
export { Bureau, bureauPolicies } from "./bureau.types.ts";
export { Division } from "./division.types.ts";
export { Unit, unitPolicies } from "./unit.types.ts";
export { UnitKind } from "./unit-kind.ts";
export { lockDivision } from "./division.store.ts";
export { ancestorsOf, lockUnit, type UnitRow } from "./unit.store.ts";
export { named } from "./named.ts";
export { closingDivision, closingUnit, movingUnit } from "./questions.ts";
export { isInSight as isUnitInSight, subtreeOf } from "./unit.rows.ts";
export { isInAnyTownship, isInTownship, townships } from "./township.rows.ts";
export { outlasts } from "./unit.rules.ts";
export { mayCreateGrids, mayManageMembers, mayShareListViews } from "./organisation.policy.ts";
