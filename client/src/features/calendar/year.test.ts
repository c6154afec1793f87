import { expect, test } from "vitest";
import { clockOf, minuteOf, monthsOf, weekdayOf } from "./year.ts";
import { yearIn } from "./year-in.ts";

test("a year has its days month by month, open by weekday but for those that are other", () => {
  const months = monthsOf(2026, [{ day: "2026-02-14", opening: "OPEN", name: "春节" }]);
  expect(months.map(({ days }) => days.length)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  expect(months[1]!.days[13]).toEqual({ day: "2026-02-14", opening: "OPEN", isOther: true, name: "春节" });
  expect(months[1]!.days[14]).toEqual({ day: "2026-02-15", opening: "CLOSED", isOther: false, name: null });
  expect(weekdayOf("2026-11-30")).toBe(0);
});

test("times of day are read as people write them", () => {
  expect(["08:30", "8:30", "08：30", "24:00", "0:00"].map(minuteOf)).toEqual([510, 510, 510, 1440, 0]);
  expect(["24:01", "8:60", "8", "", "x"].map(minuteOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect([510, 1440].map(clockOf)).toEqual(["08:30", "24:00"]);
});

test("a year in the address is one that a calendar may hold", () => {
  expect([2026, "2026", 1999, "x", undefined].map(yearIn)).toEqual([2026, 2026, undefined, undefined, undefined]);
});
