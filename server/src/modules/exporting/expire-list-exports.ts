import type { Job, JobContext } from "#kernel/jobs/job";
import { nextStale, nextToClear, saveExport } from "./list-export.store.ts";
import { fail } from "./write-list-export.ts";

const dayMs = 86_400_000;

/** Takes files away whose time is over, and those of which nothing has come; their rows stay. */
export const expireListExports: Job = {
  name: "exporting.expireListExports",
  daily: "3:20",
  async run(ctx) {
    const { inBureau, bureauId, now } = ctx;
    const before = new Date(now().getTime() - dayMs);
    for (let id; (id = await inBureau((sql) => nextStale({ sql, bureauId }, before)));)
      await fail(ctx, id, "EXPORT_STOPPED");
    while (await clearNext(ctx)) ctx.signal.throwIfAborted();
  },
};

/** The file goes while its row is held. */
function clearNext({ bureauId, files, inBureau, now, signal }: JobContext): Promise<boolean> {
  return inBureau(async (sql) => {
    const next = await nextToClear({ sql, bureauId }, now());
    if (!next) return false;
    const { id, state, digest, isShared } = next;
    if (!isShared) await files.delete(bureauId, digest, signal);
    await saveExport({ sql, bureauId }, id, { digest: null, ...(state === "READY" && { state: "EXPIRED" }) });
    return true;
  });
}
