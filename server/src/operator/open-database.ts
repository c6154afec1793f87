import { migrate } from "@maple-bridge/drizzle/migrate";
import { missingMigrations } from "@maple-bridge/drizzle/migrated";
import connect from "postgres";
import { type Database, openDatabase } from "../kernel/database/database.ts";
import { assertApplicationRole } from "../postgres/assert-server.ts";
import { externalPostgres } from "../postgres/external.ts";
import { startPostgres } from "../postgres/start.ts";
import type { EmbeddedPostgres, Log, Postgres } from "../postgres/types.ts";
import { dataFolderOf, postgresFolderOf } from "../face/settings.ts";

export interface Opened {
  database: Database;
  postgres: Postgres | EmbeddedPostgres;
  close(): Promise<void>;
}

/** The server of `DATABASE_URL`, or the embedded one: as it runs, or started for as long as the command takes. */
export async function openOperatorsDatabase(log: Log): Promise<Opened> {
  const postgres =
    externalPostgres(process.env) ??
    (await startPostgres({ dataDir: postgresFolderOf(dataFolderOf(process.env)), log, share: true }));
  try {
    await makeReady(postgres);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  const database = openDatabase({ url: postgres.applicationUrl, light: 1, heavy: 1, writers: 1, commands: 1 });
  return {
    database,
    postgres,
    async close() {
      await database.close();
      await postgres.stop();
    },
  };
}

/** Migrates only what lacks something: granting anew would stop a server that is running for a moment. */
async function makeReady({ ownerUrl, applicationUrl, applicationRole }: Postgres) {
  if (ownerUrl && (await using(ownerUrl, isBehind))) await migrate(ownerUrl, applicationRole);
  await using(applicationUrl, assertApplicationRole);
}

async function isBehind(sql: connect.Sql): Promise<boolean> {
  const [row] = await sql<
    { known: boolean }[]
  >`select to_regclass('drizzle.__drizzle_migrations') is not null as known`;
  return !row?.known || (await missingMigrations(sql)).length > 0;
}

async function using<R>(url: string, work: (sql: connect.Sql) => Promise<R>): Promise<R> {
  const sql = connect(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
