import type { Transaction } from "#kernel/command";
import { asClock } from "#kernel/jobs/as-clock";
import type { Job } from "#kernel/jobs/job";
import { message } from "#kernel/messages";
import { cancelled, forAShortTime, gatherNotices, holdOpenRuns, portion, step } from "#modules/work";

/** Nobody goes on with a checklist that is retired: its open runs are cancelled, in portions; what is supervised is left to whoever supervises it. */
export const cancelRuns: Job = {
  name: "checklists.cancelRuns",
  async run(ctx) {
    const notices = gatherNotices(ctx);
    const templateId = String(ctx.ids["templateId"]);
    try {
      for (let isMore = true; isMore;) {
        ctx.signal.throwIfAborted();
        isMore = await asClock({ ...ctx, announce: notices.announce }, (tx) => cancelPortion(tx, templateId));
      }
    } finally {
      notices.tell();
    }
  },
};

async function cancelPortion(tx: Transaction, templateId: string): Promise<boolean> {
  const open = await holdOpenRuns(tx, { templateId }, portion.most);
  const reason = message("zh-CN", "CHECKLIST_WAS_RETIRED");
  const taken = await forAShortTime(open, async (held) => {
    await step(tx, held, "CANCEL", { ...(await cancelled(tx, held)), reason });
  });
  return taken < open.length || open.length === portion.most;
}
