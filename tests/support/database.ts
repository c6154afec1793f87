import { randomBytes } from "node:crypto";
import postgres from "postgres";
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

async function copyTemplate(name: string, template = inject("postgres").template) {
  const { superuserUrl, ownerUrl } = inject("postgres");
  const sql = postgres(superuserUrl, { database: "postgres", max: 1, onnotice: () => {} });
  const known = await sql`select from pg_database where datname = ${name}`;
  if (known.length === 0) {
    await sql`create database ${sql(name)} template ${sql(template)} owner ${sql(new URL(ownerUrl).username)}`;
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
