import { bureauTurns } from "#kernel/bureau-turns";
import { SheetError } from "./sheet-error.ts";
import type { sheetTasks, SheetTask } from "./sheet-tasks.ts";
import { type SheetThread, startSheetThread } from "./sheet-thread.ts";

/** From when a file is begun. What a caller waits for ends with the request; a file that is planned was read before, and may be large. */
const longestMs: Record<SheetTask, number> = {
  openFile: 30_000,
  correctFile: 30_000,
  checkFile: 180_000,
  planFile: 180_000,
  writeSheet: 60_000,
};
const mostThreads = 2;
/** Each is held in memory. */
const mostFiles = { all: 40, bureau: 8 };

const idle: SheetThread[] = [];
const inTurn = bureauTurns(mostThreads, mostFiles, "FILES_BUSY");

type Input<T extends SheetTask> = Parameters<(typeof sheetTasks)[T]>[0];
type Output<T extends SheetTask> = Awaited<ReturnType<(typeof sheetTasks)[T]>>;

/**
 * Runs a task of `sheetTasks` on a thread for files, when it is the bureau's turn; a file that keeps it too long, or that nobody
 * waits for (`signal`), is given up with its thread. Portions of the input are given over.
 */
export function inSheetThread<T extends SheetTask>(
  bureauId: string,
  task: T,
  input: Input<T>,
  { signal }: { signal: AbortSignal },
): Promise<Output<T>> {
  return inTurn(bureauId, async (): Promise<unknown> => {
    signal.throwIfAborted();
    const thread = idle.pop() ?? startSheetThread();
    const giveUp = () => thread.end(signal.reason as Error);
    signal.addEventListener("abort", giveUp);
    const late = setTimeout(() => thread.end(new SheetError("FILE_TOO_SLOW")), longestMs[task]);
    try {
      return await thread.run(task, input);
    } finally {
      clearTimeout(late);
      signal.removeEventListener("abort", giveUp);
      if (thread.lives()) idle.push(thread);
    }
  }) as Promise<Output<T>>;
}
