import { expect, it } from "vitest";
import { tileOf } from "./tile.ts";

const coverage = (filled: number, longestDaysVacant = 0) => ({
  required: 2,
  filled,
  vacant: 2 - filled,
  longestDaysVacant,
});
const held = { duty: "AUXILIARY" as const, ordinal: 1, isFilled: true };
const there = { ...held, responsible: { id: "a" }, absence: null };
const stoodInFor = { ...held, responsible: { id: "b" }, absence: { id: "x" } };
const deserted = { ...held, responsible: null, absence: { id: "y" } };

it("has the light of the list: amber for a gap of a month, red for a longer one", () => {
  expect(tileOf({ coverage: coverage(1, 30), seats: [there] })).toEqual({ tone: "soon", says: "short" });
  expect(tileOf({ coverage: coverage(1, 31), seats: [deserted] })).toEqual({ tone: "bad", says: "short" });
});

it("says where nobody stands in for who is away, and else that all is well", () => {
  expect(tileOf({ coverage: coverage(2), seats: [there, deserted] })).toEqual({ tone: "bad", says: "nobody" });
  expect(tileOf({ coverage: coverage(2), seats: [there, stoodInFor] })).toEqual({ tone: "good", says: "full" });
  expect(tileOf({ coverage: { ...coverage(0), required: 0, vacant: 0 }, seats: [] }).says).toBe("none");
  expect(tileOf({ coverage: null, seats: [] }).says).toBe("none");
});
