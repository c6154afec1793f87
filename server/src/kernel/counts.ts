import type { Logger } from "pino";

/** What the server does on its own account when all is not as usual: told in one line a minute, when there is something to tell. */
export type Counted =
  | "readsDropped"
  | "readsCancelled"
  | "readsSentAgain"
  | "readsRunAgain"
  | "readsRefused"
  | "readsTakenForHeavy"
  | "answersTooLarge"
  | "plansClosed"
  | "connectionsRenewed"
  | "jobsFailed"
  | "jobsLapsed"
  | "jobsGivenUp";

export type Counts = Partial<Record<Counted, number>>;

const totals: Counts = {};

export function count(what: Counted, times = 1) {
  totals[what] = (totals[what] ?? 0) + times;
}

/** Since the process began. */
export const countsSoFar = (): Counts => ({ ...totals });

export function countsSince(before: Counts): Counts {
  const since: Counts = {};
  for (const [what, times] of Object.entries(totals) as [Counted, number][])
    if (times > (before[what] ?? 0)) since[what] = times - (before[what] ?? 0);
  return since;
}

export function logCounts(log: Logger, everyMs = 60_000) {
  let told = countsSoFar();
  const timer = setInterval(() => {
    const since = countsSince(told);
    told = countsSoFar();
    if (Object.keys(since).length > 0) log.info({ counts: since }, "in the last minute");
  }, everyMs).unref();
  return { close: () => clearInterval(timer) };
}
