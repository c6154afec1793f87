import { Worker } from "node:worker_threads";
import { buffersIn } from "./portions.ts";
import { SheetError, type SheetErrorCode, type SheetErrorPlace } from "./sheet-error.ts";
import type { SheetTask } from "./sheet-tasks.ts";

export interface SheetRequest {
  task: SheetTask;
  input: unknown;
}

export interface SheetAnswer {
  result?: unknown;
  refusal?: { code: SheetErrorCode; place: SheetErrorPlace };
  failure?: unknown;
}

interface Asked {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

const memoryMb = 1_024;

export type SheetThread = ReturnType<typeof startSheetThread>;

/** A thread that does one task after the other; it keeps the process alive only while it has one. */
export function startSheetThread() {
  let lives = true;
  let asked: Asked | undefined;
  const worker = new Worker(new URL("./sheet-worker.ts", import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    stderr: true,
  });
  // The reader of old workbooks prints what it does not know in a file.
  worker.stderr.resume();
  worker.on("message", ({ result, refusal, failure }: SheetAnswer) => {
    if (refusal) asked?.reject(new SheetError(refusal.code, refusal.place));
    else if (failure) asked?.reject(failure as Error);
    else asked?.resolve(result);
  });
  worker.on("error", end);
  worker.unref();

  function end(error: Error) {
    lives = false;
    void worker.terminate();
    asked?.reject(isOutOfMemory(error) ? new SheetError("FILE_INFLATES_TOO_MUCH") : error);
  }

  return {
    lives: () => lives,
    end,
    /** All portions of the input are the thread's from then on. */
    async run(task: SheetTask, input: unknown): Promise<unknown> {
      const answered = new Promise<unknown>((resolve, reject) => (asked = { resolve, reject }));
      worker.ref();
      worker.postMessage({ task, input } satisfies SheetRequest, buffersIn(input));
      try {
        return await answered;
      } finally {
        worker.unref();
      }
    },
  };
}

const isOutOfMemory = (error: Error) => "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
