import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf } from "#kernel/day";
import { dayNumbered, numberOf, usually } from "./open-days.rules.ts";
import {
  addWorkingDays,
  addWorkingMinutes,
  isWorking,
  nextOpening,
  usesUnannounced,
  usualCalendar,
  type WorkingCalendar,
  workingDaysBetween,
  workingMinutesBetween,
} from "./working-time.rules.ts";

const at = (text: string) => new Date(`${text}+08:00`);
const tuesday = "2026-03-03";
const calendarOf = (days: Record<string, "OPEN" | "CLOSED">): WorkingCalendar => ({
  ...usualCalendar,
  days: new Map(Object.entries(days)),
});
const festival = calendarOf({
  "2026-02-14": "OPEN",
  ...Object.fromEntries([16, 17, 18, 19, 20, 23].map((day) => [`2026-02-${day}`, "CLOSED" as const])),
  "2026-02-28": "OPEN",
});

const someDay = fc.integer({ min: numberOf("2025-12-20"), max: numberOf("2026-03-20") });
const turnedRound = (number: number) =>
  [dayNumbered(number), usually(number) === "OPEN" ? "CLOSED" : "OPEN"] as [string, "OPEN" | "CLOSED"];

function drawn(edges: number[], turned: number[]): WorkingCalendar {
  edges.sort((one, other) => one - other);
  const shifts = edges.flatMap((startsMinute, index) =>
    index % 2 === 0 && edges[index + 1] !== undefined ? [{ startsMinute, endsMinute: edges[index + 1]! }] : [],
  );
  return { ...usualCalendar, shifts, days: new Map(turned.map(turnedRound)) };
}

const minutesADay = ({ shifts }: WorkingCalendar) =>
  shifts.reduce((total, { startsMinute, endsMinute }) => total + endsMinute - startsMinute, 0);
/** With fewer, the 3,000 minutes that are tried take more than the ten years that are looked through. */
const leastADay = 2;

const someCalendar = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 8 }),
    fc.array(someDay, { maxLength: 40 }),
  )
  .map(([edges, turned]) => drawn(edges, turned))
  .filter((calendar) => minutesADay(calendar) >= leastADay);
const someInstant = fc.integer({ min: at("2025-12-20T00:00").getTime(), max: at("2026-03-20T00:00").getTime() });

test("A24: 4 h given at 11:00 are due at 17:30, the break at noon left out", () => {
  expect(addWorkingMinutes(usualCalendar, at(`${tuesday}T11:00`), 240)).toEqual(at(`${tuesday}T17:30`));
});

test("minutes end where the last of them is worked, and go over nights, weekends and festivals", () => {
  expect(addWorkingMinutes(usualCalendar, at(`${tuesday}T11:00`), 60)).toEqual(at(`${tuesday}T12:00`));
  expect(addWorkingMinutes(usualCalendar, at("2026-03-06T17:00"), 120)).toEqual(at("2026-03-09T09:30"));
  expect(addWorkingMinutes(festival, at("2026-02-14T17:59:30"), 1)).toEqual(at("2026-02-24T08:30:30"));
  expect(addWorkingMinutes(usualCalendar, at(`${tuesday}T13:00`), 0)).toEqual(at(`${tuesday}T13:00`));
});

test("A25: due on the 5th is on time at 23:59:59 of the 5th and late at 00:00:00 of the 6th", () => {
  const due = addWorkingDays(usualCalendar, at(`${tuesday}T10:00`), 2);
  expect(at("2026-03-05T23:59:59.999") < due).toBe(true);
  expect(at("2026-03-06T00:00:00") < due).toBe(false);
});

test("working days are counted after the start's own day, over what is closed, with days made up for", () => {
  expect(addWorkingDays(festival, at("2026-02-13T16:00"), 1)).toEqual(at("2026-02-15T00:00"));
  expect(addWorkingDays(festival, at("2026-02-14T16:00"), 1)).toEqual(at("2026-02-25T00:00"));
  expect(addWorkingDays(festival, at("2026-02-17T16:00"), 1)).toEqual(at("2026-02-25T00:00"));
  expect(addWorkingDays(festival, at("2026-02-27T23:59:59"), 1)).toEqual(at("2026-03-01T00:00"));
});

test("no working day is the end of the very day, or of the next open one", () => {
  expect(addWorkingDays(usualCalendar, at(`${tuesday}T10:00`), 0)).toEqual(at("2026-03-04T00:00"));
  expect(addWorkingDays(usualCalendar, at("2026-03-07T10:00"), 0)).toEqual(at("2026-03-10T00:00"));
});

