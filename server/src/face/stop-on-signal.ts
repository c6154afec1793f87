import { fail, say } from "./progress.ts";

/** Requests are given three seconds, statements five, and PostgreSQL what is left; the launcher waits for a little longer. */
const longestStopMs = 14_000;

/** Runs what was registered, last first, when the process is told to stop; a second time of asking changes nothing. */
export function stopOnSignal() {
  const stops: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;

  async function stopAll() {
    for (const stop of stops.toReversed())
      await stop().catch((error: unknown) => fail(`while stopping: ${String(error)}`));
  }

  function end() {
    stopping ??= (async () => {
      say("stopping");
      setTimeout(() => process.exit(1), longestStopMs).unref();
      await stopAll();
      process.exit(0);
    })();
  }

  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, end);
  return {
    add: (stop: () => Promise<void>) => void stops.push(stop),
    now: stopAll,
    /** Work that a stop in the meantime makes pointless. */
    isStopping: () => stopping !== undefined,
  };
}
