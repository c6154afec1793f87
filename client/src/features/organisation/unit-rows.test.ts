import type { UnitRowFragment } from "@maple-bridge/schema/documents";
import { expect, test } from "vitest";
import { linesOf } from "./unit-rows.ts";

const unit = (id: string, parentId?: string, isOpen = true): UnitRowFragment => ({
  id,
  name: id,
  initials: "",
  kind: "TEAM",
  code: null,
  level: 1,
  position: 0,
  template: null,
  openedOn: null,
  closedOn: isOpen ? null : "2026-01-01",
  isOpen,
  childKinds: [],
  version: 1,
  viewerMay: [],
  parent: parentId ? { id: parentId, name: parentId } : null,
});

const units = [unit("局"), unit("所", "局"), unit("室", "所"), unit("队", "所"), unit("旧队", "所", false)];
const names = (lines: ReturnType<typeof linesOf>) => lines.map(({ name }) => name);

test("only the top is unfolded at first, and a fold turns a line the other way", () => {
  expect(names(linesOf(units, {}, new Set()))).toEqual(["局", "所"]);
  expect(names(linesOf(units, {}, new Set(["所"])))).toEqual(["局", "所", "室", "队"]);
  expect(names(linesOf(units, {}, new Set(["局"])))).toEqual(["局"]);
});

test("a search unfolds what it finds and counts what stands there all the same", () => {
  const lines = linesOf(units, { q: "室" }, new Set());
  expect(names(lines)).toEqual(["局", "所", "室"]);
  expect(lines[1]?.belowCount).toBe(2);
});

test("closed units are shown when asked for", () => {
  expect(names(linesOf(units, { closed: true }, new Set(["所"])))).toContain("旧队");
});
