import type { Options, Sql } from "postgres";
import postgres from "postgres";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "../support/database.ts";
import { freshDatabase } from "../support/database.ts";

const closed = expect.objectContaining({ code: "CONNECTION_CLOSED" });

let database: TestDatabase;
const clients: Sql[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  await connect(database.ownerUrl)`create table notes (text text primary key)`;
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((sql) => sql.end({ timeout: 0 })));
});

test("a query of a transaction whose connection is gone is refused and crashes nothing", async () => {
  const { sql, lost } = pool({ max: 1 });
  const late: unknown[] = [];
  const transaction = sql.begin(async (tx) => {
    await terminate(tx);
    await lost();
    late.push(await tx`insert into notes values ('late')`.catch((error: unknown) => error));
    late.push(await tx`select ${"x".repeat(2000)}`.catch((error: unknown) => error));
    throw new Error("given up");
  });
  await expect(transaction).rejects.toEqual(closed);
  await expect.poll(() => late, { timeout: 10_000 }).toEqual([closed, closed]);
  expect(await sql`select text from notes`).toEqual([]);
});

test("a late query of a lost transaction does not run on the connection that replaced it", async () => {
  const { sql, lost } = pool({ max: 1 });
  let late: unknown;
  const transaction = sql.begin(async (tx) => {
    await tx`insert into notes values ('early')`;
    await terminate(tx);
    await lost();
    await sql`select 1`;
    late = await tx`insert into notes values ('late')`.catch((error: unknown) => error);
  });
  await expect(transaction).rejects.toEqual(closed);
  await expect.poll(() => late, { timeout: 10_000 }).toEqual(closed);
  expect(await sql`select text from notes`).toEqual([]);
});

test("what runs, waits and comes later on a lost reserved handle rejects, and a new handle carries nothing over", async () => {
  const { sql, lost } = pool({ max: 1 });
  const handle = await sql.reserve();
  await handle`select set_config('maple.bureau_id', 'theirs', false)`;
  const pending = [1, 2, 3, 4, 5].map((n) => handle`select pg_sleep(60), ${n}::int`.catch((error: unknown) => error));
  await terminateSleeper();
  await lost();
  for (const outcome of await Promise.all(pending)) expect(outcome).toHaveProperty("code");
  await expect(handle`select 1`).rejects.toEqual(closed);
  handle.release();

  const anew = await sql.reserve();
  const [row] = await anew`select current_setting('maple.bureau_id', true) as bureau`;
  expect(row?.["bureau"] ?? "").toBe("");
  await expect(handle`select 1`).rejects.toEqual(closed);
  anew.release();
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
});

test("a released handle is refused, so that it cannot use a connection that others have", async () => {
  const { sql } = pool({ max: 1 });
  const handle = await sql.reserve();
  await handle`select 1`;
  handle.release();
  handle.release();
  await expect(handle`select 1`).rejects.toEqual(closed);
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
});

test("a handle can be reserved first of all where array types are not fetched", async () => {
  const { sql } = pool({ max: 1, fetch_types: false });
  const handle = await sql.reserve();
  expect(await handle`select 1 as one`).toEqual([{ one: 1 }]);
  handle.release();
});

test("a reservation that failed leaves the pool whole", async () => {
  const { sql } = pool({ max: 1, fetch_types: false, backoff: () => 0.01 });
  const name = new URL(database.applicationUrl).pathname.slice(1);
  const admin = connect(Object.assign(new URL(database.superuserUrl), { pathname: "/postgres" }).href);
  await admin`alter database ${admin(name)} with allow_connections false`;
  await expect(sql.reserve()).rejects.toHaveProperty("code", "55000");
  await admin`alter database ${admin(name)} with allow_connections true`;
  const handle = await sql.reserve();
  expect(await handle`select 1 as one`).toEqual([{ one: 1 }]);
  handle.release();
  expect(await sql`select 2 as two`).toEqual([{ two: 2 }]);
});

test("a result that was cut off does not show up in the next one", async () => {
  const { sql, lost } = pool({ max: 1 });
  await sql`select 1`;
  const cut = sql`select n, case when n > 20000 then pg_sleep(60)::text end from generate_series(1, 30000) n`;
  const outcome = cut.catch((error: unknown) => error);
  await terminateSleeper();
  await lost();
  expect(await outcome).toEqual(closed);
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
});

test("a value that cannot be sent fails its own statement, and those before and after it are answered", async () => {
  const { sql } = pool({ max: 1 });
  const at = (text: string) => sql`select ${text}::timestamptz as at`;
  await at("2026-01-01T00:00:00Z");
  const [before, wrong, after] = await Promise.allSettled([
    at("2026-01-02T00:00:00Z"),
    at("no date"),
    at("2026-01-03T00:00:00Z"),
  ]);
  expect(before).toMatchObject({ value: [{ at: new Date("2026-01-02") }] });
  expect(wrong).toMatchObject({ reason: { name: "RangeError" } });
  expect(after).toMatchObject({ value: [{ at: new Date("2026-01-03") }] });
});

function connect(url: string, options: Options<Record<string, never>> = {}) {
  const sql = postgres(url, { max: 1, onnotice: () => {}, ...options });
  clients.push(sql);
  return sql;
}

/** A pool of the owner's, and a promise of the next connection that it loses. */
function pool(options: Options<Record<string, never>>) {
  let onclose = () => {};
  const loss = new Promise<void>((resolve) => (onclose = resolve));
  const sql = connect(database.ownerUrl, { ...options, onclose: () => onclose() });
  return { sql, lost: () => loss };
}

async function terminate(tx: Sql | postgres.TransactionSql) {
  const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
  await connect(database.superuserUrl)`select pg_terminate_backend(${row?.pid ?? 0})`;
}

async function terminateSleeper() {
  const admin = connect(database.superuserUrl);
  const terminated = () => admin`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and wait_event = 'PgSleep'`;
  await expect.poll(terminated, { timeout: 10_000 }).toHaveLength(1);
}
