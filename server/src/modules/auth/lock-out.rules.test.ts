import fc from "fast-check";
import { expect, test } from "vitest";
import {
  afterTry,
  fromDevice,
  fromStranger,
  fromWithin,
  isLocked,
  type LockOut,
  type Source,
  withoutOne,
} from "./lock-out.rules.ts";

interface Try {
  afterSeconds: number;
  isRight: boolean;
  from: number;
}

/** A device that is known, two that are not, and a session. */
const places = [fromDevice("d"), fromStranger("10.0.0.1"), fromStranger("10.0.0.2"), [...fromWithin]];
const fresh = (now: Date): LockOut => ({ tries: 0, triedAt: now, lockedUntil: null });

const triesOf = (isRight: fc.Arbitrary<boolean>) =>
  fc.array(
    fc.record({
      afterSeconds: fc.oneof({ weight: 9, arbitrary: fc.nat(120) }, fc.nat(5_000)),
      isRight,
      from: fc.nat(places.length - 1),
    }),
    { maxLength: 120 },
  );
const tries = triesOf(fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)));

/** What each try is told, from the list of wrong ones that each source still remembers. */
function byModel(list: readonly Try[]): string[] {
  let now = 0;
  const wrong = new Map<string, number[]>();
  const lastTry = new Map<string, number>();
  const lockedAt = new Map<string, number>();
  return list.map(({ afterSeconds, isRight, from }) => {
    now += afterSeconds;
    const sources = places[from]!;
    if (sources.some(({ name }) => now < (lockedAt.get(name) ?? -1e9) + 900)) return "locked";
    if (isRight) {
      wrong.set(sources[0]!.name, []);
      for (const { name } of sources) remembered(name);
      return "right";
    }
    let isNowLocked = false;
    for (const { name, most } of sources) {
      const times = [...remembered(name), now];
      wrong.set(name, times.length >= most ? [] : times);
      if (times.length < most) continue;
      lockedAt.set(name, now);
      isNowLocked = true;
    }
    return isNowLocked ? "locked" : "wrong";
  });

  function remembered(name: string) {
    const times = wrong.get(name) ?? [];
    const last = lastTry.get(name) ?? 0;
    const kept = now - last >= 3_600 ? [] : times;
    lastTry.set(name, now);
    wrong.set(name, kept);
    return kept;
  }
}

/** The same as the store does: a try counts as wrong before it is looked at, and is settled once it was right. */
function byRules(list: readonly Try[]): string[] {
  const states = new Map<string, LockOut>();
  let now = new Date(0);
  return list.map(({ afterSeconds, isRight, from }) => {
    now = new Date(now.getTime() + afterSeconds * 1000);
    const sources = places[from]!;
    if (sources.some(({ name }) => isLocked(states.get(name) ?? fresh(now), now))) return "locked";
    claim(sources);
    if (isRight) settle(sources);
    if (isRight) return "right";
    return sources.some(({ name }) => isLocked(states.get(name)!, now)) ? "locked" : "wrong";
  });

  function claim(sources: readonly Source[]) {
    for (const { name, most } of sources) states.set(name, afterTry(states.get(name) ?? fresh(now), now, most));
  }

  function settle([own, ...shared]: readonly Source[]) {
    states.delete(own!.name);
    for (const { name } of shared) states.set(name, withoutOne(states.get(name)!));
  }
}

test("any run of tries from several places is told what the model tells", () => {
  fc.assert(
    fc.property(tries, (list) => void expect(byRules(list)).toEqual(byModel(list))),
    { numRuns: 500 },
  );
});

test("whatever strangers do, a known device is told the same as without them", () => {
  fc.assert(
    fc.property(tries, (list) => {
      let passed = 0;
      const own: Try[] = [];
      const told: string[] = [];
      const all = byRules(list);
      for (const [index, each] of list.entries()) {
        passed += each.afterSeconds;
        if (each.from !== 0) continue;
        own.push({ ...each, afterSeconds: passed });
        told.push(all[index]!);
        passed = 0;
      }
      expect(byRules(own)).toEqual(told);
    }),
  );
});

test("of any tries within a quarter of an hour, no more wrong ones are looked at than strangers have together", () => {
  const wrong = triesOf(fc.constant(false)).map((list) =>
    list.map((each) => ({ ...each, afterSeconds: 0, from: 1 + (each.from % 2) })),
  );
  fc.assert(
    fc.property(wrong, (list) => {
      expect(byRules(list).filter((told) => told === "wrong").length).toBeLessThanOrEqual(8);
    }),
  );
  const many = Array.from({ length: 200 }, (_, index) => fromStranger(`10.0.0.${index}`));
  const states = new Map<string, LockOut>();
  const now = new Date(0);
  let lookedAt = 0;
  for (const sources of many) {
    if (sources.some(({ name }) => isLocked(states.get(name) ?? fresh(now), now))) continue;
    lookedAt++;
    for (const { name, most } of sources) states.set(name, afterTry(states.get(name) ?? fresh(now), now, most));
  }
  expect(lookedAt).toBe(50);
});
