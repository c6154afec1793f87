import { existsSync, mkdirSync, openSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { type Logger, pino } from "pino";

const largest = 50_000_000;
/** What waits to be written while the disk takes nothing. */
const mostWaiting = 4_000_000;

/** Structured lines in a file; the one of before is kept once it has grown large. */
export function openLog(path: string, level: string): Logger & { close(): void } {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && statSync(path).size > largest) renameSync(path, `${path}.1`);
  const destination = pino.destination({
    dest: openSync(path, "a", 0o600),
    sync: false,
    minLength: 4_096,
    maxLength: mostWaiting,
  });
  // A full disk costs lines of the log, and not the server.
  destination.on("error", () => {});
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
  const { code, constraint_name: constraint } = error as { code?: unknown; constraint_name?: unknown };
  const tell = isAboutValue(code) ? withoutValue : (text?: string) => text;
  return {
    name: error.name,
    message: tell(error.message),
    stack: tell(error.stack),
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
  };
}

/** PostgreSQL's data exceptions end in the value that they are about. */
const isAboutValue = (code: unknown) => typeof code === "string" && /^22...$/.test(code);
const withoutValue = (text?: string) => text?.replace(/: ".*"/gs, ": …");
