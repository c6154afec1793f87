import type { PgBoss } from "pg-boss";
import { count } from "../counts.ts";
import { clearKeys } from "./clear-keys.ts";
import type { Job } from "./job.ts";
import { dailyQueue, givenUpQueue } from "./own-queues.ts";
import { ofBureau } from "./queue.ts";

const mostSentAtOnce = 1_000;

/** What the queue itself needs done, and what the kernel does for every bureau. */
export function ownJobs(boss: PgBoss, declared: readonly Job[]): Job[] {
  const all = new Map([clearKeys, ...declared].map((job) => [job.name, job]));
  return [giveUp(all), sendDaily(boss, all), clearKeys];
}

/** A job that has failed as often as is tried stays in sight, and whoever waits for it is told. */
const giveUp = (all: ReadonlyMap<string, Job>): Job => ({
  name: givenUpQueue,
  async run(ctx) {
    const { source, ids, log } = ctx;
    const job = source && all.get(source.job);
    // Another release's, say: a server that knows it has its turn as this one is tried again.
    if (!job) throw new Error(`This server knows no job ${source?.job}.`);
    await job.givenUp?.(ctx);
    count("jobsGivenUp");
    log.error({ ...source, ids }, "a job was given up");
  },
});

/** The one job that is of no bureau: it knows them by their ids. */
const sendDaily = (boss: PgBoss, all: ReadonlyMap<string, Job>): Job => ({
  name: dailyQueue,
  async run({ ids, database }) {
    const name = String(ids["job"]);
    if (!all.has(name)) throw new Error(`This server knows no job ${name}.`);
    const bureaus = await database.writes<{ bureauId: string }[]>`select bureau_id from bureaus_to_tend() as bureau_id`;
    await sendToAll(boss, name, bureaus);
  },
});

/** A bureau for which one waits already has no other one. */
export async function sendToAll(boss: PgBoss, name: string, bureaus: readonly { bureauId: string }[]) {
  for (let start = 0; start < bureaus.length; start += mostSentAtOnce)
    await boss.insert(name, bureaus.slice(start, start + mostSentAtOnce).map(jobOf));
}

const jobOf = ({ bureauId }: { bureauId: string }) => ({ data: { bureauId }, ...ofBureau({ bureauId }) });
