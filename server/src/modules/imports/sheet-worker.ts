import { parentPort } from "node:worker_threads";
import { buffersIn } from "./portions.ts";
import { SheetError } from "./sheet-error.ts";
import { sheetTasks } from "./sheet-tasks.ts";
import type { SheetAnswer, SheetRequest } from "./sheet-thread.ts";

/** Where files are read, so that a large one keeps no request waiting. */
parentPort!.on("message", async ({ task, input }: SheetRequest) => {
  const answered = await answer(task, input);
  // Given over as it is, not copied.
  parentPort!.postMessage(answered, buffersIn(answered.result));
});

async function answer(task: SheetRequest["task"], input: unknown): Promise<SheetAnswer> {
  try {
    return { result: await sheetTasks[task](input as never) };
  } catch (error) {
    if (!(error instanceof SheetError)) return { failure: error };
    const { code, row, column, value } = error;
    return { refusal: { code, place: { row, column, value } } };
  }
}
