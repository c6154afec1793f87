import { Worker } from "node:worker_threads";
import { bureauTurns } from "#kernel/bureau-turns";
import type { FileFormat } from "./file-format.ts";
import type { WeekPaper } from "./week-paper.ts";

export interface FileRequest {
  format: FileFormat;
  papers: readonly WeekPaper[];
}

export interface FileAnswer {
  bytes?: Uint8Array;
  failure?: unknown;
}

const memoryMb = 512;
const atOnce = 2;
const mostFiles = { all: 24, bureau: 6 };
const inTurn = bureauTurns(atOnce, mostFiles, "PAPERS_BUSY");

const idle: FileThread[] = [];

/** Writes the file beside the loop that answers requests, one of a bureau at a time, bureaus in turn; given up with its thread when nobody waits for it. */
export const weekFile = (bureauId: string, request: FileRequest, signal: AbortSignal): Promise<Buffer> =>
  inTurn(bureauId, async () => {
    signal.throwIfAborted();
    const thread = idle.pop() ?? startThread();
    const giveUp = () => thread.end(signal.reason as Error);
    signal.addEventListener("abort", giveUp);
    try {
      return await thread.write(request);
    } finally {
      signal.removeEventListener("abort", giveUp);
      if (thread.lives()) idle.push(thread);
    }
  });

type FileThread = ReturnType<typeof startThread>;

/** A thread that writes one file after the other; it keeps the process alive only while it has one. */
function startThread() {
  let lives = true;
  let asked: { resolve: (bytes: Buffer) => void; reject: (error: Error) => void } | undefined;
  const worker = new Worker(new URL("./week-file-worker.ts", import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  worker.on("message", ({ bytes, failure }: FileAnswer) =>
    bytes ? asked?.resolve(Buffer.from(bytes)) : asked?.reject(failure as Error),
  );
  worker.on("error", end);
  worker.unref();

  function end(error: Error) {
    lives = false;
    void worker.terminate();
    asked?.reject(error);
  }

  return {
    lives: () => lives,
    end,
    async write(request: FileRequest): Promise<Buffer> {
      const answered = new Promise<Buffer>((resolve, reject) => (asked = { resolve, reject }));
      worker.ref();
      worker.postMessage(request, []);
      try {
        return await answered;
      } finally {
        worker.unref();
      }
    },
  };
}
