import { actorOf, type Context } from "#kernel/context";
import { inBureau } from "#kernel/database/in-bureau";
import { claimOf, type Keyed, resultOf, type KeptAnswer, answerUnder } from "#kernel/idempotency";

/** Whether an earlier call has done this under the key; refused where the key stands for something else. */
export async function isDoneUnder(ctx: Context, mutation: string, input: Keyed): Promise<boolean> {
  const claim = claimOf(actorOf(ctx), mutation, input);
  const [row] = await inBureau(
    ctx.database,
    claim.bureauId,
    (sql) => sql<{ answer: KeptAnswer | null }[]>`select ${answerUnder(sql, claim)} as answer`,
  );
  return resultOf(row?.answer, claim) !== undefined;
}
