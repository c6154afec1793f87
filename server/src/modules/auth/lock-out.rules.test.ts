import fc from "fast-check";
import { expect, test } from "vitest";
import { afterFailure, isLocked, type LockOut, lockOutOf, unlocked } from "./lock-out.rules.ts";

interface Try {
  afterSeconds: number;
  isRight: boolean;
}

const tries = fc.array(fc.record({ afterSeconds: fc.nat(600), isRight: fc.boolean() }), { maxLength: 60 });
const wrongTries = fc.array(fc.record({ afterSeconds: fc.nat(600), isRight: fc.constant(false) }), { maxLength: 60 });

/** What each try is told, by a list of the wrong ones since the last that was right or locked. */
function byModel(list: readonly Try[]): string[] {
  let [now, lockedAt, wrong] = [0, Number.NEGATIVE_INFINITY, 0];
  return list.map(({ afterSeconds, isRight }) => {
    now += afterSeconds;
    if (now < lockedAt + 900) return "locked";
    wrong = isRight ? 0 : wrong + 1;
    if (wrong === 5) {
      lockedAt = now;
      wrong = 0;
      return "locked";
    }
    return isRight ? "right" : "wrong";
  });
}

function byRules(list: readonly Try[]): string[] {
  let state: LockOut = unlocked;
  let now = new Date(0);
  return list.map(({ afterSeconds, isRight }) => {
    now = new Date(now.getTime() + afterSeconds * 1000);
    if (isLocked(state, now)) return "locked";
    state = isRight ? unlocked : afterFailure(state, now);
    if (isLocked(state, now)) return "locked";
    return isRight ? "right" : "wrong";
  });
}

/** As for a name that no account has: the state is read from what was recorded. */
function byLog(list: readonly Try[]): string[] {
  const log: { action: string; at: Date }[] = [];
  let at = new Date(0);
  return list.map(({ afterSeconds }) => {
    at = new Date(at.getTime() + afterSeconds * 1000);
    const state = lockOutOf(log.slice(0, 5));
    if (isLocked(state, at)) return "locked";
    const next = afterFailure(state, at);
    log.unshift({ action: "session.refused", at });
    if (!isLocked(next, at)) return "wrong";
    log.unshift({ action: "account.lock", at });
    return "locked";
  });
}

test("any run of tries is told what the model tells", () => {
  fc.assert(fc.property(tries, (list) => void expect(byRules(list)).toEqual(byModel(list))));
});

test("a name that no account has is told the same as one that is there", () => {
  fc.assert(fc.property(wrongTries, (list) => void expect(byLog(list)).toEqual(byModel(list))));
});
