import { Unavailable } from "./errors.ts";

interface Line {
  underWay: number;
  waiting: (() => void)[];
}

/** Lets so many of one key work at once. The others wait for their turn, so many of them; what is more is refused. */
export function inTurns(atOnce: number, mostWaiting: number) {
  const lines = new Map<string, Line>();

  function end(key: string, line: Line) {
    const next = line.waiting.shift();
    if (next) return next();
    if (--line.underWay === 0) lines.delete(key);
  }

  return async function take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const line = lines.get(key) ?? { underWay: 0, waiting: [] };
    lines.set(key, line);
    if (line.underWay < atOnce) line.underWay++;
    else if (line.waiting.length >= mostWaiting) throw new Unavailable();
    else await new Promise<void>((resolve) => line.waiting.push(resolve));
    try {
      return await work();
    } finally {
      end(key, line);
    }
  };
}
