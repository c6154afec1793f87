import { once } from "node:events";
import type { Options, Sql } from "postgres";
import postgres from "postgres";
import { afterEach, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

const failed = (code: string) => expect.objectContaining({ code });

let database: TestDatabase;
const clients: Sql[] = [];

beforeAll(async () => {
  database = await freshDatabase();
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((sql) => sql.end({ timeout: 0 })));
});

test("rows of a query that failed after them are not counted into the next answer", async () => {
  const sql = connect();
  const failing = () => sql`select 1 / (3 - x) as share from generate_series(1, 5) x`;
  await expect(failing()).rejects.toEqual(failed("22012"));
  expect(await sql`select 7 as seven`).toEqual([{ seven: 7 }]);
  const told = await Promise.allSettled([failing(), sql`select 8 as eight`, failing(), sql`select 9 as nine`]);
  const outcomes = told.map((each) => (each.status === "fulfilled" ? each.value : each.reason.code));
  expect(outcomes).toEqual(["22012", [{ eight: 8 }], "22012", [{ nine: 9 }]]);
});

test("a query that is cancelled before its turn keeps its own answer, and the next one gets its own", async () => {
  const sql = connect();
  await sql`select 1`;
  const admin = connect(database.superuserUrl);
  await admin`select pg_advisory_lock(1)`;
  const first = sql`select 'first' as text, pg_advisory_lock_shared(1)::text as held`.execute();
  const second = sql`select 'second' as text`.execute();
  const third = sql`select 'third' as text`.execute();
  await expect.poll(() => waiters(admin), { timeout: 15_000 }).toBe(1);
  const cancelled = second.cancel();
  await admin`select pg_advisory_unlock(1)`;
  const told = await Promise.allSettled([first, second, third]);
  await cancelled;
  const texts = told.map((each) => (each.status === "fulfilled" ? each.value[0]!["text"] : each.reason.code));
  // The request reaches the server when it may have gone on: whom it meets there is told so, and nobody gets another's.
  for (const [turn, text] of ["first", "second", "third"].entries()) expect([text, "57014"]).toContain(texts[turn]);
  expect(await sql`select 'fourth' as text`).toEqual([{ text: "fourth" }]);
});

test("a query that is cancelled while it waits for a reserved connection holds up nobody", async () => {
  const sql = connect();
  const handle = await sql.reserve();
  const described = handle`select ${1}::int as n`.execute();
  const waiting = handle`select ${2}::text as n`.execute();
  const next = handle`select ${3}::int as n`.execute();
  await Promise.resolve();
  await waiting.cancel();
  expect((await Promise.allSettled([waiting]))[0]).toMatchObject({ reason: { code: "57014" } });
  expect([await described, await next]).toEqual([[{ n: 1 }], [{ n: 3 }]]);
  expect(await handle`select 4 as n`).toEqual([{ n: 4 }]);
  handle.release();
});

test("a statement whose result has changed is prepared again with its values as they were, and no answer reaches another's", async () => {
  const sql = connect();
  const admin = connect();
  await admin`create table shapes (id int)`;
  await admin`insert into shapes values (1)`;
  const handle = await sql.reserve();
  const read = (value: object, on: boolean) =>
    handle`select *, ${handle.json(value as never)}::jsonb as value, ${on}::boolean as on from shapes`;
  const others = () => [1, 2, 3].map((n) => handle`select ${n}::int as n`);
  expect(await read({ a: 1 }, true)).toEqual([{ id: 1, value: { a: 1 }, on: true }]);
  await Promise.all(others());
  await admin`alter table shapes add column more int default 5`;
  // What is asked while it is being prepared again stands behind it.
  const first = read({ a: 2 }, true).execute();
  const behind = others().map((each) => each.execute());
  const later = Promise.all(behind).then(() => Promise.all(others()));
  expect(await first).toEqual([{ id: 1, more: 5, value: { a: 2 }, on: true }]);
  const numbers = [[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]];
  expect([await Promise.all(behind), await later]).toEqual([numbers, numbers]);
  handle.release();
});

test("a statement that is forgotten can be deallocated, and is prepared again", async () => {
  const sql = connect();
  const handle = await sql.reserve();
  const one = () => handle.unsafe("select $1::int as one", [1], { prepare: true });
  const kept = async () =>
    (await handle`select name from pg_prepared_statements where statement like '%as one'`).length;
  const query = one();
  await query;
  await one();
  expect(await kept()).toBe(1);
  await handle.unsafe(`deallocate "${handle.forget(query)}"`);
  expect(await kept()).toBe(0);
  expect(await one()).toEqual([{ one: 1 }]);
  expect(await kept()).toBe(1);
  handle.release();
});

test("a copy that the server refuses at its end is told so, and is not taken for done by the next statement", async () => {
  const sql = connect();
  const handle = await sql.reserve();
  await handle`create temporary table numbers (n int)`;
  const stream = await handle`copy numbers from stdin`.writable();
  const told = once(stream, "error");
  stream.end("no number\n");
  expect((await told)[0]).toEqual(failed("22P02"));
  expect(await handle`select n from numbers`).toEqual([]);
  const again = await handle`copy numbers from stdin`.writable();
  again.end("1\n2\n");
  await once(again, "finish");
  expect(await handle`select n from numbers order by n`).toEqual([{ n: 1 }, { n: 2 }]);
  handle.release();
});

test("a copy whose connection is lost is told so, and crashes nothing", async () => {
  const sql = connect();
  const handle = await sql.reserve();
  const [row] = await handle`select pg_backend_pid() as pid`;
  await handle`create temporary table numbers (n int)`;
  const stream = await handle`copy numbers from stdin`.writable();
  const told = once(stream, "error");
  await connect(database.superuserUrl)`select pg_terminate_backend(${row!["pid"]})`;
  expect((await told)[0]).toHaveProperty("code");
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
});

test("a copy that its reader leaves early does not stop what comes after", async () => {
  const sql = connect();
  const stream = await sql`copy (select repeat('x', 1000) from generate_series(1, 20000)) to stdout`.readable();
  await once(stream, "readable");
  stream.destroy();
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
});

test("a cursor whose connection is lost while its rows are looked at crashes nothing", async () => {
  const sql = connect();
  const admin = connect(database.superuserUrl);
  const handle = await sql.reserve();
  const [row] = await handle`select pg_backend_pid() as pid`;
  const outcome = handle`select n from generate_series(1, 10) n`.cursor(2, async () => {
    await admin`select pg_terminate_backend(${row!["pid"]})`;
    await expect
      .poll(() => handle`select 1`.catch((error: unknown) => error), { timeout: 15_000 })
      .toHaveProperty("code");
  });
  await expect(outcome).rejects.toHaveProperty("code");
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
});

function connect(url = database.ownerUrl, options: Options<Record<string, never>> = {}) {
  const sql = postgres(url, { max: 1, onnotice: () => {}, backoff: () => 0.01, ...options });
  clients.push(sql);
  return sql;
}

const waiters = async (admin: Sql) =>
  (await admin`select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`).length;
