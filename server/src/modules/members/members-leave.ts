import { answerEach, assertMany } from "#kernel/answer-each";
import type { RowAnswer } from "#kernel/bulk.types";
import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { leaveOne } from "./member-leaves.ts";
import type { MembersLeaveInput } from "./member.inputs.ts";

/** Each by the path of one alone. */
export async function membersLeave(ctx: Context, input: MembersLeaveInput): Promise<RowAnswer[]> {
  const { rows, mode, ...how } = input;
  assertMany(rows, ["input", "rows"]);
  const { answers } = await inTransaction(ctx, "membersLeave", input, async (tx) => ({
    answers: await answerEach(tx, { rows, mode, path: ["input", "rows"] }, (row) => leaveOne(tx, { ...how, ...row })),
  }));
  return answers;
}
