import type { Sql } from "postgres";
import postgres from "postgres";
import type { Credentials } from "./credentials.ts";
import { databaseName, roles, urlFor } from "./credentials.ts";
import type { Place } from "./types.ts";

const extensions = ["btree_gist", "pg_trgm", "pgcrypto"];
const attributes = "login nosuperuser nocreatedb nocreaterole noreplication nobypassrls";

/** The database with its two roles: one owns and migrates it, the other one, which the application has, owns nothing. */
export async function prepareDatabase(place: Place, credentials: Credentials) {
  await asSuperuser(urlFor(place, "superuser", credentials, "postgres"), async (sql) => {
    await ensureRole(sql, roles.owner, credentials.owner);
    await ensureRole(sql, roles.application, credentials.application);
    await ensureDatabase(sql);
  });
  await asSuperuser(urlFor(place, "superuser", credentials, databaseName), async (sql) => {
    for (const extension of extensions) await sql`create extension if not exists ${sql(extension)}`;
  });
}

async function ensureRole(sql: Sql, role: string, password: string) {
  const known = await sql`select from pg_roles where rolname = ${role}`;
  if (known.length === 0) await sql.unsafe(`create role ${role} ${attributes} password '${password}'`);
}

async function ensureDatabase(sql: Sql) {
  const known = await sql`select from pg_database where datname = ${databaseName}`;
  if (known.length === 0) await sql`create database ${sql(databaseName)} owner ${sql(roles.owner)}`;
  await sql`revoke all on database ${sql(databaseName)} from public`;
  await sql`grant connect on database ${sql(databaseName)} to ${sql(roles.application)}`;
}

async function asSuperuser(url: string, work: (sql: Sql) => Promise<void>) {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