test("minutes added are the minutes in between, whatever the calendar", () => {
  fc.assert(
    fc.property(someCalendar, someInstant, fc.integer({ min: 0, max: 3000 }), (calendar, start, minutes) => {
      const from = new Date(start);
      const to = addWorkingMinutes(calendar, from, minutes);
      expect(workingMinutesBetween(calendar, from, to)).toBe(minutes);
      expect(workingMinutesBetween(calendar, to, from) + minutes).toBe(0);
      if (minutes > 0) expect(isWorking(calendar, new Date(to.getTime() - 1))).toBe(true);
    }),
  );
});

test("added in two goes, minutes end where they end in one", () => {
  const some = fc.integer({ min: 1, max: 1500 });
  fc.assert(
    fc.property(someCalendar, someInstant, some, some, (calendar, start, one, other) => {
      const half = addWorkingMinutes(calendar, new Date(start), one);
      const whole = addWorkingMinutes(calendar, new Date(start), one + other);
      expect(addWorkingMinutes(calendar, half, other)).toEqual(whole);
    }),
  );
});

test("days added are the days in between, whatever the calendar", () => {
  fc.assert(
    fc.property(someCalendar, someInstant, fc.integer({ min: 1, max: 60 }), (calendar, start, days) => {
      const from = new Date(start);
      const last = dayOf(new Date(addWorkingDays(calendar, from, days).getTime() - 1));
      expect(workingDaysBetween(calendar, dayOf(from), last)).toBe(days);
      expect(workingDaysBetween(calendar, last, dayOf(from))).toBe(-days);
    }),
  );
});

test("it is worked from a shift's start until before its end, and goes on with the next one", () => {
  expect(isWorking(usualCalendar, at(`${tuesday}T08:30`))).toBe(true);
  expect(isWorking(usualCalendar, at(`${tuesday}T12:00`))).toBe(false);
  expect(isWorking(usualCalendar, at("2026-03-07T10:00"))).toBe(false);
  expect(nextOpening(usualCalendar, at(`${tuesday}T12:00`))).toEqual(at(`${tuesday}T14:30`));
  expect(nextOpening(usualCalendar, at(`${tuesday}T15:00`))).toEqual(at(`${tuesday}T15:00`));
  expect(nextOpening(usualCalendar, at("2026-03-06T22:00"))).toEqual(at("2026-03-09T08:30"));
  expect(nextOpening(festival, at("2026-02-15T10:00"))).toEqual(at("2026-02-24T08:30"));
});

test("a calendar in which nothing is worked is refused and does not go on for ever", () => {
  const refusal = expect.objectContaining({ code: "CONFLICT", detail: "NO_WORKING_TIME_LEFT" });
  const tryIt = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      return error;
    }
    return undefined;
  };
  const closed: WorkingCalendar = {
    ...usualCalendar,
    days: new Map(Array.from({ length: 5000 }, (_, index) => [dayNumbered(numberOf(tuesday) + index), "CLOSED"])),
  };
  const shiftless: WorkingCalendar = { ...usualCalendar, shifts: [] };
  const start = at(`${tuesday}T10:00`);
  expect(tryIt(() => addWorkingDays(closed, start, 1))).toEqual(refusal);
  expect(tryIt(() => addWorkingMinutes(closed, start, 1))).toEqual(refusal);
  expect(tryIt(() => nextOpening(closed, start))).toEqual(refusal);
  const minuteADay: WorkingCalendar = { ...usualCalendar, shifts: [{ startsMinute: 2, endsMinute: 3 }] };
  expect(tryIt(() => addWorkingMinutes(minuteADay, start, 3_000))).toEqual(refusal);
  expect(tryIt(() => addWorkingMinutes(shiftless, start, 1))).toEqual(refusal);
  expect(tryIt(() => nextOpening(shiftless, start))).toEqual(refusal);
  expect(isWorking(shiftless, start)).toBe(false);
});

test("A19: a year whose days off are not announced is named where it is touched", () => {
  const calendar = { ...usualCalendar, announcedYears: new Set([2025, 2026]) };
  const start = at("2026-12-25T10:00");
  expect(usesUnannounced(calendar, start, addWorkingDays(calendar, start, 3))).toEqual([]);
  expect(usesUnannounced(calendar, start, at("2027-01-01T00:00"))).toEqual([]);
  expect(usesUnannounced(calendar, start, at("2027-01-01T00:00:01"))).toEqual([2027]);
  expect(usesUnannounced(calendar, start, at("2028-01-03T00:00"))).toEqual([2027, 2028]);
  expect(usesUnannounced(usualCalendar, start, start)).toEqual([2026]);
});
