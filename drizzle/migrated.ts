import { readFileSync } from "node:fs";
import type { Sql } from "postgres";

const journal = new URL("./migrations/meta/_journal.json", import.meta.url);
const { entries } = JSON.parse(readFileSync(journal, "utf8")) as { entries: { when: number; tag: string }[] };

/** The migrations that the database has not had yet. */
export async function missingMigrations(sql: Sql): Promise<string[]> {
  const [row] = await sql`select max(created_at)::text as newest from drizzle.__drizzle_migrations`;
  return entries.filter(({ when }) => when > Number(row?.["newest"] ?? 0)).map(({ tag }) => tag);
}
