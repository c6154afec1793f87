import "reflect-metadata";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { holidaysOf, isOpenDay, usualCalendar, type WorkingCalendar } from "#modules/calendar";
import { daysToMake } from "./make-runs.ts";
import { nextOccurrences, occurrences, type Recurring } from "./recurrence.ts";
import { addDays, mondayOf } from "#kernel/day";
import { recurrenceFaults } from "./recurrence.rules.ts";
import type { VersionRow } from "./checklist.store.ts";

const own = process.env.TZ;
const calendar2026: WorkingCalendar = {
  ...usualCalendar,
  days: new Map(holidaysOf(2026)!.map(({ day, opening }) => [day, opening])),
};
const weekly: Recurring = {
  recurrence: "FREQ=WEEKLY;BYDAY=MO",
  startsOn: "2026-01-01",
  lastOn: null,
  onClosedDay: "KEEP",
};
const within = (of: Partial<Recurring>, from: string, to: string, calendar = usualCalendar) =>
  occurrences({ ...weekly, ...of }, calendar, from, to);
const codes = (recurrence: string) => recurrenceFaults([], recurrence).map(({ code }) => code);

describe.each(["UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"])("in %s", (zone) => {
  beforeAll(() => void (process.env.TZ = zone));
  afterAll(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  test("A17: days are those of the calendar in China, on both sides of a summer time elsewhere", () => {
    expect(within({}, "2026-03-01", "2026-03-31")).toEqual([
      "2026-03-02",
      "2026-03-09",
      "2026-03-16",
      "2026-03-23",
      "2026-03-30",
    ]);
    expect(within({ recurrence: "FREQ=DAILY" }, "2026-10-31", "2026-11-02")).toEqual([
      "2026-10-31",
      "2026-11-01",
      "2026-11-02",
    ]);
  });
});

test("A2: after the last day there is none, and before the start neither, shifted or not", () => {
  expect(within({ lastOn: "2026-06-30" }, "2026-07-01", "2026-07-31")).toEqual([]);
  expect(within({ lastOn: "2026-06-30" }, "2026-06-22", "2026-07-31")).toEqual(["2026-06-22", "2026-06-29"]);
  const saturdays = { recurrence: "FREQ=WEEKLY;BYDAY=SA", startsOn: "2026-03-07", lastOn: "2026-03-14" };
  expect(within({ ...saturdays, onClosedDay: "AFTER" }, "2026-03-01", "2026-03-31")).toEqual(["2026-03-09"]);
  expect(within({ ...saturdays, onClosedDay: "BEFORE" }, "2026-03-01", "2026-03-31")).toEqual(["2026-03-13"]);
});

test("A3: the next day follows from the rule and the start alone, whenever one asks", () => {
  const fortnightly = { recurrence: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", startsOn: "2026-01-05" };
  for (const from of ["2026-02-17", "2026-02-19", "2026-03-02"])
    expect(within(fortnightly, from, "2026-03-20")).toEqual(["2026-03-02", "2026-03-16"]);
});

test("A7: every week on Tuesday is Tuesday again after a week of holidays", () => {
  const tuesdays = within(
    { recurrence: "FREQ=WEEKLY;BYDAY=TU", onClosedDay: "SKIP" },
    "2026-09-15",
    "2026-10-31",
    calendar2026,
  );
  expect(tuesdays).not.toContain("2026-10-06");
  expect(tuesdays).toEqual(expect.arrayContaining(["2026-09-29", "2026-10-13", "2026-10-20", "2026-10-27"]));
});

test.each([
  ["SKIP", []],
  ["KEEP", ["2026-10-01"]],
  ["BEFORE", ["2026-09-30"]],
  ["AFTER", ["2026-10-08"]],
] as const)("A8: of 1 October, a holiday, %s makes %j; a Sunday that is made up for is open", (onClosedDay, days) => {
  const first = { recurrence: "FREQ=MONTHLY;BYMONTHDAY=1", onClosedDay };
  expect(within(first, "2026-09-15", "2026-10-20", calendar2026)).toEqual(days);
  const madeUp = [...calendar2026.days].find(
    ([day, opening]) => opening === "OPEN" && new Date(`${day}T00:00:00Z`).getUTCDay() === 0,
  )![0];
  expect(within({ recurrence: "FREQ=DAILY", onClosedDay }, madeUp, madeUp, calendar2026)).toEqual([madeUp]);
});

test("A8: days that are shifted onto one are one", () => {
  const daily = { recurrence: "FREQ=DAILY", onClosedDay: "AFTER" as const };
  expect(within(daily, "2026-03-06", "2026-03-10")).toEqual(["2026-03-06", "2026-03-09", "2026-03-10"]);
});

test("A9: the last day of the month has twelve a year; the 29th to 31st are refused, and so are rules that take their day from the start", () => {
  const last = within({ recurrence: "FREQ=MONTHLY;BYMONTHDAY=-1" }, "2026-01-01", "2026-12-31");
  expect(last).toHaveLength(12);
  expect(last[1]).toBe("2026-02-28");
  for (const day of ["29", "30", "31", "1,31"])
    expect(codes(`FREQ=MONTHLY;BYMONTHDAY=${day}`)).toEqual(["CHECKLIST_MONTH_DAY"]);
  for (const bare of ["FREQ=MONTHLY", "FREQ=WEEKLY", "FREQ=YEARLY;BYMONTH=2", "FREQ=YEARLY;BYMONTHDAY=1"])
    expect(codes(bare)).toEqual(["CHECKLIST_RECURRENCE_DAYS"]);
});

test("what is no rule is refused", () => {
  for (const wrong of ["", "FREQ=HOURLY", "FREQ=DAILY;COUNT=3", "FREQ=DAILY;UNTIL=20260101", "FREQ=DAILY;FREQ=DAILY"])
    expect(codes(wrong), wrong).toEqual(["CHECKLIST_RECURRENCE"]);
  for (const wrong of ["FREQ=WEEKLY;BYDAY=1MO", "FREQ=DAILY;INTERVAL=0", "FREQ=WEEKLY;BYDAY=MO;WKST=SU", "MO"])
    expect(codes(wrong), wrong).toEqual(["CHECKLIST_RECURRENCE"]);
});

test("A10: a rule of Mondays that is published on Wednesday begins next Monday, or with this week's where that is asked for", () => {
  expect(nextOccurrences(weekly, usualCalendar, "2026-03-04", 2)).toEqual(["2026-03-09", "2026-03-16"]);
  const version = { ...published, madeFrom: "2026-03-04" };
  expect(made(version, "2026-03-03", "2026-03-09")).toEqual(["2026-03-09"]);
  const thisWeek = { ...version, madeFrom: mondayOf("2026-03-04") };
  expect(made(thisWeek, "2026-03-01", "2026-03-09")).toEqual(["2026-03-02", "2026-03-09"]);
});

test("A5: of the days before it was published none is made unless that was asked for", () => {
  expect(made({ ...published, madeFrom: "2026-03-04" }, "2026-03-03", "2026-03-04")).toEqual([]);
  expect(made({ ...published, madeFrom: "2026-01-01" }, "2025-12-31", "2026-03-04")).toHaveLength(9);
});

test("the version that held on a day makes its runs", () => {
  const first = { ...published, id: "1", madeFrom: "2026-01-01", supersededOn: "2026-03-09" };
  const second = { ...published, id: "2", number: 2, startsOn: "2026-03-09", madeFrom: "2026-03-09" };
  const days = daysToMake({ madeThrough: "2026-02-28", versions: [second, first] }, usualCalendar, "2026-03-17");
  expect(days.map(({ version, on }) => `${version.id} ${on}`)).toEqual([
    "1 2026-03-02",
    "2 2026-03-09",
    "2 2026-03-16",
  ]);
});

test("A87: a week is its Monday, over the year's end and in years of 53 weeks", () => {
  for (const day of ["2025-12-29", "2026-01-01", "2026-01-04"]) expect(mondayOf(day)).toBe("2025-12-29");
  expect(mondayOf("2021-01-03")).toBe("2020-12-28");
  expect(mondayOf("2027-01-03")).toBe("2026-12-28");
  const sundays = within({ recurrence: "FREQ=WEEKLY;BYDAY=SU", startsOn: "2020-12-01" }, "2020-12-27", "2021-01-10");
  expect(sundays).toEqual(["2020-12-27", "2021-01-03", "2021-01-10"]);
});

const rules = [
  "FREQ=DAILY",
  "FREQ=WEEKLY;BYDAY=MO,FR",
  "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU",
  "FREQ=MONTHLY;BYMONTHDAY=-1",
];

test("A3, A8: days of two stretches are the days of both together; where closed days are no days, each is open", () => {
  const of = fc.record({
    recurrence: fc.constantFrom(...rules),
    startsOn: fc.constantFrom("2025-11-03", "2026-01-01", "2026-02-15"),
    lastOn: fc.constantFrom(null, "2026-12-01"),
    onClosedDay: fc.constantFrom("SKIP", "KEEP", "BEFORE", "AFTER"),
  });
  fc.assert(
    fc.property(of, fc.nat(300), fc.nat(60), fc.nat(60), (recurring, begin, one, other) => {
      const asked = recurring as Recurring;
      const from = addDays("2026-01-01", begin);
      const [between, to] = [addDays(from, one), addDays(from, one + 1 + other)];
      const whole = occurrences(asked, calendar2026, from, to);
      const parts = [
        ...occurrences(asked, calendar2026, from, between),
        ...occurrences(asked, calendar2026, addDays(between, 1), to),
      ];
      expect(parts).toEqual(whole);
      if (asked.onClosedDay !== "KEEP") for (const day of whole) expect(isOpenDay(calendar2026, day)).toBe(true);
    }),
  );
});

const published: VersionRow = {
  ...weekly,
  id: "1",
  templateId: "t",
  number: 1,
  state: "PUBLISHED",
  windowDays: 7,
  graceDays: 0,
  lateDays: 30,
  burdenMinutes: 60,
  serves: null,
  isReviewed: true,
  note: null,
  madeFrom: "2026-01-01",
  supersededOn: null,
};
const made = (version: VersionRow, madeThrough: string, today: string) =>
  daysToMake({ madeThrough, versions: [version] }, usualCalendar, today).map(({ on }) => on);
