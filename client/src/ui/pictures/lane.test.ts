import { expect, it } from "vitest";
import { comingKinds } from "../../lib/glossary.ts";
import { dayAfter } from "../../lib/dates.ts";
import { marksOf, weeksFrom } from "./lane.ts";

const today = "2026-12-28";
const weeks = weeksFrom(today);

it("has weeks that follow one another for ninety days after today", () => {
  expect(weeks[0]).toEqual({ from: today, to: "2027-01-03" });
  expect(weeks.slice(1).map(({ from }) => from)).toEqual(weeks.slice(0, -1).map(({ to }) => dayAfter(to, 1)));
  expect(weeks.at(-1)?.to).toBe(dayAfter(today, 90));
});

/** Every day for a hundred days has something of two kinds. */
const days = Array.from({ length: 101 }, (_, ahead) => ({
  day: dayAfter(today, ahead),
  kind: comingKinds[ahead % comingKinds.length]!,
  count: 1 + (ahead % 4),
})).flatMap((each) => [each, { ...each, kind: comingKinds[(each.count + 2) % comingKinds.length]!, count: 2 }]);

it("counts each day of a kind in its week, and what comes later in none", () => {
  const marks = marksOf(days, weeks);
  for (const kind of comingKinds)
    for (const { from, to } of weeks) {
      const counted = days.flatMap((each) =>
        each.kind === kind && each.day >= from && each.day <= to ? Array<string>(each.count).fill(each.day) : [],
      );
      const found = marks.filter((mark) => mark.kind === kind && mark.from === from && mark.to === to);
      expect(found.map(({ count }) => count)).toEqual(counted.length === 0 ? [] : [counted.length]);
    }
  expect(marksOf([{ day: dayAfter(today, 91), kind: "GRID_CLOSES", count: 1 }], weeks)).toEqual([]);
});
