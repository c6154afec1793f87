import type { Logger } from "pino";

const quietMs = 1_000;
const untold = new WeakMap<Logger, Map<string, { until: number; times: number }>>();

/** That something was unavailable: one line a second for each cause, however many requests meet it. */
export function logOutage(log: Logger, error: Error, requestId: string, now = Date.now()) {
  const causes = untold.get(log) ?? new Map<string, { until: number; times: number }>();
  untold.set(log, causes);
  const cause = error.cause instanceof Error ? error.cause : error;
  const name = "code" in cause ? String(cause.code) : cause.name;
  const known = causes.get(name);
  if (known && now < known.until) return void known.times++;
  causes.set(name, { until: now + quietMs, times: 0 });
  log.warn(
    { err: cause, requestId, ...(known?.times ? { timesBefore: known.times } : {}) },
    "a request was not served",
  );
}
