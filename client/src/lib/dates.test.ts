import { expect, test } from "vitest";
import { beginsADay, startOfDay } from "./dates.ts";

test("a day begins at midnight in China, wherever the browser is", () => {
  expect(beginsADay(startOfDay("2026-11-22"))).toBe(true);
  expect(beginsADay("2026-11-21T16:00:00Z")).toBe(true);
  expect(beginsADay("2026-11-22T00:00:00Z")).toBe(false);
});
