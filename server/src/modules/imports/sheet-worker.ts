import { parentPort } from "node:worker_threads";
import type { PlannedFile } from "./plan-file.ts";
import { SheetError } from "./sheet-error.ts";
import { sheetTasks } from "./sheet-tasks.ts";
import type { SheetAnswer, SheetRequest } from "./sheet-thread.ts";

/** Where files are read, so that a large one keeps no request waiting. */
parentPort!.on("message", async ({ task, input }: SheetRequest) => {
  const answered = await answer(task, input);
  parentPort!.postMessage(answered, portionsIn(answered.result));
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

/** A plan is given over as it is, not copied. */
const portionsIn = (result: unknown) =>
  isPlan(result) ? result.parts.flatMap(({ portions }) => portions.map(({ buffer }) => buffer)) : [];

const isPlan = (result: unknown): result is PlannedFile =>
  typeof result === "object" && result !== null && "parts" in result;
