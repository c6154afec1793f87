import fc from "fast-check";
import { expect, test } from "vitest";
import { mostAtOnce, overlaps, type Period, overlapOf } from "./period.rules.ts";

const at = (day: number) => new Date(Date.UTC(2026, 0, 1 + day));
const period = (from: number, to: number | null): Period => ({ from: at(from), to: to === null ? null : at(to) });
const some = fc
  .tuple(fc.nat(20), fc.option(fc.integer({ min: 1, max: 10 })))
  .map(([from, length]) => period(from, length === null ? null : from + length));
const lasts = ({ from, to }: Period, day: number) => from <= at(day) && (to === null || to > at(day));
const days = Array.from({ length: 40 }, (_, day) => day);

test("periods that only touch do not overlap", () => {
  expect(overlaps(period(0, 5), period(5, 9))).toBe(false);
  expect(overlaps(period(0, 5), period(4, null))).toBe(true);
});

test("two overlap exactly when a day lies in both, and share exactly those days", () => {
  fc.assert(
    fc.property(some, some, (a, b) => {
      const both = days.filter((day) => lasts(a, day) && lasts(b, day));
      const common = overlapOf(a, b);
      expect(overlaps(a, b)).toBe(both.length > 0);
      expect(common ? days.filter((day) => lasts(common, day)) : []).toEqual(both);
    }),
  );
});

test("the most at once are as many as on the fullest day", () => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 8 }), some, (periods, window) => {
      const counts = days
        .filter((day) => lasts(window, day))
        .map((day) => periods.filter((each) => lasts(each, day)).length);
      const { count, at: when } = mostAtOnce(periods, window);
      expect(count).toBe(Math.max(...counts));
      expect(periods.filter((each) => each.from <= when && (each.to === null || each.to > when))).toHaveLength(count);
    }),
  );
});
