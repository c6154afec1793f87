import { existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { type Logger, pino } from "pino";
import { dayOf, removeOld, setAside } from "./log-files.ts";

const usualLargest = 50_000_000;
/** What waits to be written while the disk takes nothing. */
const mostWaiting = 4_000_000;
const lookEveryMs = 1_000;

interface Options {
  largest?: number;
  now?: () => Date;
}

export interface ServerLog extends Logger {
  /** Another file where the day or the size asks for it, and old ones removed: looked at each second. */
  look(): void;
  close(): void;
}

/** Structured lines in a file, which is set aside each day and when it has grown large, and kept for half a year. */
export function openLog(path: string, level: string, options: Options = {}): ServerLog {
  const { largest = usualLargest, now = () => new Date() } = options;
  mkdirSync(dirname(path), { recursive: true });
  let lost = 0;
  let lostBefore = 0;
  let day = existsSync(path) ? dayOf(statSync(path).mtime) : dayOf(now());
  let file = openFile();
  const log = pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describe } },
    { write: (line: string) => void file.write(line) },
  );

  function openFile() {
    const opened = pino.destination({
      dest: openSync(path, "a", 0o600),
      sync: false,
      minLength: 4_096,
      maxLength: mostWaiting,
    });
    // A full disk costs lines of the log, and not the server.
    opened.on("error", () => {});
    opened.on("drop", () => lost++);
    return opened;
  }

  function turnOver() {
    const before = file;
    if (existsSync(path)) setAside(path, day);
    day = dayOf(now());
    file = openFile();
    before.end();
    const removed = removeOld(path, now());
    if (removed.length > 0) log.info({ removed }, "logs older than half a year were removed");
  }

  function look() {
    file.flush();
    if (lost > lostBefore) log.warn({ lost: (lostBefore = lost) }, "lines of this log were lost");
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (dayOf(now()) !== day || size === undefined || size > largest) turnOver();
  }

  function lookSafely() {
    try {
      look();
    } catch (error) {
      log.warn({ err: error }, "the log was not set aside");
    }
  }

  const looking = setInterval(lookSafely, lookEveryMs).unref();
  return Object.assign(log, {
    look,
    close() {
      clearInterval(looking);
      file.flushSync();
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
