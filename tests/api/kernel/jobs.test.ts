import { newId } from "@maple-bridge/server/kernel/ids";
import { countsSince, countsSoFar } from "@maple-bridge/server/kernel/counts";
import { inTransaction } from "@maple-bridge/server/kernel/command";
import { enqueue } from "@maple-bridge/server/kernel/jobs/enqueue";
import { givenUpQueue } from "@maple-bridge/server/kernel/jobs/own-queues";
import type { Job, JobContext } from "@maple-bridge/server/kernel/jobs/job";
import type { App } from "@maple-bridge/server";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLog } from "@maple-bridge/server/face/server-log";
import postgres, { type Sql } from "postgres";
import { jobsOf } from "@maple-bridge/server/operator/jobs";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { makeBureau, theServer } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { statesOf } from "../../support/jobs.ts";
import { contextOf } from "./commanding.ts";
import { gate, send, serverWith } from "./probing.ts";

let superuser: Sql;
beforeAll(async () => {
  superuser = postgres((await theServer()).superuserUrl, { max: 1, onnotice: () => {} });
});
afterAll(() => superuser.end());

let made = 0;
const nameOf = () => `probe.${process.pid}-${++made}`;

async function serving(jobs: readonly Job[], log?: Parameters<typeof serverWith>[1]): Promise<App> {
  const app = await serverWith(jobs, log);
  onTestFinished(() => app.close());
  return app;
}

const patiently = { timeout: 15_000, interval: 20 };

test("a job is done under the bureau's identity, for the account that asked, once the command has committed", async () => {
  const [bureau, other] = [await makeBureau(), await makeBureau()];
  const seen: object[] = [];
  const job: Job = {
    name: nameOf(),
    async run(ctx) {
      const bureaus = await ctx.inBureau((sql) => sql`select bureau_id from bureaus`);
      seen.push({ ids: ctx.ids, actor: ctx.actor, requestId: ctx.requestId, bureaus: [...bureaus] });
    },
  };
  const app = await serving([job]);
  const id = newId();
  await send(app, bureau, job, { id, version: 7 });
  await expect.poll(() => statesOf({ ...bureau, app }, job.name), patiently).toEqual(["completed"]);
  const { accountId } = bureau.administrator;
  expect(seen).toMatchObject([
    {
      ids: { bureauId: bureau.id, accountId, id, version: 7 },
      actor: { accountId, via: { kind: "job" } },
      bureaus: [{ bureauId: bureau.id }],
    },
  ]);
  expect(await statesOf({ ...other, app }, job.name)).toEqual([]);
});

test("what a command sends is sent with its commit or not at all, and once for its key", async () => {
  const bureau = await makeBureau();
  const job: Job = { name: nameOf(), run: async () => {} };
  const app = await serving([job]);
  const undone = new Error("undone");
  const ctx = contextOf({ ...bureau, app });
  const refused = inTransaction(ctx, "probe", { idempotencyKey: newKey() }, async (tx) => {
    await enqueue(tx, job, { id: newId() });
    throw undone;
  });
  await expect(refused).rejects.toBe(undone);
  expect(await statesOf({ ...bureau, app }, job.name)).toEqual([]);
  const key = newKey();
  await send(app, bureau, job, { id: newId() }, key);
  await send(app, bureau, job, { id: newId() }, key).catch(() => {});
  expect(await statesOf({ ...bureau, app }, job.name)).toHaveLength(1);
});

test("a job holds ids and numbers, and no text", async () => {
  const bureau = await makeBureau();
  const job: Job = { name: nameOf(), run: async () => {} };
  const app = await serving([job]);
  await expect(send(app, bureau, job, { name: "张三" })).rejects.toThrow("ids and numbers only: name");
});

