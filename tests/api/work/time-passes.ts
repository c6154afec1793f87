import { expect } from "vitest";
import { modules } from "@maple-bridge/server/modules";
import type { App } from "@maple-bridge/server";
import { inBureau } from "@maple-bridge/server/kernel/database/in-bureau";
import type { JobContext } from "@maple-bridge/server/kernel/jobs/job";
import { operatorsContext } from "@maple-bridge/server/operator/as-operator";
import { clock, now } from "../../support/bureau.ts";
import type { Bureau } from "../../support/bureau.ts";

export const at = (text: string) => new Date(`${text}+08:00`);
export const goTo = (text: string) => void (clock.at = at(text));

const jobNamed = (name: string) => modules.flatMap(({ jobs = [] }) => jobs).find((job) => job.name === name)!;

/** A run of the bureau's job, by itself: as one of the servers does it. */
export const runJob = (
  bureau: Bureau,
  name: string,
  { database }: Pick<App, "database"> = bureau.app,
  signal?: AbortSignal,
  before: () => void = () => {},
) => {
  const ctx: JobContext = {
    ...operatorsContext(database),
    now,
    bureauId: bureau.id,
    ids: { bureauId: bureau.id },
    schema: bureau.app.schema,
    source: null,
    inBureau: (work) => {
      before();
      return inBureau(database, bureau.id, work);
    },
    ...(signal && { signal }),
  };
  return jobNamed(name).run(ctx);
};

/** What is due is told: by this run, or by the server's own, which may hold some of it just then. */
export async function tellTime(bureau: Bureau, app?: Pick<App, "database">) {
  await runJob(bureau, "work.tellTime", app);
  await expect.poll(() => dueIn(bureau), { timeout: 10_000, interval: 20 }).toBe(0);
}

const dueIn = ({ sql }: Bureau) =>
  sql(async (sql) => {
    const [row] = await sql<{ due: number }[]>`select count(*)::int as due from work_items where tick_at <= ${now()}`;
    return row!.due;
  });

/** The time is this one, and the clock has told what there was to tell. */
export async function passTo(bureau: Bureau, text: string) {
  goTo(text);
  await tellTime(bureau);
}

export interface Tick {
  clock: string;
  round: number;
  level: number;
  kind: string;
  at: Date;
  toldAt: Date;
  waitsUntil: Date | null;
}

export const ticksOf = (bureau: Bureau, itemId: string) =>
  bureau.sql(
    (sql) => sql<Tick[]>`
      select clock, round, level, kind, at, told_at as "toldAt", waits_until as "waitsUntil" from work_ticks
      where item_id = ${itemId} order by told_at, at, kind`,
  );

export const timeFields = `id number state version isLate light level isSuspended nextDueAt unit { id }
  events { sequence action cause round actorName at happenedAt clock reason dueBefore dueAfter actor { id } }
  clocks { id clock round dueAt warnAt breachedAt satisfiedAt isRunning startedAt startedSequence }`;

export interface Told {
  action: string;
  cause: string;
  round: number;
  happenedAt: string | null;
  clock: string | null;
}

/** What the clock has told of an item, in order. */
export const byClock = (item: { events: Told[] }) =>
  item.events.filter(({ cause }) => cause === "JOB").map(({ action, clock }) => `${action} ${clock ?? ""}`.trim());
