import type { JobWithMetadata, PgBoss } from "pg-boss";
import type { JobData } from "./job.ts";

export type Claimed = JobWithMetadata<JobData>;

/**
 * Gives a queue's jobs bureau by bureau: one that has had its turn is passed over until no other one waits, however many it has
 * sent and however early.
 */
export function fairFetch(boss: PgBoss, name: string) {
  const served = new Set<string>();

  async function fetch(): Promise<Claimed | undefined> {
    const [job] = await boss.fetch<JobData>(name, { includeMetadata: true, ignoreGroups: [...served] });
    return job;
  }

  return async (): Promise<Claimed | undefined> => {
    let job = await fetch();
    if (!job && served.size > 0) {
      served.clear();
      job = await fetch();
    }
    if (job?.groupId) served.add(job.groupId);
    return job;
  };
}
