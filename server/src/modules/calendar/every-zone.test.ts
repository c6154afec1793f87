import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { announcedSince, holidaysOf } from "./holidays.ts";
import { dayNumbered, isOpen, numberOf } from "./open-days.rules.ts";
import {
  addWorkingDays,
  addWorkingMinutes,
  isWorking,
  nextOpening,
  usesUnannounced,
  usualCalendar,
  workingDaysBetween,
  workingMinutesBetween,
} from "./working-time.rules.ts";

const at = (text: string) => new Date(`${text}+08:00`);
const own = process.env.TZ;

describe.each([
  ["UTC", 0],
  ["Asia/Shanghai", -480],
  ["America/Los_Angeles", 480],
  ["Pacific/Kiritimati", -840],
])("where the process runs in %s", (zone, minutesBehind) => {
  beforeAll(() => void (process.env.TZ = zone));
  afterAll(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  test("the process is in that zone", () => {
    expect(at("2026-01-15T00:00").getTimezoneOffset()).toBe(minutesBehind);
  });

  test("A17: working time is China's", () => {
    const calendar = { ...usualCalendar, days: new Map([["2026-02-14", "OPEN" as const]]) };
    expect(addWorkingMinutes(calendar, at("2026-03-03T11:00"), 240)).toEqual(at("2026-03-03T17:30"));
    expect(addWorkingDays(calendar, at("2026-03-06T23:59:59"), 1)).toEqual(at("2026-03-10T00:00"));
    expect(addWorkingDays(calendar, at("2026-03-07T00:00"), 1)).toEqual(at("2026-03-10T00:00"));
    expect(workingMinutesBetween(calendar, at("2026-03-06T00:00"), at("2026-03-10T00:00"))).toBe(840);
    expect(workingDaysBetween(calendar, "2026-02-13", "2026-02-16")).toBe(2);
    expect(isWorking(calendar, at("2026-02-14T08:30"))).toBe(true);
    expect(isWorking(calendar, at("2026-03-08T23:00"))).toBe(false);
    expect(nextOpening(calendar, at("2026-03-06T18:00"))).toEqual(at("2026-03-09T08:30"));
    expect(usesUnannounced(calendar, at("2026-12-31T23:59"), at("2027-01-01T00:01"))).toEqual([2026, 2027]);
  });

  test("A17: summers of other zones, and China's own until 1991, move nothing", () => {
    for (const day of ["1989-07-03", "2026-03-09", "2026-11-02"])
      expect(addWorkingMinutes(usualCalendar, at(`${day}T08:30`), 420)).toEqual(at(`${day}T18:00`));
  });

  test.each([
    [2024, 19, 8, 251],
    [2025, 18, 5, 248],
    [2026, 19, 6, 248],
  ])("A18: %i has %i weekdays off, %i days made up for and %i working days", (year, off, madeUp, working) => {
    const listed = holidaysOf(year)!;
    const days = new Map(listed.map(({ day, opening }) => [day, opening]));
    const openings = listed.map(({ opening }) => opening);
    expect(openings.filter((opening) => opening === "CLOSED")).toHaveLength(off);
    expect(openings.filter((opening) => opening === "OPEN")).toHaveLength(madeUp);
    const [first, last] = [numberOf(`${year}-01-01`), numberOf(`${year}-12-31`)];
    const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const open = all.filter((number) => isOpen({ days }, number)).map(dayNumbered);
    expect(open).toHaveLength(working);
    expect(open.filter((day) => days.get(day) === "OPEN")).toHaveLength(madeUp);
    expect(workingDaysBetween({ ...usualCalendar, days }, `${year - 1}-12-31`, `${year}-12-31`)).toBe(working);
  });

  test("A21: a day in lieu is no working day, and a day made up for is one", () => {
    expect(holidaysOf(2026)).toContainEqual({ day: "2026-02-14", opening: "OPEN", name: "春节" });
    expect(holidaysOf(2025)).toContainEqual({ day: "2025-10-08", opening: "CLOSED", name: "国庆节" });
  });

  test("A19: 2027 is not announced", () => {
    expect(holidaysOf(2027)).toBeUndefined();
    expect(announcedSince(2024)).toEqual([2024, 2025, 2026]);
  });
});
