import { connectForFlushes } from "@maple-bridge/server/kernel/database/connect";
import { type Durable, keepDurable } from "@maple-bridge/server/kernel/database/durable";
import { Unavailable } from "@maple-bridge/server/kernel/errors";
import postgres, { type Sql } from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let admin: Sql;
let durable: Durable;
let server: string;
let flushes = 0;

beforeAll(async () => {
  database = await freshDatabase();
  admin = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
  [{ server }] = await admin<[{ server: string }]>`select pg_postmaster_start_time()::text as server`;
});
afterAll(() => admin.end());

beforeEach(() => {
  flushes = 0;
  durable = keepDurable((closed) => {
    const pool = connectForFlushes(database.applicationUrl, closed);
    pool.options.debug = (_connection, text) => {
      if (text.includes("pg_logical_emit_message")) flushes++;
    };
    return pool;
  });
});
afterEach(() => durable.close());

test("what is asked while a flush is under way shares the next one", async () => {
  const promised = await Promise.all(Array.from({ length: 20 }, () => durable.before()));
  await Promise.all(promised.map((flushed) => flushed(server)));
  const first = flushes;
  expect(first).toBeLessThanOrEqual(2);
  await promised[0]!(server);
  expect(flushes).toBe(first + 1);
});

test("what was promised before the connection ended is kept by no other one, and what is asked then by the next", async () => {
  const promised = await durable.before();
  await promised(server);
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${nameOf(database)} and application_name = 'maple-bridge flushes'`;
  await expect(promised(server)).rejects.toHaveProperty("code");
  const anew = await Promise.all(Array.from({ length: 5 }, () => durable.before()));
  await Promise.all(anew.map((flushed) => flushed(server)));
  await expect(promised(server)).rejects.toHaveProperty("code");
});

test("a flush by another server is none", async () => {
  const promised = await durable.before();
  await expect(promised("2026-01-01 00:00:00+00")).rejects.toBeInstanceOf(Unavailable);
  await (
    await durable.before()
  )(server);
});

const nameOf = ({ applicationUrl }: TestDatabase) => new URL(applicationUrl).pathname.slice(1);
