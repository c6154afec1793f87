import type { PgBoss, QueueResult } from "pg-boss";
import type { Logger } from "pino";
import type { Job } from "./job.ts";
import {
  firstRetrySeconds,
  givenUpKeptSeconds,
  keptSeconds,
  retries,
  silentSeconds,
  usualMinutes,
  waitingSeconds,
} from "./limits.ts";
import { dailyQueue, givenUpQueue } from "./own-queues.ts";

type Settings = Parameters<PgBoss["createQueue"]>[1] & object;

/** Makes the queues of these jobs as they are declared, and tells of those that nobody declares any more. */
export async function declareQueues(boss: PgBoss, jobs: readonly Job[], log: Logger): Promise<void> {
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  for (const job of jobs) {
    const settings = settingsOf(job);
    const queue = known.get(job.name);
    known.delete(job.name);
    if (!queue) await boss.createQueue(job.name, settings);
    else if (differs(queue, settings)) {
      const { policy: _fixed, ...changed } = settings;
      await boss.updateQueue(job.name, changed);
    }
  }
  for (const [name, { queuedCount }] of known)
    if (!name.startsWith("__pgboss")) log.warn({ job: name, queuedCount }, "there is a queue whose jobs nobody does");
  await declareSchedules(boss, jobs);
}

async function declareSchedules(boss: PgBoss, jobs: readonly Job[]) {
  const known = new Map((await boss.getSchedules(dailyQueue)).map(({ key, cron }) => [key, cron]));
  for (const { name, daily } of jobs) {
    const before = known.get(name);
    known.delete(name);
    if (!daily || before === cronOf(daily)) continue;
    const options = { key: name, tz: "Asia/Shanghai", missed: "once" } as const;
    await boss.schedule(dailyQueue, cronOf(daily), { job: name }, options);
  }
  for (const name of known.keys()) await boss.unschedule(dailyQueue, name);
}

function cronOf(daily: string) {
  const [hour, minute] = daily.split(":");
  return `${Number(minute)} ${Number(hour)} * * *`;
}

/** One of a bureau at a time; of those that no command sends, one of a bureau that waits or runs. */
const settingsOf = ({ name, daily, due, longestMinutes = usualMinutes }: Job): Settings => ({
  policy: daily || due ? "exclusive" : "singleton",
  retryLimit: retries,
  retryDelay: firstRetrySeconds,
  retryBackoff: true,
  expireInSeconds: longestMinutes * 60,
  heartbeatSeconds: silentSeconds,
  retentionSeconds: waitingSeconds,
  deleteAfterSeconds: name === givenUpQueue ? givenUpKeptSeconds : keptSeconds,
  ...(name !== givenUpQueue && { deadLetter: givenUpQueue }),
});

const differs = (queue: QueueResult, { policy: _fixed, ...settings }: Settings) =>
  Object.entries(settings).some(([key, value]) => queue[key as keyof QueueResult] !== value);
