import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { TransactionSql } from "postgres";

const folder = new URL("./migrations/", import.meta.url);

export interface Migration {
  tag: string;
  when: number;
  hash: string;
  statements: string[];
}

/** All migrations that this program knows, in their order. */
export function knownMigrations(): Migration[] {
  const { entries } = JSON.parse(readFileSync(new URL("meta/_journal.json", folder), "utf8")) as {
    entries: { tag: string }[];
  };
  return readMigrationFiles({ migrationsFolder: fileURLToPath(folder) }).map(({ sql, hash, folderMillis }, index) => ({
    tag: entries[index]!.tag,
    when: folderMillis,
    hash,
    statements: sql,
  }));
}

/** An empty record of migrations, as the migrator makes it. */
export async function beginMigrations(owner: TransactionSql) {
  await owner`create schema if not exists drizzle`;
  await owner`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
}

/** In the caller's transaction, where the migrator would take one of its own. */
export async function applyAll(owner: TransactionSql, migrations: readonly Migration[]) {
  for (const { statements, hash, when } of migrations) {
    for (const statement of statements) await owner.unsafe(statement);
    await owner`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${when})`;
  }
}
