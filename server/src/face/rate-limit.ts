import { hash } from "node:crypto";
import { RateLimited } from "#kernel/errors";
import { networkOf } from "#kernel/network";

const windowMs = 10_000;
const sharedCounts = 1_024;

export interface RateLimits {
  /** Requests in ten seconds of one session or token, and of one network without either. */
  signedIn: number;
  strangers: number;
}

/** Far above what people and their screens do: it keeps one runaway program from taking the server from the others. */
export const usualRates: RateLimits = { signedIn: 20_000, strangers: 1_000 };

export type Rates = ReturnType<typeof countRates>;

/** Strangers are counted apart, so that nothing they do bears on who is signed in. */
export function countRates({ signedIn, strangers }: RateLimits, { now = Date.now, mostKnown = 50_000 } = {}) {
  const ofSessions = countInWindows(now, mostKnown);
  const ofNetworks = countInWindows(now, mostKnown);

  function add(counts: typeof ofSessions, key: string, most: number) {
    if (counts.add(key, 1) > most)
      throw new RateLimited([], undefined, { retryAt: new Date(counts.until()).toISOString() });
  }

  return {
    signedIn: (id: string) => add(ofSessions, id, signedIn),
    /** Before anything is looked up: a secret that nobody knows has then been counted already. */
    stranger: (address: string) => add(ofNetworks, networkOf(address), strangers),
    /** Who came as a stranger has proved to be none. */
    admitted: (address: string) => void ofNetworks.add(networkOf(address), -1),
  };
}

/** Counts that begin anew every ten seconds and never before: when too many are known, the others share a number of counts. */
function countInWindows(now: () => number, mostKnown: number) {
  let counts = new Map<string, number>();
  let until = 0;

  function place(key: string) {
    if (counts.size < mostKnown || counts.has(key)) return key;
    return `shared ${hash("sha256", key, "buffer").readUInt32BE() % sharedCounts}`;
  }

  return {
    add(key: string, one: number): number {
      if (now() >= until) {
        until = now() + windowMs;
        counts = new Map();
      }
      const own = place(key);
      const count = Math.max(0, (counts.get(own) ?? 0) + one);
      counts.set(own, count);
      return count;
    },
    until: () => until,
  };
}
