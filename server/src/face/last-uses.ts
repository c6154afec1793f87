import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import type { WriteConnection } from "#kernel/database/connect";
import { type LastUse, writeLastUses } from "#kernel/database/last-use";

const gatherMs = 2_000;
/** In one transaction. */
const mostAtOnce = 500;
/** What waits while the database does not take it. */
const mostWaiting = 50_000;
const longestCloseMs = 2_000;

export type LastUses = ReturnType<typeof gatherLastUses>;

/** When sessions and tokens were last used, gathered and written now and then, many in one transaction. */
export function gatherLastUses({ writes, log }: { writes: WriteConnection; log: Logger }) {
  const waiting = new Map<string, LastUse>();
  const underWay = new Map<string, LastUse>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;
  let dropped = 0;

  async function write() {
    while (waiting.size > 0) {
      for (const [key, use] of waiting) {
        if (underWay.size === mostAtOnce) break;
        underWay.set(key, use);
        waiting.delete(key);
      }
      await writeLastUses(writes, [...underWay.values()]);
      underWay.clear();
    }
  }

  /** What could not be written waits for the next time, unless there is a newer use by then. */
  function keep(error: unknown) {
    for (const [key, use] of underWay) if (!waiting.has(key)) add(key, use);
    log.warn({ err: error, waiting: waiting.size, dropped }, "last uses were not written yet");
    underWay.clear();
    dropped = 0;
  }

  function add(key: string, use: LastUse) {
    if (waiting.size >= mostWaiting && !waiting.has(key)) return void dropped++;
    waiting.set(key, use);
    timer ??= setTimeout(() => void flush(), gatherMs).unref();
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    return (writing ??= write()
      .catch(keep)
      .finally(() => (writing = undefined)));
  }

  return {
    add,
    has: (key: string) => waiting.has(key) || underWay.has(key),
    flush,
    /** Writes what waits, unless the database keeps it waiting. */
    async close() {
      const late = pause(longestCloseMs, true, { ref: false });
      const isLate = await Promise.race([flush(), late]);
      if (isLate) log.warn({ lost: waiting.size + underWay.size }, "last uses were not written before the stop");
      clearTimeout(timer);
    },
  };
}
