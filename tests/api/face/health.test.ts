import { type App, buildApp } from "@maple-bridge/server";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { theServer } from "../../support/bureau.ts";
import { freshDatabase, type TestDatabase } from "../../support/database.ts";

const ready = async (app: App) => (await app.fastify.inject("/readyz")).json();

it("says that it is alive and ready", async () => {
  const { app } = await theServer();
  expect((await app.fastify.inject("/livez")).json()).toEqual({ alive: true });
  expect(await ready(app)).toEqual({ ready: true });
});

describe("a server", () => {
  let database: TestDatabase;
  let superuser: postgres.Sql;
  let app: App;
  const start = async (folders: string[] = []) => {
    const { app: running } = await theServer();
    return buildApp({ databaseUrl: database.applicationUrl, schema: running.schema, trusted: "any", folders });
  };
  beforeAll(async () => {
    database = await freshDatabase();
    superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
  });
  beforeEach(async () => {
    app = await start();
  });
  afterEach(() => app.close());
  afterAll(() => superuser.end());

  it("asks its database once for all who want to know at a time", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => ready(app)));
    for (const answer of answers) expect(answer).toEqual({ ready: true });
    const [row] = await superuser`select count(*)::int as connections from pg_stat_activity
      where datname = current_database() and query like '%pg_logical_emit_message%' and pid <> pg_backend_pid()`;
    expect(row).toEqual({ connections: 1 });
  });

  it("is not ready on a database that only reads", async () => {
    const name = new URL(database.applicationUrl).pathname.slice(1);
    await superuser`alter database ${superuser(name)} set default_transaction_read_only = on`;
    expect(await ready(app)).toEqual({ ready: false, reason: "the database takes no writes" });
    await superuser`set default_transaction_read_only = off`;
    await superuser`alter database ${superuser(name)} reset default_transaction_read_only`;
  });

  it("is not ready where a disk is full", async () => {
    const full = await start(["/proc"]);
    expect(await ready(full)).toEqual({ ready: false, reason: "the disk is full" });
    await full.close();
  });

  it("is not ready while its database keeps it waiting, and no longer than that", async () => {
    await superuser.begin(async (sql) => {
      await sql`lock table drizzle.__drizzle_migrations in access exclusive mode`;
      expect(await ready(app)).toEqual({ ready: false, reason: "the database does not answer in time" });
    });
    await vi.waitFor(async () => expect(await ready(app)).toEqual({ ready: true }), { timeout: 10_000 });
  });

  it("is not ready without its database's newest migration, nor without its database", async () => {
    await superuser`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`;
    expect(await ready(app)).toEqual({ ready: false, reason: "migrations are missing" });
    await superuser`alter schema drizzle rename to gone`;
    await vi.waitFor(
      async () => expect(await ready(app)).toEqual({ ready: false, reason: "the database does not answer" }),
      { timeout: 10_000 },
    );
  });
});

it("gives the schema as text to whoever writes a query", async () => {
  const { app } = await theServer();
  const { statusCode, body } = await app.fastify.inject("/api/schema.graphql");
  expect(statusCode).toBe(200);
  expect(body).toContain("type Query {");
});
