import { accountOf } from "#kernel/actor";
import { authorizeBureau, inTransaction } from "#kernel/command";
import type { CommandInput } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { Conflict } from "#kernel/errors";
import { newId } from "#kernel/ids";
import { enqueue } from "#kernel/jobs/enqueue";
import { record } from "#kernel/record";
import { mayCheckAuditChain } from "./audit.policy.ts";
import { checkAskedChain } from "./chain-check-jobs.ts";
import { insertCheck, isUnderWay } from "./chain-check.store.ts";

/** One that has not ended by then has come to nothing. */
const longestMs = 30 * 60_000;

/** Has the whole log checked by a job, for whoever looks after it. */
export function checkAuditChain(ctx: Context, input: CommandInput) {
  return inTransaction(ctx, "checkAuditChain", input, async (tx) => {
    authorizeBureau(tx.actor, mayCheckAuditChain);
    if (await isUnderWay(tx, new Date(tx.now.getTime() - longestMs)))
      throw new Conflict([{ path: ["input"], code: "CHAIN_CHECK_UNDER_WAY" }]);
    const id = newId(tx.now.getTime());
    await insertCheck(tx, { id, origin: "ASKED", accountId: accountOf(tx.actor), actorName: tx.actor.name });
    await record(tx, { action: "auditChain.check", entity: { type: "ChainCheck", id } });
    await enqueue(tx, checkAskedChain, { id });
    return { id };
  });
}
