import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { jobsSchema, jobsVersionOf } from "@maple-bridge/drizzle/jobs";
import type { Sql, TransactionSql } from "postgres";
import type { TableOf } from "./parts.ts";

/** The same text of every value, whatever the server's settings, and no bound on how long a part may take. */
export const copySettings = {
  datestyle: "ISO, YMD",
  intervalstyle: "postgres",
  timezone: "UTC",
  bytea_output: "hex",
  extra_float_digits: "1",
  statement_timeout: "0",
  idle_in_transaction_session_timeout: "0",
};

/** Of the queue, what is about its tables and their upkeep: made anew where they are. */
const ofTheQueueItself = new Set(["version", "bam"]);

export async function settleForCopies(sql: TransactionSql) {
  for (const [name, value] of Object.entries(copySettings)) await sql`select set_config(${name}, ${value}, true)`;
}

export interface GuardedTable extends TableOf {
  /** Its rows are told of one bureau at a time. */
  isGuarded: boolean;
}

/** All tables of ours and of the queue with their columns, those that are worked out by the database left out. */
export async function tablesOf(sql: Sql | TransactionSql): Promise<GuardedTable[]> {
  const tables = await sql<GuardedTable[]>`
    select n.nspname as schema, c.relname as name, c.relrowsecurity as "isGuarded",
      array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where n.nspname in ('public', ${jobsSchema}) and c.relkind in ('r', 'p') and not c.relispartition
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    group by 1, 2, 3 order by 1 desc, 2`;
  return tables.filter(({ schema, name }) => schema !== jobsSchema || !ofTheQueueItself.has(name));
}

export async function levelOf(sql: Sql | TransactionSql) {
  const migrations = await sql<{ when: number; hash: string }[]>`
    select created_at::float8 as "when", hash from drizzle.__drizzle_migrations order by created_at, id`;
  const [server] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
  return {
    migrations: [...migrations],
    jobs: (await jobsVersionOf(sql)) ?? 0,
    postgres: server!.version,
  };
}

export async function bureausOf(sql: Sql | TransactionSql): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`select bureaus_to_tend() as id`;
  return rows.map(({ id }) => id);
}

export const actFor = (sql: TransactionSql, bureauId: string) =>
  sql`select set_config('maple.bureau_id', ${bureauId}, true)`;

const nameOf = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const placeOfTable = ({ schema, name }: Pick<TableOf, "schema" | "name">) => `${nameOf(schema)}.${nameOf(name)}`;
export const columnsOf = ({ columns }: Pick<TableOf, "columns">) => columns.map(nameOf).join(", ");

/**
 * The rows of a table as COPY writes them: as text, which any later PostgreSQL reads on any machine; the binary form is a type's own
 * affair. Asked as a query, so that whoever is held to row-level security may ask, too.
 */
export async function* copyOut(sql: TransactionSql, table: GuardedTable, bureaus: readonly string[]) {
  const all = `select ${columnsOf(table)} from ${placeOfTable(table)}`;
  if (!table.isGuarded) return yield* streamed(sql, all);
  for (const bureauId of bureaus) {
    await actFor(sql, bureauId);
    yield* streamed(sql, `${all} where bureau_id = '${bureauId}'`);
  }
}

async function* streamed(sql: TransactionSql, query: string): AsyncGenerator<Buffer> {
  const rows: Readable = await sql.unsafe(`copy (${query}) to stdout`).readable();
  let held: Buffer[] = [];
  let size = 0;
  // It comes row by row; what follows is done for many of them at once.
  for await (const bytes of rows) {
    held.push(bytes);
    size += bytes.length;
    if (size < gatheredBytes) continue;
    yield Buffer.concat(held, size);
    [held, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(held, size);
}

const gatheredBytes = 64 * 1_024;
const filesAtOnce = 500;

/** The files that a bureau's photos refer to, each once, as the snapshot knows of them. */
export async function* filesOf(sql: TransactionSql, bureaus: readonly string[]) {
  for (const bureauId of bureaus) {
    await actFor(sql, bureauId);
    let last = "";
    for (;;) {
      const rows: { digest: string }[] = await sql`
        select digest from (
          select kept_digest as digest from evidence_files where bureau_id = ${bureauId} and kept_digest > ${last}
          union select thumbnail_digest from evidence_files where bureau_id = ${bureauId} and thumbnail_digest > ${last}
        ) d order by digest limit ${filesAtOnce}`;
      for (const { digest } of rows) yield { bureauId, digest };
      if (rows.length < filesAtOnce) break;
      last = rows.at(-1)!.digest;
    }
  }
}

/** Tells keys apart and nothing else of them: it is the hash of 32 random bytes. */
export const fingerprintOf = (key: Buffer) =>
  createHash("sha256").update("maple seal key").update(key).digest("hex").slice(0, 16);
