import { accountOf } from "../actor.ts";
import { isId } from "../ids.ts";
import type { Transaction } from "../transaction.ts";
import type { Ids, Job } from "./job.ts";

/** Has the job done once the command has committed, and only then, for the account that asks. */
export async function enqueue(tx: Transaction, { name }: Job, ids: Ids = {}): Promise<void> {
  assertIds(ids);
  const { sql, bureauId, actor, ctx } = tx;
  const accountId = accountOf(actor);
  const asked = accountId === null ? {} : { accountId };
  await ctx.database.queue.send(sql, name, { ...ids, ...asked, requestId: ctx.requestId, bureauId });
  tx.sent?.push(name);
}

/** The queue is outside the walls between bureaus: what it holds must say nothing by itself. */
function assertIds(ids: Ids) {
  for (const [key, value] of Object.entries(ids))
    if (!(typeof value === "number" || isId(value)))
      throw new Error(`A job holds ids and numbers only: ${key} is neither.`);
}
