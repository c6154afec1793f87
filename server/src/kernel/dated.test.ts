import fc from "fast-check";
import { expect, test } from "vitest";
import { always, changedFrom, type Dated, factsOn } from "./dated.ts";

interface Facts {
  station: string;
  room: string | null;
  kind: string;
}
const groups = [["station", "room"], ["kind"]] as const;

const days = Array.from({ length: 12 }, (_, index) => `2026-01-${String(index + 1).padStart(2, "0")}`);
const someDay = fc.constantFrom(always, ...days);
const change = fc.oneof(
  fc.record({ station: fc.constantFrom("甲", "乙"), room: fc.constantFrom("一", null) }),
  fc.record({ room: fc.constantFrom("一", "二") }),
  fc.record({ kind: fc.constantFrom("VILLAGE", "COMMUNITY") }),
);
const changes = fc.array(fc.record({ from: someDay, change, reason: fc.constantFrom("因故", null) }), { maxLength: 8 });

const start: Dated<Facts>[] = [
  { station: "甲", room: null, kind: "VILLAGE", startsOn: always, endsOn: null, reason: null },
];
const keys = groups.flat();
const told = (facts: Facts) => keys.map((key) => facts[key]);

test("after any changes, each day has one period, neighbours differ, and none has a gap before it", () => {
  fc.assert(
    fc.property(changes, (list) => {
      const periods = list.reduce((all, each) => changedFrom(all, { ...each, groups }), start);
      expect(periods[0]!.startsOn).toBe(always);
      expect(periods.at(-1)!.endsOn).toBeNull();
      periods.slice(1).forEach((period, index) => {
        expect(period.startsOn).toBe(periods[index]!.endsOn);
        expect(told(period)).not.toEqual(told(periods[index]!));
      });
    }),
  );
});

test("a change holds from its day until the day from which the fact was another one, and touches no other fact and no day before", () => {
  fc.assert(
    fc.property(changes, someDay, change, (list, from, given) => {
      const before = list.reduce((all, each) => changedFrom(all, { ...each, groups }), start);
      const after = changedFrom(before, { from, change: given, reason: "核实", groups });
      const group = groups.find((each) => each.some((key) => key in given))!;
      let holds = true;
      const was = group.map((key) => factsOn(before, from)[key]);
      for (const day of [always, ...days]) {
        const [then, now] = [factsOn(before, day), factsOn(after, day)];
        if (day >= from && group.some((key, index) => then[key] !== was[index])) holds = false;
        expect(told(now)).toEqual(told(day >= from && holds ? { ...then, ...given } : then));
      }
    }),
  );
});

test("what is so already changes nothing", () => {
  fc.assert(
    fc.property(changes, someDay, (list, from) => {
      const before = list.reduce((all, each) => changedFrom(all, { ...each, groups }), start);
      const { station, room, kind } = factsOn(before, from);
      expect(changedFrom(before, { from, change: { station, room, kind }, reason: null, groups }).map(told)).toEqual(
        before.map(told),
      );
    }),
  );
});
