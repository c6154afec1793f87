import { Unavailable } from "#kernel/errors";

const mostInFlight = 600;
const requestTimeoutMs = 15_000;

/** Runs one request's work: refused at once when too many are under way, and given up when it takes too long. */
export function limitInFlight(most = mostInFlight, timeoutMs = requestTimeoutMs) {
  let underWay = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (underWay >= most) throw new Unavailable();
    underWay++;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Unavailable()), timeoutMs);
    });
    try {
      return await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
      underWay--;
    }
  };
}
