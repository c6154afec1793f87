import { holidaysOf } from "@maple-bridge/server/modules/calendar";
import { expect, test } from "vitest";
import daysOff from "../../../drizzle/seed/data/days-off.json" with { type: "json" };

test("the days off of the demo are the announced ones", () => {
  expect(daysOff).toEqual([2024, 2025, 2026].flatMap((year) => holidaysOf(year)));
});
