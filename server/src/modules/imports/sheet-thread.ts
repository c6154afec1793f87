import { Worker } from "node:worker_threads";
import { Unavailable } from "#kernel/errors";
import { SheetError, type SheetErrorCode, type SheetErrorPlace } from "./sheet-error.ts";
import type { sheetTasks, SheetTask } from "./sheet-tasks.ts";

export interface SheetRequest {
  id: number;
  task: SheetTask;
  input: unknown;
}

export interface SheetAnswer {
  id: number;
  result?: unknown;
  refusal?: { code: SheetErrorCode; place: SheetErrorPlace };
  failure?: unknown;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: unknown): void;
  timer: NodeJS.Timeout;
}

const longestMs = 10_000;
const mostWaiting = 20;
const memoryMb = 512;

let worker: Worker | undefined;
let nextId = 1;
const waiting = new Map<number, Waiting>();

type Input<T extends SheetTask> = Parameters<(typeof sheetTasks)[T]>[0];
type Output<T extends SheetTask> = Awaited<ReturnType<(typeof sheetTasks)[T]>>;

/** Runs a task of `sheetTasks` on the one thread for files; a file that keeps it too long is given up with the thread. */
export function inSheetThread<T extends SheetTask>(task: T, input: Input<T>): Promise<Output<T>> {
  if (waiting.size >= mostWaiting) throw new Unavailable();
  const id = nextId++;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => giveUp(new SheetError("FILE_UNREADABLE")), longestMs);
    waiting.set(id, { resolve: resolve as Waiting["resolve"], reject, timer });
    const thread = (worker ??= startWorker());
    thread.ref();
    thread.postMessage({ id, task, input } satisfies SheetRequest, []);
  });
}

function startWorker() {
  const started = new Worker(new URL("./sheet-worker.ts", import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    stderr: true,
  });
  // The reader of old workbooks prints what it does not know in a file.
  started.stderr.resume();
  started.on("message", (answer: SheetAnswer) => settle(started, answer));
  started.on("error", (error) => giveUp(error, started));
  started.unref();
  return started;
}

function settle(from: Worker, { id, result, refusal, failure }: SheetAnswer) {
  const asked = waiting.get(id);
  if (!asked || from !== worker) return;
  clearTimeout(asked.timer);
  waiting.delete(id);
  if (waiting.size === 0) from.unref();
  if (refusal) asked.reject(new SheetError(refusal.code, refusal.place));
  else if (failure) asked.reject(failure);
  else asked.resolve(result);
}

function giveUp(error: unknown, thread = worker) {
  if (thread !== worker) return;
  worker = undefined;
  void thread?.terminate();
  for (const asked of waiting.values()) {
    clearTimeout(asked.timer);
    asked.reject(isOutOfMemory(error) ? new SheetError("FILE_INFLATES_TOO_MUCH") : error);
  }
  waiting.clear();
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
