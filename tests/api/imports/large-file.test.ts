import { type App, buildApp } from "@maple-bridge/server";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { clientOf } from "../../support/client.ts";
import { type TestDatabase, workerDatabase } from "../../support/database.ts";
import { meterMessages } from "../../support/message-meter.ts";
import { bytesOf, check, download, gridColumns, send, write } from "./importing.ts";

let meter: Awaited<ReturnType<typeof meterMessages>>;
let app: App;
let superuser: Sql;

beforeAll(async () => {
  const { applicationUrl, superuserUrl }: TestDatabase = await workerDatabase();
  meter = await meterMessages(applicationUrl);
  app = await buildApp({ databaseUrl: meter.url, trusted: "any" });
  superuser = postgres(superuserUrl, { max: 2, onnotice: () => {} });
});
afterAll(async () => {
  await app.close();
  meter.close();
  await superuser.end();
});

const most = 500_000;

/** A bureau whose administrator asks the metered server. */
async function metered(): Promise<Bureau> {
  const bureau = await makeBureau();
  const administrator = { ...bureau.administrator, ...clientOf(app, bureau.administrator.headers) };
  meter.sizes.sent = meter.sizes.answered = 0;
  return { ...bureau, app, administrator };
}

const columns = [...gridColumns, "备注"];
const remark = "备".repeat(600);
const rowsOf = (count: number, kind: string) =>
  Array.from({ length: count }, (_, at) => [
    `QY-${String(at).padStart(6, "0")}`,
    `企业${at}`,
    kind,
    "甲派出所",
    remark,
  ]);

async function upload(bureau: Bureau, rows: string[][]): Promise<string> {
  return (await send(bureau, bureau.administrator, "GRIDS", bytesOf({ columns, rows }))).id;
}

test("no message between server and database carries more than a portion of a file that is read and written", async () => {
  const bureau = await metered();
  const id = await upload(bureau, rowsOf(2_000, "企业"));
  const checked = await check(bureau.administrator, id);
  expect(checked).toMatchObject({ errorCount: 0, summary: { gridsCreated: 2_000 } });
  expect(await write(bureau.administrator, checked)).toMatchObject({ status: "WRITTEN", doneRows: 2_000 });
  const again = await check(bureau.administrator, await upload(bureau, rowsOf(2_000, "商圈")));
  expect(again).toMatchObject({ errorCount: 0, summary: { gridsUpdated: 2_000 } });
  expect(await write(bureau.administrator, again)).toMatchObject({ status: "WRITTEN" });
  expect(meter.sizes.sent).toBeGreaterThan(100_000);
  expect(meter.sizes.sent).toBeLessThan(most);
  expect(meter.sizes.answered).toBeLessThan(most);
});

test("nor of what is wrong with it", async () => {
  const bureau = await metered();
  const id = await upload(bureau, rowsOf(2_500, "没有"));
  const run = await check(bureau.administrator, id);
  expect(run).toMatchObject({ errorCount: 2_500, errors: { totalCount: 2_500 } });
  expect(run.errors.nodes.map(({ row }) => row)).toEqual(Array.from({ length: 100 }, (_, at) => at + 2));
  const told = await download(bureau, bureau.administrator, `/imports/${id}/corrections`);
  expect(told.status).toBe(200);
  expect(meter.sizes.answered).toBeGreaterThan(10_000);
  expect(meter.sizes.sent).toBeLessThan(most);
  expect(meter.sizes.answered).toBeLessThan(most);
});

test("tables that an import makes many times as large have plans made anew, while it writes and when it has written", async () => {
  const bureau = await metered();
  // PostgreSQL itself stays away, which would find it out at some time.
  await superuser`alter table grids set (autovacuum_enabled = false)`;
  await superuser`alter table grids reset (autovacuum_analyze_scale_factor)`;
  await superuser`update pg_class set relpages = 0, reltuples = 0 where oid = 'grids'::regclass`;
  const checked = await check(bureau.administrator, await upload(bureau, rowsOf(5_000, "企业")));
  expect(await write(bureau.administrator, checked)).toMatchObject({ status: "WRITTEN" });
  const known = () => superuser`
    select reltuples >= 5000 as "isCounted", array_to_string(reloptions, ',') like '%analyze_scale_factor%' as "isPlannedAnew" from pg_class where oid = 'grids'::regclass`;
  await expect.poll(known, { timeout: 15_000 }).toEqual([{ isCounted: true, isPlannedAnew: true }]);
  await superuser`alter table grids reset (autovacuum_enabled)`;
});

test("what a file has written is told in the audit log, however long its tables take to be analyzed after it", async () => {
  const bureau = await metered();
  const checked = await check(bureau.administrator, await upload(bureau, rowsOf(5_000, "企业")));
  const analyzing = async () =>
    (
      await superuser`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%analyze_imported%'`
    ).length;
  await superuser.begin(async (sql) => {
    await sql`lock table members in share update exclusive mode`;
    expect(await write(bureau.administrator, checked)).toMatchObject({ status: "WRITTEN" });
    await expect.poll(analyzing, { timeout: 15_000 }).toBe(1);
    await expect.poll(analyzing, { timeout: 15_000 }).toBe(0);
  });
  const left = () => superuser`select from import_deeds where bureau_id = ${bureau.id} limit 1`;
  await expect.poll(left, { timeout: 15_000 }).toEqual([]);
}, 60_000);
