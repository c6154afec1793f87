import { migrate } from "@maple-bridge/drizzle/migrate";
import { missingMigrations } from "@maple-bridge/drizzle/migrated";
import postgres from "postgres";
import { assertApplicationRole, assertServerVersion } from "#postgres/assert-server";
import { externalPostgres } from "#postgres/external";
import { startPostgres } from "#postgres/start";
import type { Log, Postgres } from "#postgres/types";
import { postgresFolderOf } from "./settings.ts";

/** The server that `DATABASE_URL` names, or else the embedded one, migrated and safe to serve from. */
export async function openPostgres(dataFolder: string, log: Log, onMaking = () => {}): Promise<Postgres> {
  const server =
    externalPostgres(process.env) ?? (await startPostgres({ dataDir: postgresFolderOf(dataFolder), log, onMaking }));
  try {
    if (server.ownerUrl) await migrate(server.ownerUrl, server.applicationRole);
    await assertServable(server.applicationUrl);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

async function assertServable(url: string) {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await assertServerVersion(sql);
    await assertApplicationRole(sql);
    const missing = await missingMigrations(sql);
    if (missing.length > 0)
      throw new Error(
        `The database lacks the migrations ${missing.join(", ")}: set DATABASE_OWNER_URL to the role that may apply them.`,
      );
  } finally {
    await sql.end({ timeout: 5 });
  }
}
