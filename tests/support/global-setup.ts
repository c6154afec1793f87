import { migrate } from "@maple-bridge/drizzle/migrate";
import { startPostgres } from "@maple-bridge/server/postgres/start";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { claimTestFolder, removeTestFolder } from "./test-folder.ts";

declare module "vitest" {
  export interface ProvidedContext {
    postgres: { superuserUrl: string; ownerUrl: string; applicationUrl: string; template: string };
  }
}

/** One PostgreSQL for the whole run, with one migrated database that nobody enters: each worker gets a copy of it. */
export default async function setup(project: TestProject) {
  const dataDir = await claimTestFolder();
  const server = await startPostgres({ dataDir, log: () => {}, durability: "none" });
  await migrate(server.ownerUrl, server.applicationRole);
  const template = new URL(server.ownerUrl).pathname.slice(1);
  await forgetNights(server.superuserUrl, template);
  await closeToAll(server.superuserUrl, template);
  project.provide("postgres", {
    superuserUrl: server.superuserUrl,
    ownerUrl: server.ownerUrl,
    applicationUrl: server.applicationUrl,
    template,
  });
  return async () => {
    await server.stop();
    await removeTestFolder(dataDir);
  };
}

/** Whatever the hour, no nightly job takes rows from under a test: those that are about one send it. */
async function forgetNights(superuserUrl: string, database: string) {
  const sql = postgres(superuserUrl, { database, max: 1, onnotice: () => {} });
  await sql.unsafe(`
    create function maple_jobs.forget_night() returns trigger language plpgsql as $$ begin return case when new.key like 'probe.%' then new end; end $$;
    create trigger forget_night before insert on maple_jobs.schedule for each row execute function maple_jobs.forget_night();`);
  await sql.end();
}

async function closeToAll(superuserUrl: string, template: string) {
  const sql = postgres(superuserUrl, { database: "postgres", max: 1, onnotice: () => {} });
  await sql`alter database ${sql(template)} with allow_connections false`;
  await sql.end();
}
