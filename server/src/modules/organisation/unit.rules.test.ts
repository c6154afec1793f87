import { expect, test } from "vitest";
import { UnitKind } from "./unit-kind.ts";
import { levels, moveFaults, parentKinds } from "./unit.rules.ts";
import type { UnitRow } from "./unit.store.ts";

const unit: UnitRow = {
  id: "a",
  parentId: "root",
  kind: "ZONE",
  name: "甲战区",
  code: null,
  template: null,
  level: 1,
  position: 0,
  openedOn: null,
  closedOn: null,
  version: 1,
};

test("every kind but the bureau stands under some kind, never under one of a lower level", () => {
  for (const kind of Object.values(UnitKind)) {
    expect(parentKinds[kind].length > 0).toBe(kind !== "BUREAU");
    for (const parent of parentKinds[kind]) expect(levels[parent]).toBeLessThanOrEqual(levels[kind]);
  }
});

test("a unit never stands under itself", () => {
  expect(moveFaults(unit, ["b", "a", "root"])).toMatchObject([{ code: "UNIT_INSIDE_ITSELF" }]);
  expect(moveFaults(unit, ["b", "root"])).toEqual([]);
});
