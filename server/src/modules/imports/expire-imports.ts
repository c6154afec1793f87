import type { Job, JobContext } from "#kernel/jobs/job";
import { recordFor } from "#kernel/record";
import { announceProgress, settle } from "./import-jobs.ts";
import { nextLeft, nextToExpire, saveImport } from "./import.store.ts";
import { forgetBefore } from "./made.store.ts";
import { recordLeft } from "./record-left.ts";

/** What was read of a file, and what the rows that it changed were before, is kept for so long, whether somebody carries on with it or not. */
const daysKept = 7;
const dayMs = 86_400_000;

/** Ends what nobody carried on with, and what no job is for any more. */
export const expireImports: Job = {
  name: "imports.expire",
  daily: "3:30",
  async run(ctx) {
    const { inBureau, bureauId } = ctx;
    while (await expireNext(ctx)) ctx.signal.throwIfAborted();
    const stale = new Date(ctx.now().getTime() - dayMs);
    for (let run; (run = await inBureau((sql) => nextLeft({ sql, bureauId }, stale)));)
      await settle(ctx, run, "IMPORT_STOPPED");
    await recordLeft(ctx);
  },
};

/** A run in a transaction, with all that was read of its file; false where none is left. */
function expireNext(ctx: JobContext): Promise<boolean> {
  const { bureauId } = ctx;
  const now = ctx.now();
  const before = new Date(now.getTime() - daysKept * dayMs);
  return ctx.inBureau(async (sql) => {
    const run = await nextToExpire({ sql, bureauId }, before);
    if (!run) return false;
    const { id, status } = run;
    const isOpen = status === "UPLOADED" || status === "CHECKED";
    const change = isOpen ? ({ status: "CANCELLED", finishedAt: now } as const) : { status };
    await saveImport({ sql, bureauId }, id, { ...change, keepsFile: false });
    await forgetBefore({ sql, bureauId }, id);
    if (!isOpen) return true;
    const by = { accountId: null, actorName: "system", requestId: ctx.requestId };
    const deed = { action: "import.expire", entity: { type: "ImportRun", id }, before: { status } };
    await recordFor({ sql, bureauId }, by, now, [deed]);
    announceProgress(ctx, id);
    return true;
  });
}
