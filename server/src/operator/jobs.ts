import { givenUpQueue } from "../kernel/jobs/own-queues.ts";
import type { JobData } from "../kernel/jobs/job.ts";
import type { Database } from "../kernel/database/database.ts";
import { type Command, parse } from "./command.ts";

interface Queued {
  job: string;
  waiting: number;
  running: number;
}

interface GivenUp {
  id: string;
  at: Date;
  job: string;
  bureauId: string;
  code: string;
}

/** What waits and runs, and what has failed as often as is tried. */
export async function jobsOf(database: Database): Promise<{ queued: Queued[]; givenUp: GivenUp[] }> {
  const boss = database.queue.boss();
  const queued: Queued[] = [];
  const names = (await boss.getQueues()).map(({ name }) => name);
  for (const name of names) {
    const [stats] = await boss.getQueueStats(name, { force: true });
    if (stats) queued.push({ job: name, waiting: stats.queuedCount, running: stats.activeCount });
  }
  // Queues are made by the first server that works on the database.
  const jobs = names.includes(givenUpQueue) ? await boss.findJobs<JobData>(givenUpQueue) : [];
  const givenUp = jobs.map(({ sourceId, createdOn, sourceName, sourceOutput, data }) => ({
    id: sourceId ?? "",
    at: createdOn,
    job: sourceName ?? "",
    bureauId: data.bureauId,
    code: (sourceOutput as { code?: string } | null)?.code ?? "SILENT",
  }));
  return { queued, givenUp };
}

export const jobsCommand: Command = async ({ args, open, say }) => {
  parse(args, {}, 0);
  const { database } = await open();
  const { queued, givenUp } = await jobsOf(database);
  for (const { job, waiting, running } of queued) say(`${job}  ${waiting} waiting, ${running} running`);
  for (const { at, job, id, bureauId, code } of givenUp)
    say(`${at.toISOString()}  ${job} ${id} of bureau ${bureauId} was given up: ${code}`);
  if (givenUp.length === 0) say("No job was given up.");
  return givenUp.length > 0 ? 1 : 0;
};
