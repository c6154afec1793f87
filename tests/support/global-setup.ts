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

async function closeToAll(superuserUrl: string, template: string) {
  const sql = postgres(superuserUrl, { database: "postgres", max: 1, onnotice: () => {} });
  await sql`alter database ${sql(template)} with allow_connections false`;
  await sql.end();
}
