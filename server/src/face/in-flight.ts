import { Unavailable } from "#kernel/errors";

const mostInFlight = 600;
const requestTimeoutMs = 15_000;

export type InFlight = ReturnType<typeof limitInFlight>;

/** Counts the requests under way: one is refused at once when there are too many. */
export function limitInFlight(most = mostInFlight, timeoutMs = requestTimeoutMs) {
  let underWay = 0;
  return {
    async counted<T>(work: () => Promise<T>): Promise<T> {
      if (underWay >= most) throw new Unavailable();
      underWay++;
      try {
        return await work();
      } finally {
        underWay--;
      }
    },
    /** For work of many steps, which no single statement's time limit bounds: given up when it takes too long. */
    async timed<T>(work: Promise<T>): Promise<T> {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Unavailable()), timeoutMs);
      });
      try {
        return await Promise.race([work, late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
