import { pipeline } from "node:stream/promises";
import { applyAll, beginMigrations, type Migration } from "@maple-bridge/drizzle/levels";
import { jobsSchema } from "@maple-bridge/drizzle/jobs";
import type { TransactionSql } from "postgres";
import type { TableOf } from "./parts.ts";
import { columnsOf, placeOfTable, tablesOf } from "./snapshot.store.ts";

/** Of others who are connected: while a server works here, nothing is taken from under it. */
export async function sessionsOf(sql: TransactionSql, role: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and usename = ${role} and pid <> pg_backend_pid()`;
  return row!.count;
}

const isOfExtension = (catalogue: string, oid: string) =>
  `exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${oid} and d.deptype in ('e', 'a', 'i'))`;

/** What drops each kind of thing, as one text. */
const ours = [
  `select string_agg(format('drop %s if exists %s cascade', case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end, oid::regclass), ';') as all
    from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S') and not relispartition and not ${isOfExtension("pg_class", "c.oid")}`,
  `select string_agg(format('drop routine if exists %s cascade', oid::regprocedure), ';') as all
    from pg_proc p where pronamespace = 'public'::regnamespace and not ${isOfExtension("pg_proc", "p.oid")}`,
  `select string_agg(format('drop type if exists %s cascade', oid::regtype), ';') as all
    from pg_type t where typnamespace = 'public'::regnamespace and typtype in ('e', 'd', 'r') and not ${isOfExtension("pg_type", "t.oid")}`,
];

/** Takes away all that is ours in the schema `public`, which extensions share, and what waits in the queue. */
export async function clearAway(sql: TransactionSql) {
  await sql`select set_config('lock_timeout', '60s', true)`;
  for (const statements of ours) {
    const [row] = await sql.unsafe<{ all: string | null }[]>(statements);
    if (row?.all) await sql.unsafe(row.all);
  }
  await sql`drop schema if exists drizzle cascade`;
  const queue = (await tablesOf(sql)).filter(({ schema }) => schema === jobsSchema);
  if (queue.length > 0) await sql.unsafe(`truncate ${queue.map(placeOfTable).join(", ")}`);
}

export async function buildLevel(sql: TransactionSql, migrations: readonly Migration[]) {
  await beginMigrations(sql);
  await applyAll(sql, migrations);
}

interface Loading {
  has(table: TableOf): boolean;
  /** Everything that holds rows to each other and their readers to their bureau, as it was. */
  guardAgain(): Promise<void>;
}

/** Rows come table by table, so what compares them with other tables' waits until all are there; the owner may write of any bureau. */
export async function openForLoading(sql: TransactionSql): Promise<Loading> {
  const tables = await tablesOf(sql);
  const places = new Set(tables.map(placeOfTable));
  const keys = await sql<{ place: string; name: string; definition: string }[]>`
    select k.conrelid::regclass::text as place, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k where k.contype = 'f' and k.conparentid = 0 and k.connamespace in ('public'::regnamespace, ${jobsSchema}::regnamespace)`;
  const triggers = await sql<{ place: string; name: string }[]>`
    select t.tgrelid::regclass::text as place, quote_ident(t.tgname) as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled = 'O' and c.relnamespace in ('public'::regnamespace, ${jobsSchema}::regnamespace)`;
  const guarded = tables.filter(({ isGuarded }) => isGuarded).map(placeOfTable);
  await runAll(sql, [
    ...keys.map(({ place, name }) => `alter table ${place} drop constraint ${name}`),
    ...triggers.map(({ place, name }) => `alter table ${place} disable trigger ${name}`),
    ...guarded.map((place) => `alter table ${place} no force row level security`),
  ]);
  return {
    has: (table) => places.has(placeOfTable(table)),
    guardAgain: () =>
      runAll(sql, [
        ...keys.map(({ place, name, definition }) => `alter table ${place} add constraint ${name} ${definition}`),
        ...triggers.map(({ place, name }) => `alter table ${place} enable trigger ${name}`),
        ...guarded.map((place) => `alter table ${place} force row level security`),
      ]),
  };
}

async function runAll(sql: TransactionSql, statements: readonly string[]) {
  for (const statement of statements) await sql.unsafe(statement);
}

/** Writes rows as COPY wrote them, and gives how many are there then. */
export async function copyIn(sql: TransactionSql, table: TableOf, rows: AsyncIterable<Buffer>): Promise<number> {
  const into = await sql.unsafe(`copy ${placeOfTable(table)} (${columnsOf(table)}) from stdin`).writable();
  await pipeline(rows, into);
  const [row] = await sql.unsafe<{ count: number }[]>(`select count(*)::float8 as count from ${placeOfTable(table)}`);
  return row!.count;
}
