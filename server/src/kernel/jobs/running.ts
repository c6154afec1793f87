import type { PgBoss } from "pg-boss";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { count } from "../counts.ts";
import { Refusal } from "../errors.ts";
import type { Claimed } from "./fair-fetch.ts";
import type { Job } from "./job.ts";
import { jobContext, type Place } from "./job-context.ts";
import { mostTellings, tellAgainMs, usualMinutes } from "./limits.ts";

/** The server stops: the job is for another one. */
export class Stopping extends Error {}
/** Another server has the job, or it was withdrawn. */
export class ClaimLost extends Error {}

type Outcome = "done" | "failed" | "failed for good";

/** An attempt under way; the queue knows it by both. */
export interface Running {
  id: string;
  retryCount: number;
  done: Promise<Outcome>;
  stop(reason: Error): void;
  lose(): void;
}

interface Begun {
  boss: PgBoss;
  job: Job;
  place: Place;
  claimed: Claimed;
  /** An attempt at the same job that this server has not ended yet. */
  before: Running | undefined;
}

export function begin(begun: Begun): Running {
  const { claimed, job } = begun;
  const { id, retryCount } = claimed;
  const ended = new AbortController();
  const late = AbortSignal.timeout((job.longestMinutes ?? usualMinutes) * 60_000);
  const stop = (reason: Error) => ended.abort(reason);
  const done = attempt(begun, AbortSignal.any([ended.signal, late]));
  return { id, retryCount, done, stop, lose: () => stop(new ClaimLost()) };
}

/** Never rejects: what cannot be told to the queue is found out by the silence of the job. */
async function attempt({ boss, job, place, claimed, before }: Begun, signal: AbortSignal): Promise<Outcome> {
  const { id, retryCount, data } = claimed;
  const log = place.log.child({ job: job.name, jobId: id, bureauId: data.bureauId, attempt: retryCount + 1 });
  const told = { id, retryCount };
  try {
    if (before) {
      before.lose();
      await before.done;
    }
    await job.run(await jobContext(place, claimed, signal));
  } catch (error) {
    return fail(error);
  }
  const outcome = await settle(() => boss.complete(job.name, told));
  return outcome ? "done" : "failed";

  async function fail(error: unknown): Promise<Outcome> {
    const isForGood = retryCount >= claimed.retryLimit;
    if (signal.reason instanceof Stopping) log.info("a job is handed back, because the server stops");
    else {
      count("jobsFailed");
      log.warn({ err: error, isForGood }, "a job came to nothing");
    }
    const isTold = await settle(() =>
      boss.fail(job.name, told, { code: codeOf(signal.aborted ? signal.reason : error) }),
    );
    return isTold && isForGood ? "failed for good" : "failed";
  }

  /** False where the queue was not told, or has given the job to another server meanwhile. */
  async function settle(tell: () => Promise<object>): Promise<boolean> {
    try {
      const { affected } = (await again(tell)) as { affected?: number };
      if (affected !== 0) return true;
      count("jobsLapsed");
      log.warn("a job was another server's by the time it ended here");
    } catch (error) {
      log.warn({ err: error }, "a job's end could not be told; it is tried again once it is found silent");
    }
    return false;
  }
}

/** A database that is away for a moment has no job done again that is done; meanwhile the job shows life where it can. */
async function again<R>(tell: () => Promise<R>): Promise<R> {
  for (let times = 1; ; times++) {
    try {
      return await tell();
    } catch (error) {
      if (times >= mostTellings) throw error;
      await pause(tellAgainMs * 2 ** times, undefined, { ref: false });
    }
  }
}

/** All that the queue keeps of an error: messages may quote what rows hold. */
export function codeOf(error: unknown): string {
  if (error instanceof Refusal) return error.detail ?? error.code;
  if (error instanceof postgres.PostgresError) return error.code;
  return error instanceof Error ? error.constructor.name : "unknown";
}
