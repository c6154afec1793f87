import type { Logger } from "pino";

/** Of what fails again and again, the first time is logged, and the first time that it does well. */
export function tellOnce(log: Logger) {
  const failing = new Set<string>();
  return async function telling(what: string, work: () => Promise<void>) {
    try {
      await work();
      if (failing.delete(what)) log.info(`no longer: ${what}`);
    } catch (error) {
      if (!failing.has(what)) log.warn({ err: error }, what);
      failing.add(what);
    }
  };
}
