import { expect, test } from "vitest";
import { periodOf } from "./period.ts";

test("a day's month, quarter, half year and year begin and end where they do", () => {
  expect(periodOf("MONTH", "2026-02-14")).toEqual({ from: "2026-02-01", until: "2026-02-28" });
  expect(periodOf("MONTH", "2026-12-31")).toEqual({ from: "2026-12-01", until: "2026-12-31" });
  expect(periodOf("QUARTER", "2026-05-01")).toEqual({ from: "2026-04-01", until: "2026-06-30" });
  expect(periodOf("HALF", "2026-07-01")).toEqual({ from: "2026-07-01", until: "2026-12-31" });
  expect(periodOf("YEAR", "2026-07-01")).toEqual({ from: "2026-01-01", until: "2026-12-31" });
});
