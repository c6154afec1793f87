import { answerEach, assertMany } from "#kernel/answer-each";
import type { RowAnswer } from "#kernel/bulk.types";
import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { EndAssignmentsInput } from "./assignment.inputs.ts";
import { endOne } from "./end-assignment.ts";

/** Each by the path of one alone. */
export async function endAssignments(ctx: Context, input: EndAssignmentsInput): Promise<RowAnswer[]> {
  const { rows, mode, ...how } = input;
  const path = ["input", "rows"];
  assertMany(rows, path);
  const { answers } = await inTransaction(ctx, "endAssignments", input, async (tx) => ({
    answers: await answerEach(tx, { rows, mode, path }, (row) => endOne(tx, { ...how, ...row })),
  }));
  return answers;
}
