import { Unavailable } from "#kernel/errors";

export interface TurnLimits {
  /** Work under way at once, of all and of one. */
  most: number;
  mostOfOne: number;
  /** Who waits, of one and of all; and for how long. */
  mostWaitingOfOne: number;
  mostWaiting: number;
  longestWaitMs: number;
}

/** Whoever comes by signing in is served before strangers are. */
export interface Taker {
  kind: "account" | "stranger";
  name: string;
}

interface Waiting {
  start(): void;
}

/** Shares turns of costly work: each taker has a bound and a queue of its own, and those who wait are served in rotation. */
export function shareTurns({ most, mostOfOne, mostWaitingOfOne, mostWaiting, longestWaitMs }: TurnLimits) {
  const underWay = new Map<string, number>();
  const queues = { account: new Map<string, Waiting[]>(), stranger: new Map<string, Waiting[]>() };
  let [taken, waiting] = [0, 0];

  const keyOf = ({ kind, name }: Taker) => `${kind} ${name}`;
  const countOf = (key: string) => underWay.get(key) ?? 0;
  const isFree = (key: string) => taken < most && countOf(key) < mostOfOne;

  function take(key: string) {
    taken++;
    underWay.set(key, countOf(key) + 1);
  }

  function leave(key: string) {
    taken--;
    if (countOf(key) === 1) underWay.delete(key);
    else underWay.set(key, countOf(key) - 1);
    serve();
  }

  function serve() {
    for (const queue of [queues.account, queues.stranger])
      for (const key of [...queue.keys()]) if (isFree(key)) serveNext(queue, key);
  }

  /** Goes to the end of the rotation. */
  function serveNext(queue: Map<string, Waiting[]>, key: string) {
    const line = queue.get(key)!;
    const next = line.shift()!;
    queue.delete(key);
    if (line.length > 0) queue.set(key, line);
    take(key);
    next.start();
  }

  function wait(taker: Taker, key: string): Promise<void> {
    const queue = queues[taker.kind];
    const line = queue.get(key) ?? [];
    if (line.length >= mostWaitingOfOne || waiting >= mostWaiting) throw new Unavailable();
    waiting++;
    return new Promise<void>((resolve, reject) => {
      const entry = {
        start() {
          clearTimeout(timer);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        const left = line.filter((each) => each !== entry);
        line.splice(0, line.length, ...left);
        if (line.length === 0) queue.delete(key);
        reject(new Unavailable());
      }, longestWaitMs);
      line.push(entry);
      queue.set(key, line);
    }).finally(() => void waiting--);
  }

  return async <T>(taker: Taker, work: () => Promise<T>): Promise<T> => {
    const key = keyOf(taker);
    if (isFree(key)) take(key);
    else await wait(taker, key);
    try {
      return await work();
    } finally {
      leave(key);
    }
  };
}
