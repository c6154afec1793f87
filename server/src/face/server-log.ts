import { existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { type Logger, pino } from "pino";

const largest = 50_000_000;

/** Structured lines in a file; the one of before is kept once it has grown large. */
export function openLog(path: string, level: string): Logger & { close(): void } {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && statSync(path).size > largest) renameSync(path, `${path}.1`);
  const destination = pino.destination({ dest: path, sync: false, minLength: 4_096, mode: 0o600 });
  const log = pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describe } },
    destination,
  );
  const flushing = setInterval(() => destination.flush(), 1_000).unref();
  return Object.assign(log, {
    close() {
      clearInterval(flushing);
      destination.flushSync();
    },
  });
}

/** What a database error says of the rows it met stays out: they are people's. */
function describe(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const { code, constraint_name: constraint } = error as { code?: unknown; constraint_name?: unknown };
  return {
    name,
    message,
    stack,
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
  };
}
