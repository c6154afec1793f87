import { randomBytes } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { inject } from "vitest";

export interface TestDatabase {
  ownerUrl: string;
  applicationUrl: string;
  applicationRole: string;
  superuserUrl: string;
}

/** The migrated database of this worker. Its tests share it, each in a bureau of its own. */
export async function workerDatabase(): Promise<TestDatabase> {
  const name = `worker_${process.env["VITEST_POOL_ID"]}`;
  await copyTemplate(name);
  return urlsOf(name);
}

/** A migrated database of its own, for tests that count or change what all share. */
export async function freshDatabase(): Promise<TestDatabase> {
  const name = `fresh_${randomBytes(6).toString("hex")}`;
  await copyTemplate(name);
  return urlsOf(name);
}

/** A copy of a database that nobody is connected to. */
export async function copyOf({ ownerUrl }: TestDatabase): Promise<TestDatabase> {
  const name = `copy_${randomBytes(6).toString("hex")}`;
  await copyTemplate(name, new URL(ownerUrl).pathname.slice(1));
  return urlsOf(name);
}

/**
 * A database that is dear to fill, for all workers: whoever comes first fills it, the others wait until it is there. To be copied (`copyOf`), not
 * entered. What filling it told is told to all, as JSON has it.
 */
export async function filledOnce<T>(name: string, fill: (database: TestDatabase) => Promise<T>) {
  const { superuserUrl } = inject("postgres");
  const sql = postgres(superuserUrl, { database: "postgres", max: 1, onnotice: () => {} });
  try {
    // Held until the connection ends, however it ends.
    await sql`select pg_advisory_lock(hashtext(${name}))`;
    const database = urlsOf(name);
    const told = (await toldOf<T>(sql, name)) ?? (await fillIt(sql, name, () => fill(database)));
    return { database, told };
  } finally {
    await sql.end();
  }
}

/** It says so when it is filled: one whose filling failed is made anew. */
async function fillIt<T>(sql: Sql, name: string, fill: () => Promise<T>): Promise<T> {
  await sql`drop database if exists ${sql(name)}`;
  await copyTemplate(name);
  const told = JSON.stringify(await fill());
  await sql.unsafe(`comment on database "${name}" is '${told.replaceAll("'", "''")}'`);
  return JSON.parse(told) as T;
}

async function toldOf<T>(sql: Sql, name: string): Promise<T | undefined> {
  const [known] = await sql<{ told: string | null }[]>`
    select shobj_description(oid, 'pg_database') as told from pg_database where datname = ${name}`;
  return typeof known?.told === "string" ? (JSON.parse(known.told) as T) : undefined;
}

async function copyTemplate(name: string, template = inject("postgres").template) {
  const { superuserUrl, ownerUrl } = inject("postgres");
  const sql = postgres(superuserUrl, { database: "postgres", max: 1, onnotice: () => {} });
  const known = await sql`select from pg_database where datname = ${name}`;
  if (known.length === 0) {
    // By its files: through the log it would take five times as long.
    await sql`create database ${sql(name)} template ${sql(template)} owner ${sql(new URL(ownerUrl).username)} strategy file_copy`;
  }
  await sql.end();
}

function urlsOf(name: string): TestDatabase {
  const { superuserUrl, ownerUrl, applicationUrl } = inject("postgres");
  const inDatabase = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return {
    superuserUrl: inDatabase(superuserUrl),
    ownerUrl: inDatabase(ownerUrl),
    applicationUrl: inDatabase(applicationUrl),
    applicationRole: new URL(applicationUrl).username,
  };
}
