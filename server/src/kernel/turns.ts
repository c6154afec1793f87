import { Unavailable } from "./errors.ts";

interface Place {
  begin(): void;
  giveUp: NodeJS.Timeout;
}

interface Bureau {
  atWork: number;
  waiting: Place[];
}

export interface Bounds {
  /** Pieces of work of one bureau at one time, and how many more of it may wait, for how long. */
  atOnce: number;
  waiting: number;
  patienceMs: number;
}

/** Lets so much work of each bureau through at one time: what it waits for is waited for on its own share, and the others' stays free. */
export function takeTurns({ atOnce, waiting: mostWaiting, patienceMs }: Bounds) {
  const bureaus = new Map<string, Bureau>();

  function enter(bureauId: string): Promise<void> {
    let bureau = bureaus.get(bureauId);
    if (!bureau) bureaus.set(bureauId, (bureau = { atWork: 0, waiting: [] }));
    if (bureau.atWork >= atOnce) return wait(bureau.waiting);
    bureau.atWork++;
    return Promise.resolve();
  }

  function wait(waiting: Place[]): Promise<void> {
    if (waiting.length >= mostWaiting) return Promise.reject(new Unavailable());
    return new Promise((resolve, reject) => {
      const place: Place = {
        begin: resolve,
        giveUp: setTimeout(() => {
          waiting.splice(waiting.indexOf(place), 1);
          reject(new Unavailable());
        }, patienceMs),
      };
      waiting.push(place);
    });
  }

  /** The turn goes to who waits longest, or is free again. */
  function leave(bureauId: string) {
    const bureau = bureaus.get(bureauId)!;
    const next = bureau.waiting.shift();
    if (next) {
      clearTimeout(next.giveUp);
      next.begin();
    } else if (--bureau.atWork === 0) bureaus.delete(bureauId);
  }

  return async function inTurn<R>(bureauId: string, work: () => Promise<R>): Promise<R> {
    await enter(bureauId);
    try {
      return await work();
    } finally {
      leave(bureauId);
    }
  };
}
