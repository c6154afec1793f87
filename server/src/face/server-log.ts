import { existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { type Logger, pino } from "pino";

const largest = 50_000_000;

/** Structured lines in a file; the one of before is kept once it has grown large. */
export function openLog(path: string, level: string): Logger & { close(): void } {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && statSync(path).size > largest) renameSync(path, `${path}.1`);
  const destination = pino.destination({ dest: path, sync: false, minLength: 4_096, mode: 0o600 });
  const log = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, redact: ["req", "headers", "variables", "phone"] }, destination);
  const flushing = setInterval(() => destination.flush(), 1_000).unref();
  return Object.assign(log, {
    close() {
      clearInterval(flushing);
      destination.flushSync();
    },
  });
}
