import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, mondayOf } from "#kernel/day";
import { dueWithoutAnother, weekFaults, weekName } from "./week.rules.ts";

test.each([
  ["2025-12-29", "2025-12-29", "2026-W01"],
  ["2026-01-04", "2025-12-29", "2026-W01"],
  ["2026-01-05", "2026-01-05", "2026-W02"],
  ["2020-12-28", "2020-12-28", "2020-W53"],
  ["2021-01-03", "2020-12-28", "2020-W53"],
  ["2021-01-04", "2021-01-04", "2021-W01"],
  ["2026-12-28", "2026-12-28", "2026-W53"],
  ["2027-01-03", "2026-12-28", "2026-W53"],
  ["2024-12-30", "2024-12-30", "2025-W01"],
])("A87: %s is of the week of %s, %s", (day, monday, name) => {
  expect(mondayOf(day)).toBe(monday);
  expect(weekName(mondayOf(day))).toBe(name);
});

test("A87: whatever the day, its week has seven days and one name, and the next one another", () => {
  const days = fc.date({ min: new Date("2015-01-01"), max: new Date("2040-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      const monday = mondayOf(day);
      expect(monday <= day && day <= addDays(monday, 6)).toBe(true);
      expect(weekFaults(["week"], monday)).toEqual([]);
      expect(mondayOf(addDays(monday, 6))).toBe(monday);
      expect(mondayOf(addDays(monday, 7))).toBe(addDays(monday, 7));
      expect(weekName(addDays(monday, 7)) > weekName(monday)).toBe(true);
    }),
  );
});

test("a day that is no Monday is refused, with the Monday of its week", () => {
  expect(weekFaults(["week"], "2026-01-01")).toEqual([
    { path: ["week"], code: "WEEK_NOT_A_MONDAY", params: { day: "2026-01-01", monday: "2025-12-29" } },
  ]);
});

test("what is sent back is due by the end of the next week, and never by a day that is past", () => {
  expect(dueWithoutAnother("2026-03-02", "2026-03-09")).toBe("2026-03-15");
  expect(dueWithoutAnother("2026-03-02", "2026-03-06")).toBe("2026-03-15");
  expect(dueWithoutAnother("2026-03-02", "2026-04-01")).toBe("2026-04-05");
});
