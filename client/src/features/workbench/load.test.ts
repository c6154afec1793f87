import { expect, it } from "vitest";
import { medianOf } from "./load.ts";

it("is the middle value, between two of them halfway, and nothing of nothing", () => {
  expect(medianOf([5, 1, 3])).toBe(3);
  expect(medianOf([4, 1, 2, 9])).toBe(3);
  expect(medianOf([])).toBeUndefined();
});
