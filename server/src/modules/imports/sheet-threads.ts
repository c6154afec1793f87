import type { Portions } from "./ground-texts.ts";
import { SheetError } from "./sheet-error.ts";
import { sheetQueue } from "./sheet-queue.ts";
import type { sheetTasks, SheetTask } from "./sheet-tasks.ts";
import { type SheetThread, startSheetThread } from "./sheet-thread.ts";

/** From when a file is begun. */
const longestMs = 30_000;
const mostThreads = 2;

const idle: SheetThread[] = [];
const inTurn = sheetQueue(mostThreads);

type Input<T extends SheetTask> = Parameters<(typeof sheetTasks)[T]>[0];
type Output<T extends SheetTask> = Awaited<ReturnType<(typeof sheetTasks)[T]>>;

/**
 * Runs a task of `sheetTasks` on a thread for files, when it is the bureau's turn; a file that keeps it too long is given up
 * with its thread. The portions `given` over are the thread's from then on.
 */
export function inSheetThread<T extends SheetTask>(
  bureauId: string,
  task: T,
  input: Input<T>,
  given: Portions = [],
): Promise<Output<T>> {
  return inTurn(bureauId, async (): Promise<unknown> => {
    const thread = idle.pop() ?? startSheetThread();
    const late = setTimeout(() => thread.end(new SheetError("FILE_TOO_SLOW")), longestMs);
    try {
      return await thread.run(
        task,
        input,
        given.map(({ buffer }) => buffer),
      );
    } finally {
      clearTimeout(late);
      if (thread.lives()) idle.push(thread);
    }
  }) as Promise<Output<T>>;
}
