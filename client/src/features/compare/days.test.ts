import { expect, test } from "vitest";
import { lastMonth, momentOf, thisMonth } from "./days.ts";

test("a month goes from the end of the one before to its own, over the turn of the year too", () => {
  expect(lastMonth("2026-01-14")).toEqual({ from: "2025-11-30", to: "2025-12-31" });
  expect(lastMonth("2026-03-31")).toEqual({ from: "2026-01-31", to: "2026-02-28" });
  expect(thisMonth("2026-03-31")).toEqual({ from: "2026-02-28", to: "2026-03-31" });
});

test("a day is compared by its end, and today by now", () => {
  expect(momentOf("2026-02-28", "2026-03-01")).toBe("2026-02-28T23:59:59+08:00");
  expect(momentOf("2026-03-01", "2026-03-01")).toBeUndefined();
});
