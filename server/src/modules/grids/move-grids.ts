import { answerEach, assertMany } from "#kernel/answer-each";
import type { RowAnswer } from "#kernel/bulk.types";
import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { moveOne } from "./move-grid.ts";
import type { MoveGridsInput } from "./grid.inputs.ts";

/** Each by the path of one alone. */
export async function moveGrids(ctx: Context, input: MoveGridsInput): Promise<RowAnswer[]> {
  const { rows, mode, ...where } = input;
  assertMany(rows, ["input", "rows"]);
  const { answers } = await inTransaction(ctx, "moveGrids", input, async (tx) => ({
    answers: await answerEach(tx, { rows, mode, path: ["input", "rows"] }, (row) => moveOne(tx, { ...where, ...row })),
  }));
  return answers;
}
