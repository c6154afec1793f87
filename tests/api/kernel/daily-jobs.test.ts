import { asClock } from "@maple-bridge/server/kernel/jobs/as-clock";
import type { Job } from "@maple-bridge/server/kernel/jobs/job";
import { record } from "@maple-bridge/server/kernel/record";
import postgres from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { makeBureau, theServer } from "../../support/bureau.ts";
import { doDaily, statesOf } from "../../support/jobs.ts";
import { gate, serverWith } from "./probing.ts";

const patiently = { timeout: 15_000, interval: 20 };

test("each bureau's daily job is sent once, and not again while it waits", async () => {
  const bureaus = [await makeBureau(), await makeBureau()];
  const done: string[] = [];
  const blocked = gate();
  const job: Job = {
    name: `probe.daily-${process.pid}`,
    daily: "4:00",
    async run({ bureauId, actor }) {
      done.push(`${bureauId} ${actor}`);
      await blocked.opened;
    },
  };
  const app = await serverWith([job]);
  onTestFinished(() => app.close());
  const boss = app.database.queue.boss();
  await expect
    .poll(() => boss.getSchedules("kernel.daily", job.name), patiently)
    .toMatchObject([{ cron: "0 4 * * *", timezone: "Asia/Shanghai" }]);
  const sendAll = async () => {
    const id = (await boss.send("kernel.daily", { job: job.name }))!;
    await expect
      .poll(async () => {
        app.database.queue.wake(["kernel.daily"]);
        return (await boss.findJobs("kernel.daily", { id }))[0]?.state;
      }, patiently)
      .toBe("completed");
  };
  await sendAll();
  await sendAll();
  for (const { id } of bureaus) expect(await statesOf({ id, app }, job.name)).toEqual(["active"]);
  blocked.open();
  for (const { id } of bureaus) {
    await expect
      .poll(() => (app.database.queue.wake([job.name]), statesOf({ id, app }, job.name)), patiently)
      .toEqual(["completed"]);
    expect(done.filter((each) => each === `${id} null`)).toHaveLength(1);
  }
});

test("what the clock brings about holds the end of the audit chain no longer than its commit, and is told once it is on the disk", async () => {
  const bureau = await makeBureau();
  const seen: unknown[] = [];
  const job: Job = {
    name: `probe.durable-${process.pid}`,
    daily: "4:00",
    async run(ctx) {
      const entity = { type: "Bureau", id: bureau.id };
      const { source, at } = await asClock(ctx, async (tx) => {
        await record(tx, { action: "probe.clock", entity, after: {} });
        const [row] = await tx.sql<[{ source: string; at: string }]>`
          select source, clock_timestamp()::text as at from pg_settings where name = 'synchronous_commit' and setting = 'off'`;
        return row;
      });
      const [row] = await ctx.inBureau(
        (sql) => sql`
          select exists (
              select from pg_stat_activity where datname = current_database() and application_name = 'maple-bridge flushes'
                and query like '%pg_logical_emit_message%' and state = 'idle' and query_start > ${at}::timestamptz) as is_flushed,
            exists (select from audit_entries where bureau_id = ${bureau.id} and action = 'probe.clock') as is_written`,
      );
      seen.push(source, row);
    },
  };
  const app = await serverWith([job]);
  onTestFinished(() => app.close());
  await doDaily({ app, id: bureau.id }, job.name);
  expect(seen).toEqual(["session", { isFlushed: true, isWritten: true }]);
});

test("keys are cleared after thirty days, in portions, and what somebody holds is left", async () => {
  const bureau = await makeBureau();
  const { accountId } = bureau.administrator;
  await bureau.sql(
    (sql) => sql`
      insert into idempotency_keys (bureau_id, account_id, key, mutation, input_hash, created_at)
      select ${bureau.id}, ${accountId}, n::text, 'probe', '', now() - make_interval(days => case when n % 4 = 0 then 29 else 31 end)
      from generate_series(1, 2600) n`,
  );
  const keys = () =>
    bureau.sql(async (sql) => {
      const [row] = await sql<{ old: number; all: number }[]>`
        select count(*)::int as all, (count(*) filter (where created_at < now() - interval '30 days'))::int as old
        from idempotency_keys where bureau_id = ${bureau.id} and mutation = 'probe'`;
      return row!;
    });
  expect(await keys()).toEqual({ old: 1950, all: 2600 });
  await bureau.sql(async (sql) => {
    await sql`select from idempotency_keys where bureau_id = ${bureau.id} and key = '1' for update`;
    await doDaily(bureau, "kernel.clearKeys");
  });
  expect(await keys()).toEqual({ old: 1, all: 651 });
  await doDaily(bureau, "kernel.clearKeys");
  expect(await keys()).toEqual({ old: 0, all: 650 });
});

test("the queue's tables are as the package expects, and its role owns none of them", async () => {
  const { app, applicationUrl, superuserUrl } = await theServer();
  expect(await app.database.queue.boss().detectSchemaDrift()).toMatchObject({ ok: true });
  const superuser = postgres(superuserUrl, { max: 1 });
  onTestFinished(() => superuser.end());
  const role = new URL(applicationUrl).username;
  const owned = await superuser`
    select relname from pg_class where relnamespace = 'maple_jobs'::regnamespace and relowner = ${role}::regrole`;
  expect([...owned]).toEqual([]);
});
