import type { Job, JobContext } from "#kernel/jobs/job";
import { forget, nextUnused } from "./stored-files.store.ts";

/** For a file to be put, and its photo to be written. */
const dayMs = 86_400_000;

/** Deletes from the store what no photo refers to: photos that were removed, and those that were never written. */
export const clearFiles: Job = {
  name: "evidence.clearFiles",
  daily: "3:50",
  async run(ctx) {
    while (await clearNext(ctx)) ctx.signal.throwIfAborted();
  },
};

/** The file goes while its row is held, so that whoever is about to put it again waits and puts it. */
function clearNext({ bureauId, files, inBureau, now, signal }: JobContext): Promise<boolean> {
  const before = new Date(now().getTime() - dayMs);
  return inBureau(async (sql) => {
    const digest = await nextUnused({ sql, bureauId }, before);
    if (digest === undefined) return false;
    await files.delete(bureauId, digest, signal);
    await forget({ sql, bureauId }, digest);
    return true;
  });
}
