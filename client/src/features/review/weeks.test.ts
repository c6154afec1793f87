import { expect, test } from "vitest";
import { lastDayOf, mondayOf, weekAfter } from "./weeks.ts";

test("a week is known by its Monday, over the end of a year too", () => {
  expect(mondayOf("2026-11-30")).toBe("2026-11-30");
  expect(mondayOf("2026-12-06")).toBe("2026-11-30");
  expect(mondayOf("2021-01-03")).toBe("2020-12-28");
  expect(weekAfter("2020-12-28", 1)).toBe("2021-01-04");
  expect(lastDayOf("2026-12-28")).toBe("2027-01-03");
});
