import { readFileSync } from "node:fs";
import type { Sql } from "postgres";
import { isJobsBehind, jobsSchema } from "./jobs.ts";

const journal = new URL("./migrations/meta/_journal.json", import.meta.url);
const { entries } = JSON.parse(readFileSync(journal, "utf8")) as { entries: { when: number; tag: string }[] };

/** The migrations that the database has not had yet, the queue's among them. */
export async function missingMigrations(sql: Sql): Promise<string[]> {
  const [row] = await sql`select max(created_at)::text as newest from drizzle.__drizzle_migrations`;
  const missing = entries.filter(({ when }) => when > Number(row?.["newest"] ?? 0)).map(({ tag }) => tag);
  return (await isJobsBehind(sql)) ? [...missing, jobsSchema] : missing;
}
