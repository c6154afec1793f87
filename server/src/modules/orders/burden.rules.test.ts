import { expect, test } from "vitest";
import { mondayOf } from "#kernel/day";
import { overCap, weekOf, weeklyCapMinutes } from "./burden.rules.ts";

test("a week begins on its Monday, over the end of a year too", () => {
  expect(["2026-01-01", "2026-01-04", "2026-01-05", "2021-01-03"].map(mondayOf)).toEqual([
    "2025-12-29",
    "2025-12-29",
    "2026-01-05",
    "2020-12-28",
  ]);
});

test("a task counts in the week of its last day, without one in that in which it opens in China", () => {
  expect(weekOf("2026-11-30", new Date("2026-11-01T00:00:00Z"))).toBe("2026-11-30");
  expect(weekOf(null, new Date("2026-11-29T16:00:00Z"))).toBe("2026-11-30");
});

test("whoever is at the cap is not over it", () => {
  const held = [
    { memberId: "a", member: "甲", minutes: weeklyCapMinutes - 60 },
    { memberId: "b", member: "乙", minutes: 0 },
  ];
  expect(overCap(held, new Map([["a", 60]]))).toEqual([]);
  expect(overCap(held, new Map([["a", 61]]))).toEqual([{ memberId: "a", member: "甲", minutes: weeklyCapMinutes + 1 }]);
});
