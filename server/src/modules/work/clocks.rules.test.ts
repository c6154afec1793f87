import "reflect-metadata";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addWorkingDays,
  addWorkingMinutes,
  usualCalendar,
  workingDaysBetween,
  type WorkingCalendar,
  workingMinutesBetween,
} from "#modules/calendar";
import {
  type Clock,
  type ClockBasis,
  dueOf,
  pausesOf,
  rolledUp,
  satisfied,
  unsatisfied,
  voided,
} from "./clocks.rules.ts";
import { thresholds, type Told } from "./ticks.rules.ts";

const at = (text: string) => new Date(`${text}+08:00`);
const own = process.env.TZ;
const time = { addWorkingDays, addWorkingMinutes, workingDaysBetween, workingMinutesBetween };
const basis = (given: Partial<ClockBasis>): ClockBasis => ({
  startedAt: at("2026-03-06T11:00"),
  unit: "WORKING_MINUTES",
  budget: 240,
  extendedBy: 0,
  warnAtPercent: 25,
  ...given,
});
const due = (
  given: Partial<ClockBasis>,
  pauses: Parameters<typeof dueOf>[3] = [],
  calendar: WorkingCalendar = usualCalendar,
) => dueOf(time, calendar, basis(given), pauses);
const clockOf = (given: Partial<Clock> = {}): Clock => ({
  ...basis({}),
  id: "clock",
  clock: "FEEDBACK",
  round: 1,
  ruleId: "rule",
  calendarRevisionId: null,
  startedSequence: 1,
  dueAt: at("2026-03-06T17:30"),
  warnAt: at("2026-03-06T16:30"),
  satisfiedAt: null,
  breachedAt: null,
  voidAt: null,
  ...given,
});

describe.each(["UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"])(
  "where the process runs in %s",
  (zone) => {
    beforeAll(() => void (process.env.TZ = zone));
    afterAll(() => {
      if (own === undefined) delete process.env.TZ;
      else process.env.TZ = own;
    });

    test("A24, A45: working time that was left before a suspension is left after it", () => {
      expect(due({})).toEqual({ dueAt: at("2026-03-06T17:30"), warnAt: at("2026-03-06T16:30") });
      const weekend = [{ startsAt: at("2026-03-06T12:00"), endsAt: at("2026-03-09T12:00") }];
      expect(due({}, weekend).dueAt).toEqual(at("2026-03-09T17:30"));
      expect(due({ unit: "MINUTES" }, weekend).dueAt).toEqual(at("2026-03-09T15:00"));
    });

    test("A25: a working day ends with its last millisecond, and the item's day is that day", () => {
      const { dueAt } = due({ unit: "WORKING_DAYS", budget: 2 });
      expect(dueAt).toEqual(at("2026-03-11T00:00"));
      const clock = clockOf({ dueAt });
      expect(rolledUp([clock], { isSuspended: false }).dueOn).toBe("2026-03-10");
      const metAt = (moment: string) => satisfied([clock], ["FEEDBACK"], at(moment))[0]!.breachedAt;
      expect(metAt("2026-03-10T23:59:59.999")).toBeNull();
      expect(metAt("2026-03-11T00:00")).toEqual(dueAt);
    });

    test("A20: a day more off moves exactly what lies past it", () => {
      const closed: WorkingCalendar = { ...usualCalendar, days: new Map([["2026-03-10", "CLOSED"]]) };
      for (let budget = 1; budget <= 10; budget++) {
        const [before, after] = [
          due({ unit: "WORKING_DAYS", budget }),
          due({ unit: "WORKING_DAYS", budget }, [], closed),
        ];
        expect(before.dueAt.getTime() === after.dueAt.getTime()).toBe(before.dueAt <= at("2026-03-10T00:00"));
      }
    });
  },
);

test("pauses that do not meet, or that are still under way, move nothing", () => {
  const usual = due({}).dueAt;
  expect(due({}, [{ startsAt: at("2026-03-05T09:00"), endsAt: at("2026-03-06T11:00") }]).dueAt).toEqual(usual);
  expect(due({}, [{ startsAt: at("2026-03-06T17:30"), endsAt: at("2026-03-06T18:00") }]).dueAt).toEqual(usual);
  expect(due({}, [{ startsAt: at("2026-03-06T12:00"), endsAt: null }]).dueAt).toEqual(usual);
});

