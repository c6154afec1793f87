import { type App, buildApp } from "@maple-bridge/server";
import postgres from "postgres";
import { expect, it } from "vitest";
import { theServer } from "../../support/bureau.ts";
import { freshDatabase } from "../../support/database.ts";

const ready = async (app: App) => (await app.fastify.inject("/readyz")).json();

it("says that it is alive and ready", async () => {
  const { app } = await theServer();
  expect((await app.fastify.inject("/livez")).json()).toEqual({ alive: true });
  expect(await ready(app)).toEqual({ ready: true });
});

it("is not ready without its database's newest migration, nor without its database", async () => {
  const { app: running } = await theServer();
  const { superuserUrl, applicationUrl } = await freshDatabase();
  const superuser = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  const app = await buildApp({ databaseUrl: applicationUrl, schema: running.schema, trusted: "any" });
  await superuser`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`;
  expect(await ready(app)).toEqual({ ready: false, reason: "migrations are missing" });
  await superuser`alter schema drizzle rename to gone`;
  expect(await ready(app)).toEqual({ ready: false, reason: "the database does not answer" });
  await Promise.all([app.close(), superuser.end()]);
});

it("gives the schema as text to whoever writes a query", async () => {
  const { app } = await theServer();
  const { statusCode, body } = await app.fastify.inject("/api/schema.graphql");
  expect(statusCode).toBe(200);
  expect(body).toContain("type Query {");
});
