import { answerEach, assertMany } from "#kernel/answer-each";
import type { RowAnswer } from "#kernel/bulk.types";
import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { closeOne } from "./close-grid.ts";
import type { CloseGridsInput } from "./grid.inputs.ts";

/** Each by the path of one alone. */
export async function closeGrids(ctx: Context, input: CloseGridsInput): Promise<RowAnswer[]> {
  const { rows, mode, ...how } = input;
  assertMany(rows, ["input", "rows"]);
  const { answers } = await inTransaction(ctx, "closeGrids", input, async (tx) => ({
    answers: await answerEach(tx, { rows, mode, path: ["input", "rows"] }, (row) => closeOne(tx, { ...how, ...row })),
  }));
  return answers;
}
