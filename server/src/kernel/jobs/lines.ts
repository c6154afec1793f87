import type { PgBoss } from "pg-boss";
import { fairFetch } from "./fair-fetch.ts";
import type { Job } from "./job.ts";
import type { Place } from "./job-context.ts";
import { patientMs, promptMs } from "./limits.ts";
import { dailyQueue, givenUpQueue } from "./own-queues.ts";
import { begin, type Running } from "./running.ts";

/** A job's queue and what of it runs here. */
interface Line {
  job: Job;
  fetch: ReturnType<typeof fairFetch>;
  running: Set<Running>;
  /** When it is looked at again, by the process's own clock. */
  dueAt: number;
}

export type Lines = ReturnType<typeof openLines>;

/** What this server takes from each queue; `ended` is told when there is room again. */
export function openLines(boss: PgBoss, jobs: readonly Job[], place: Place, ended: () => void) {
  const lines = new Map(jobs.map((job) => [job.name, lineOf(boss, job)]));
  let isClosed = false;

  async function fill(line: Line) {
    const { job, running } = line;
    if (performance.now() < line.dueAt) return;
    while (!isClosed && running.size < (job.atOnce ?? 1)) {
      const claimed = await line.fetch();
      if (!claimed) {
        line.dueAt = performance.now() + (isPatient(job) ? patientMs : promptMs);
        return;
      }
      // A job may come back to the server whose claim has lapsed.
      const before = allRunning().find(({ id }) => id === claimed.id);
      const run = begin({ boss, job, place, claimed, before });
      running.add(run);
      void follow(line, run);
    }
  }

  async function follow({ job, running }: Line, run: Running) {
    const outcome = await run.done;
    running.delete(run);
    makeDue(job.name);
    if (outcome === "failed for good") makeDue(givenUpQueue);
    ended();
  }

  function makeDue(name: string) {
    const line = lines.get(name);
    if (line) line.dueAt = 0;
  }

  const allRunning = () => Array.from(lines.values(), ({ running }) => [...running]).flat();

  return {
    makeDue,
    allRunning,
    async fill() {
      for (const line of lines.values()) await fill(line);
    },
    /** Says of all that runs that it does, and stops what is another server's by now. */
    async showLife() {
      for (const { job, running } of lines.values()) {
        if (running.size === 0) continue;
        const attempts = [...running];
        const { settled = [] } = (await boss.touch(job.name, attempts)) as { settled?: string[] };
        for (const run of attempts) if (!settled.includes(run.id)) run.lose();
      }
    },
    /** Begins nothing more. */
    close: () => void (isClosed = true),
  };
}

const isPatient = ({ name, daily }: Job) => daily !== undefined || name === givenUpQueue || name === dailyQueue;

const lineOf = (boss: PgBoss, job: Job): Line => ({
  job,
  fetch: fairFetch(boss, job.name),
  running: new Set(),
  dueAt: 0,
});