test("an account that was disabled since acts no more", async () => {
  const bureau = await makeBureau();
  const actors: unknown[] = [];
  const [begun, blocked] = [gate(), gate()];
  const run = () => {
    begun.open();
    return blocked.opened;
  };
  const first: Job = { name: nameOf(), run };
  const app = await serving([first, { name: "probe.unused", run: async () => {} }]);
  const job: Job = { ...first, run: async ({ actor, credential }) => void actors.push(actor, credential) };
  await send(app, bureau, first);
  await begun.opened;
  await send(app, bureau, first);
  first.run = job.run;
  await bureau.sql((sql) => sql`update accounts set disabled_at = now() where bureau_id = ${bureau.id}`);
  blocked.open();
  await expect.poll(() => actors, patiently).toEqual([null, null]);
});

/** Makes what waits for its next attempt due. */
const hurry = async (app: App, name: string) => {
  await superuser`update maple_jobs.job set start_after = now() where name = ${name} and state = 'retry'`;
  app.database.queue.wake([name]);
};

test("a job that fails is tried so many times, then stays visible, counted and logged, without what the error quotes", async () => {
  const bureau = await makeBureau();
  const folder = await mkdtemp(join(tmpdir(), "maple-jobs-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "server.log");
  const givenUp: JobContext["source"][] = [];
  let attempts = 0;
  const job: Job = {
    name: nameOf(),
    async run() {
      attempts++;
      throw new RangeError("13900000000");
    },
    givenUp: async ({ source }) => void givenUp.push(source),
  };
  const before = countsSoFar();
  const log = openLog(file, "error");
  const app = await serving([job], log);
  await send(app, bureau, job, { id: newId() });
  await expect
    .poll(async () => (await hurry(app, job.name), await hurry(app, givenUpQueue), givenUp.length), patiently)
    .toBe(1);
  expect(attempts).toBe(6);
  await expect.poll(() => countsSince(before)["jobsGivenUp"], patiently).toBe(1);
  expect(givenUp).toMatchObject([{ job: job.name, code: "RangeError" }]);
  expect(countsSince(before)).toMatchObject({ jobsGivenUp: 1 });
  log.close();
  const lines = (await readFile(file, "utf8")).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { msg: "a job was given up", code: "RangeError" },
  ]);
  expect(await statesOf({ ...bureau, app }, job.name)).toEqual(["failed"]);
  const { givenUp: shown } = await jobsOf(app.database);
  expect(shown.filter(({ bureauId }) => bureauId === bureau.id)).toMatchObject([{ job: job.name, code: "RangeError" }]);
  const kept = await superuser`select j::text as row from maple_jobs.job j where data ->> 'bureauId' = ${bureau.id}`;
  expect(kept.length).toBe(2);
  expect(kept.filter(({ row }) => String(row).includes("13900000000"))).toEqual([]);
});

test("one of a bureau runs at a time, on however many servers, and bureaus take turns", async () => {
  const [many, one] = [await makeBureau(), await makeBureau()];
  const order: string[] = [];
  const gates = Array.from({ length: 5 }, gate);
  const begun = gate();
  const job: Job = {
    name: nameOf(),
    async run({ bureauId, ids }) {
      order.push(`${bureauId === many.id ? "many" : "one"} ${ids["position"]}`);
      begun.open();
      await gates[order.length - 1]!.opened;
    },
  };
  const app = await serving([job]);
  for (let position = 0; position < 4; position++) await send(app, many, job, { position });
  await begun.opened;
  await send(app, one, job, { position: 0 });
  for (const each of gates) each.open();
  await expect.poll(() => order.length, patiently).toBe(5);
  expect(order).toEqual(["many 0", "one 0", "many 1", "many 2", "many 3"]);
});

