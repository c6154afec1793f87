import { expect, test } from "vitest";
import { differencesOf } from "./differences.ts";

test("tells the fields that changed, those that came and those that went", () => {
  expect(differencesOf({ name: "甲", code: "A-1", level: 2 }, { name: "乙", level: 2, kind: "TEAM" })).toEqual([
    { field: "name", before: "甲", after: "乙" },
    { field: "code", before: "A-1", after: null },
    { field: "kind", before: null, after: "TEAM" },
  ]);
});

test("leaves out keys of the house, fields that stay empty, and ids whose name is told", () => {
  const after = {
    id: "1",
    version: 2,
    code: null,
    unitId: "7",
    unitName: "尹集派出所",
    gridId: "8",
    grid: "柏都村",
    memberId: "9",
  };
  expect(differencesOf(null, after).map(({ field }) => field)).toEqual(["unitName", "grid", "memberId"]);
});
