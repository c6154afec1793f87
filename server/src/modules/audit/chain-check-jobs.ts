import { dayOf } from "#kernel/day";
import type { Job, JobContext } from "#kernel/jobs/job";
import { beginNightly, isToDo, lastGood, type LastGood } from "./chain-check.store.ts";
import { checkChain, startOfNight } from "./check-chain.ts";

/** What somebody has asked for: the whole log. */
export const checkAskedChain: Job = {
  name: "audit.checkAskedChain",
  async run(ctx) {
    const id = String(ctx.ids["id"]);
    if (await ctx.inBureau((sql) => isToDo({ sql, bureauId: ctx.bureauId }, id))) await check(ctx, id, undefined);
  },
};

/** Each night's own. */
export const checkChainNightly: Job = {
  name: "audit.checkChainNightly",
  daily: "4:20",
  async run(ctx) {
    const { bureauId } = ctx;
    const now = ctx.now();
    const id = await ctx.inBureau((sql) => beginNightly({ sql, bureauId }, dayOf(now), now));
    if (id === undefined) return;
    const last = await ctx.inBureau((sql) => lastGood(sql, bureauId));
    await check(ctx, id, startOfNight(last, now));
  },
};

/** No further portion is taken up then, so that no bureau's log keeps the others' waiting; the next night goes on. */
const longestMs = 300_000;

async function check(ctx: JobContext, id: string, from: LastGood | undefined) {
  const until = performance.now() + longestMs;
  const goesOn = () => {
    ctx.signal.throwIfAborted();
    return performance.now() < until;
  };
  const { brokenAt } = await checkChain({ ...ctx, from, goesOn }, id);
  if (brokenAt !== null) ctx.log.error({ checkId: id, brokenAt }, "the audit log is not as it was written");
  ctx.announce(ctx.bureauId, [{ action: "auditChain.check", entity: { type: "ChainCheck", id } }]);
}
