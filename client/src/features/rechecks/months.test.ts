import { expect, test } from "vitest";
import { monthsBefore } from "./months.ts";

test("months are counted back over the turn of the year", () => {
  expect(monthsBefore("2026-02-14", 3)).toEqual(["2026-01-01", "2025-12-01", "2025-11-01"]);
});
