import { expect, test } from "vitest";
import { type Branch, branchesOf, type Placed, prune } from "./unit-tree.ts";

const unit = (id: string, parent?: string) => ({ id, parent: parent ? { id: parent } : null });
const units = [unit("bureau"), unit("station", "bureau"), unit("team", "station"), unit("room", "station")];

const shape = (branches: Branch<Placed>[]): unknown[] => branches.map(({ unit, below }) => [unit.id, ...shape(below)]);

test("stands each unit below its parent, in the order given", () => {
  expect(shape(branchesOf(units))).toEqual([["bureau", ["station", ["team"], ["room"]]]]);
});

test("puts a unit at the top whose parent is out of sight", () => {
  expect(shape(branchesOf(units.slice(1)))).toEqual([["station", ["team"], ["room"]]]);
  expect(branchesOf(units.slice(1))[0]?.depth).toBe(0);
});

test("keeps what is wanted and all above it", () => {
  expect(shape(prune(branchesOf(units), ({ id }) => id === "room"))).toEqual([["bureau", ["station", ["room"]]]]);
  expect(prune(branchesOf(units), () => false)).toEqual([]);
});
