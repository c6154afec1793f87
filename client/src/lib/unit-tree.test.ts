import type { UnitsAboveFragment } from "@maple-bridge/schema/documents";
import { expect, test } from "vitest";
import { treeUnit as unit } from "./unit-for-tests.ts";
import { type Branch, branchesOf, everyUnit, type TreeUnit, wayTo } from "./unit-tree.ts";

const units = [unit("局"), unit("所", "局"), unit("队", "所"), unit("室", "所")];

const shape = (branches: Branch[]): unknown[] => branches.map(({ unit, below }) => [unit.id, ...shape(below)]);

test("stands each unit below its parent, in the order given", () => {
  expect(shape(branchesOf(units))).toEqual([["局", ["所", ["队"], ["室"]]]]);
  expect(branchesOf(units)[0]?.below[0]?.depth).toBe(1);
});

test("stands a unit once, where it came first, however often it was read", () => {
  expect(shape(branchesOf([...units, unit("室", "所"), unit("队", "所")]))).toEqual(shape(branchesOf(units)));
});

test("leaves out what hangs from nothing that is known", () => {
  expect(shape(branchesOf([...units, unit("站", "别处")]))).toEqual(shape(branchesOf(units)));
});

test("tells every unit from the top down", () => {
  expect(everyUnit(branchesOf(units)).map(({ id }) => id)).toEqual(["局", "所", "队", "室"]);
});

test("tells the way to a unit, from the top down", () => {
  const below = { ...unit("室", "所"), parent: { ...unit("所", "局"), parent: { ...unit("局"), parent: null } } };
  const way = wayTo(below as TreeUnit & UnitsAboveFragment);
  expect(way.map(({ id, hasBranches }) => [id, hasBranches])).toEqual([
    ["局", true],
    ["所", true],
    ["室", false],
  ]);
  expect(shape(branchesOf(way))).toEqual([["局", ["所", ["室"]]]]);
});
