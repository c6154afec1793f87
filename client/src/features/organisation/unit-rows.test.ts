import { expect, test } from "vitest";
import { treeUnit } from "../../lib/unit-for-tests.ts";
import { branchesOf } from "../../lib/unit-tree.ts";
import { linesOf } from "./unit-rows.ts";

const unit = (id: string, parent?: string) => treeUnit(id, parent, { hasBranches: id === "局" || id === "所" });
const branches = branchesOf([unit("局"), unit("所", "局"), unit("室", "所"), unit("队", "所")]);
const read = () => {};
const tree = { branches, isSought: false, moreOf: () => undefined };
const names = (lines: ReturnType<typeof linesOf>) => lines?.map(({ name }) => name);

test("only the top is unfolded at first, and a fold turns a line the other way", () => {
  expect(names(linesOf(tree, new Set()))).toEqual(["局", "所"]);
  expect(names(linesOf(tree, new Set(["所"])))).toEqual(["局", "所", "室", "队"]);
  expect(names(linesOf(tree, new Set(["局"])))).toEqual(["局"]);
  expect(linesOf({ ...tree, branches: undefined }, new Set())).toBeUndefined();
});

test("a line folds when something stands below it, read or not; in a search, when something was found there", () => {
  expect(linesOf(tree, new Set())?.map(({ mayFold }) => mayFold)).toEqual([true, true]);
  const found = branchesOf([unit("局"), unit("所", "局")]);
  const lines = linesOf({ ...tree, branches: found, isSought: true }, new Set());
  expect(lines?.map(({ name, mayFold }) => [name, mayFold])).toEqual([
    ["局", true],
    ["所", false],
  ]);
});

test("what a branch has beyond what is shown stands at its last line, and goes when it is folded in", () => {
  const moreOf = (id: string | undefined) => (id === "局" || id === "所" ? { left: id.length, read } : undefined);
  const moreOfLines = (folds: string[]) =>
    linesOf({ ...tree, moreOf }, new Set(folds))?.map(({ name, more }) => [
      name,
      more.map(({ depth }) => depth).join(),
    ]);
  expect(moreOfLines(["所"])).toEqual([
    ["局", ""],
    ["所", ""],
    ["室", ""],
    ["队", "2,1"],
  ]);
  expect(moreOfLines([])).toEqual([
    ["局", ""],
    ["所", "1"],
  ]);
});
