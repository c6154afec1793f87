import { RateLimited } from "#kernel/errors";

const windowMs = 10_000;
const mostKnown = 50_000;

export interface RateLimits {
  /** Requests in ten seconds of one session or token, and of one address without either. */
  signedIn: number;
  strangers: number;
}

/** Far above what people and their screens do: it keeps one runaway program from taking the server from the others. */
export const usualRates: RateLimits = { signedIn: 20_000, strangers: 1_000 };

export type Rates = ReturnType<typeof countRates>;

export function countRates({ signedIn, strangers }: RateLimits) {
  let counts = new Map<string, number>();
  let until = 0;

  function current() {
    const now = Date.now();
    if (now < until && counts.size <= mostKnown) return counts;
    until = now + windowMs;
    return (counts = new Map());
  }

  function refuseBeyond(most: number, count: number) {
    if (count > most) throw new RateLimited([], undefined, { retryAt: new Date(until).toISOString() });
  }

  function add(key: string, most: number) {
    const now = current();
    const count = (now.get(key) ?? 0) + 1;
    now.set(key, count);
    refuseBeyond(most, count);
  }

  return {
    signedIn: (id: string) => add(id, signedIn),
    stranger: (address: string) => add(address, strangers),
    /** Before a secret that nobody knows costs a look into the database. */
    mayKnock: (address: string) => refuseBeyond(strangers - 1, current().get(address) ?? 0),
  };
}
