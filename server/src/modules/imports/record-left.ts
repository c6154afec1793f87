import type { Transaction } from "#kernel/command";
import { enqueue } from "#kernel/jobs/enqueue";
import type { Job, JobContext } from "#kernel/jobs/job";
import { recordNext } from "./import-deeds.store.ts";
import { announceProgress } from "./import-jobs.ts";

/** Tells the audit log of what a large import has written, portion by portion, until nothing is left. */
export const recordImport: Job = {
  name: "imports.record",
  longestMinutes: 60,
  async run(ctx) {
    await recordLeft(ctx);
    announceProgress(ctx, String(ctx.ids["id"]));
  },
};

export const recordLater = (tx: Transaction, id: string) => enqueue(tx, recordImport, { id });

export async function recordLeft({ inBureau, bureauId, signal }: JobContext): Promise<void> {
  while (await inBureau((sql) => recordNext(sql, bureauId))) signal.throwIfAborted();
}
