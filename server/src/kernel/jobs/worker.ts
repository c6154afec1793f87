import { setTimeout as pause } from "node:timers/promises";
import { declareQueues } from "./declare-queues.ts";
import type { Job } from "./job.ts";
import type { Place } from "./job-context.ts";
import { dueMs, lifeMs, longestStartMs, longestStopMs, promptMs, superviseSeconds } from "./limits.ts";
import { openLines } from "./lines.ts";
import { ownJobs, sendToAll } from "./own-jobs.ts";
import { Stopping } from "./running.ts";
import { tellOnce } from "./tell-once.ts";

/**
 * Does what waits in the queue on this server, and looks after jobs that another one has left. Whatever goes wrong with the
 * database is logged, and tried again at the next look.
 */
export function workOn(declared: readonly Job[], place: Place) {
  const { database, log } = place;
  const boss = database.queue.boss({
    schedule: true,
    cronWorkerIntervalSeconds: 30,
    monitorIntervalSeconds: superviseSeconds,
    maintenanceIntervalSeconds: 3_600,
  });
  boss.on("error", (error) => log.warn({ err: error }, "the queue of jobs could not be looked after"));
  boss.on("warning", ({ message }) => log.warn({ warning: message }, "the queue of jobs is not as it should be"));
  const jobs = [...ownJobs(boss, declared), ...declared];
  const lines = openLines(boss, jobs, place, () => void turn());
  const telling = tellOnce(log);
  let isDeclared = false;
  let isStopping = false;
  let turning: Promise<void> | undefined;
  let isAskedAgain = false;

  async function declareOnce() {
    if (isDeclared) return;
    await boss.start();
    await declareQueues(boss, jobs, log);
    isDeclared = true;
  }

  /** One look at a time, and another one for whoever asks meanwhile. */
  function turn(): Promise<void> {
    isAskedAgain = true;
    return (turning ??= turnAll().finally(() => (turning = undefined)));
  }

  async function turnAll() {
    while (isAskedAgain && !isStopping) {
      isAskedAgain = false;
      await telling("jobs are not looked for", async () => {
        await declareOnce();
        await lines.fill();
      });
    }
  }

  /** Every server asks; the queue takes one for each bureau. */
  async function sendDue() {
    if (!isDeclared || isStopping) return;
    for (const { name, due } of jobs) {
      if (!due) continue;
      const bureaus = await due(database, place.now());
      if (bureaus.length === 0) continue;
      await sendToAll(boss, name, bureaus);
      lines.makeDue(name);
      void turn();
    }
  }

  async function supervise() {
    if (isDeclared) await telling("jobs that were left are not looked for", () => boss.supervise());
  }

  database.queue.whenWoken((names) => {
    for (const name of names) lines.makeDue(name);
    void turn();
  });
  const timers = [
    setInterval(turn, promptMs),
    setInterval(() => telling("running jobs could not show that they go on", lines.showLife), lifeMs),
    setInterval(() => telling("it is not asked what is due", sendDue), dueMs),
    setInterval(supervise, superviseSeconds * 1_000),
  ];
  for (const timer of timers) timer.unref();

  return {
    /** Looks for the first time; a database that does not answer at once is waited for after the start. */
    start: () => Promise.race([turn(), pause(longestStartMs, undefined, { ref: false })]),
    /** Hands back what runs, for another server to carry on with. */
    async stop() {
      isStopping = true;
      lines.close();
      for (const timer of timers) clearInterval(timer);
      await turning;
      const running = lines.allRunning();
      for (const run of running) run.stop(new Stopping());
      const over = Promise.all(running.map(({ done }) => done));
      await Promise.race([over, pause(longestStopMs, undefined, { ref: false })]);
      await boss.stop({ graceful: false });
    },
  };
}