test("a clock that has ended is explained by the pauses that were over by then", () => {
  const [early, late] = [
    { startsAt: at("2026-03-06T11:10"), endsAt: at("2026-03-06T11:20") },
    { startsAt: at("2026-03-06T15:00"), endsAt: at("2026-03-06T16:00") },
  ];
  expect(pausesOf({ satisfiedAt: at("2026-03-06T12:00"), voidAt: null }, [early, late])).toEqual([early]);
  expect(pausesOf({ satisfiedAt: null, voidAt: null }, [early, late])).toEqual([early, late]);
});

test("A46: what meets one clock leaves the others running", () => {
  const clocks = [clockOf({ id: "a", clock: "ACCEPT" }), clockOf({ id: "c", clock: "CLOSE" })];
  const met = satisfied(clocks, ["ACCEPT"], at("2026-03-06T12:00"));
  expect(met.map(({ satisfiedAt }) => satisfiedAt !== null)).toEqual([true, false]);
  expect(unsatisfied(met, "ACCEPT")[0]!.satisfiedAt).toBeNull();
  expect(voided(met, at("2026-03-06T13:00")).map(({ voidAt }) => voidAt !== null)).toEqual([false, true]);
});

const telling = { escalateAfter: 60, urgesWhenDueSoon: true, tellsAtAnyHour: false };
const left = (now: string, told: Told[] = [], more: object = {}) =>
  thresholds(
    {
      clocks: [clockOf()],
      told,
      level: 3,
      mayGoUp: true,
      wentUpAt: null,
      missedAfterDays: null,
      tellingOf: () => telling,
      after: (_clock, from, minutes) => new Date(from.getTime() + minutes * 60_000),
      ...more,
    },
    at(now),
  ).map(({ kind }) => kind);

test("A56, A57: a time is told of as coming until it has passed, as passed once, and goes up once from a level", () => {
  expect(left("2026-03-06T12:00")).toEqual(["DUE_SOON", "URGED", "OVERDUE", "ESCALATED"]);
  expect(left("2026-03-06T17:30")).toEqual(["OVERDUE", "ESCALATED"]);
  const overdue = { clockId: "clock", kind: "OVERDUE" as const, level: 3, at: at("2026-03-06T17:30") };
  const up = { clockId: "clock", kind: "ESCALATED" as const, level: 3, at: at("2026-03-06T18:30") };
  expect(left("2026-03-06T19:00", [overdue])).toEqual(["ESCALATED"]);
  expect(left("2026-03-06T19:00", [overdue, up])).toEqual([]);
  expect(left("2026-03-06T19:00", [overdue, up], { level: 1 })).toEqual(["ESCALATED"]);
  expect(left("2026-03-06T19:00", [overdue], { mayGoUp: false })).toEqual([]);
  expect(left("2026-03-06T12:00", [], { clocks: [clockOf({ satisfiedAt: at("2026-03-06T11:30") })] })).toEqual([]);
});

test("A27: what may be missed is overdue first, and missed some days later; without days of grace it is told of once", () => {
  const feedback = clockOf({ clock: "FEEDBACK" });
  const missable = (missedAfterDays: number, now = "2026-03-06T17:30") =>
    left(now, [], { clocks: [feedback], mayGoUp: false, missedAfterDays });
  expect(missable(2)).toEqual(["OVERDUE", "MISSED"]);
  expect(missable(0)).toEqual(["MISSED"]);
  expect(
    left("2026-03-06T17:30", [], { clocks: [clockOf({ clock: "CLOSE" })], mayGoUp: false, missedAfterDays: 0 }),
  ).toEqual(["OVERDUE"]);
});

test("A48: a time that has moved is told of anew", () => {
  const overdue = { clockId: "clock", kind: "OVERDUE" as const, level: 3, at: at("2026-03-05T17:30") };
  expect(left("2026-03-06T17:30", [overdue])).toContain("OVERDUE");
});