test("two servers share the jobs, and each is done once", async () => {
  const bureaus = [await makeBureau(), await makeBureau(), await makeBureau()];
  const name = nameOf();
  const done: string[] = [];
  const job = (): Job => ({ name, atOnce: 2, run: async ({ ids }) => void done.push(String(ids["id"])) });
  const [here, there] = [await serving([job()]), await serving([job()])];
  const sent: string[] = [];
  for (let index = 0; index < 24; index++) {
    const id = newId();
    sent.push(id);
    await send(index % 2 ? here : there, bureaus[index % 3]!, job(), { id });
  }
  const wake = () => [here, there].forEach((app) => app.database.queue.wake([name]));
  await expect.poll(() => (wake(), done.length), patiently).toBe(24);
  expect(new Set(done)).toEqual(new Set(sent));
});

test("two of a bureau never run at once, though both servers have room and look again and again", async () => {
  const [many, ...others] = [await makeBureau(), await makeBureau(), await makeBureau(), await makeBureau()];
  const [name, begun, held] = [nameOf(), gate(), gate()];
  const done: string[] = [];
  let ofMany = 0;
  const job = (): Job => ({
    name,
    atOnce: 3,
    async run({ bureauId }) {
      if (bureauId !== many.id) return void done.push(bureauId);
      ofMany++;
      begun.open();
      await held.opened;
    },
  });
  const [here, there] = [await serving([job()]), await serving([job()])];
  for (let turn = 0; turn < 4; turn++) await send(here, many, job());
  await begun.opened;
  for (const [turn, bureau] of others.entries()) {
    await send(turn % 2 ? here : there, bureau, job());
    await expect.poll(() => done, patiently).toContain(bureau.id);
  }
  expect(ofMany).toBe(1);
  held.open();
  const wake = () => [here, there].forEach((app) => app.database.queue.wake([name]));
  await expect.poll(() => (wake(), ofMany), patiently).toBe(4);
});

test("what a server that stops was at is handed back, and done by another one", async () => {
  const bureau = await makeBureau();
  const name = nameOf();
  const begun = gate();
  const aborted = ({ signal }: JobContext) =>
    new Promise<void>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error)));
  const first: Job = {
    name,
    run(ctx) {
      begun.open();
      return aborted(ctx);
    },
  };
  const stopping = await serverWith([first]);
  await send(stopping, bureau, first, { id: newId() });
  await begun.opened;
  await stopping.close();
  let done = 0;
  const next = await serving([{ name, run: async () => void done++ }]);
  await expect.poll(async () => (await hurry(next, name), done), patiently).toBe(1);
  expect(await statesOf({ ...bureau, app: next }, name)).toEqual(["completed"]);
});

test("a job that shows no life is another one's, and what the first still does for it is stopped and not counted", async () => {
  const bureau = await makeBureau();
  const runs: AbortSignal[] = [];
  const job: Job = {
    name: nameOf(),
    async run({ signal }) {
      runs.push(signal);
      if (runs.length === 1)
        await new Promise<void>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error)));
    },
  };
  const before = countsSoFar();
  const app = await serving([job]);
  await send(app, bureau, job, { id: newId() });
  await expect.poll(() => runs.length, patiently).toBe(1);
  await superuser`update maple_jobs.job set state = 'retry', start_after = now() where name = ${job.name}`;
  app.database.queue.wake([job.name]);
  await expect.poll(() => statesOf({ ...bureau, app }, job.name), patiently).toEqual(["completed"]);
  expect(runs.map(({ aborted }) => aborted)).toEqual([true, false]);
  expect(countsSince(before)).toMatchObject({ jobsLapsed: 1 });
});

test("a connection that is lost stops neither the server nor the queue", async () => {
  const bureau = await makeBureau();
  let done = 0;
  const job: Job = { name: nameOf(), run: async () => void done++ };
  const app = await serving([job]);
  for (let round = 1; round <= 10; round++) {
    await superuser`
      select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and application_name = 'maple-bridge jobs'`;
    await send(app, bureau, job, { id: newId() });
    await expect.poll(() => (app.database.queue.wake([job.name]), done), patiently).toBe(round);
  }
  expect(new Set(await statesOf({ ...bureau, app }, job.name))).toEqual(new Set(["completed"]));
});
