import { missingMigrations } from "@maple-bridge/drizzle/migrated";
import { assertApplicationRole, assertServerVersion } from "../../postgres/assert-server.ts";
import { bad, type CheckThere, soon, well } from "./finding.ts";

export const versionCheck: CheckThere = async ({ sql }) => {
  const [row] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
  const version = row!.version;
  return assertServerVersion(sql).then(
    () => [well("POSTGRES_VERSION", { version })],
    () => [bad("POSTGRES_OLD", { version })],
  );
};

/** What an acknowledged write rests on. */
const needed = { fsync: "on", full_page_writes: "on" } as const;

export const durabilityCheck: CheckThere = async ({ sql }) => {
  const settings = await sql<{ name: string; setting: string }[]>`
    select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'data_checksums')`;
  const wrong = settings.filter(({ name, setting }) => needed[name as keyof typeof needed] && setting !== "on");
  const found = wrong.map(({ name }) => bad("POSTGRES_NOT_DURABLE", { setting: name }));
  const sums = settings.find(({ name }) => name === "data_checksums");
  if (sums?.setting === "off") found.push(soon("POSTGRES_NO_CHECKSUMS"));
  return found.length > 0 ? found : [well("POSTGRES_DURABLE")];
};

export const roleCheck: CheckThere = async ({ sql, postgres }) =>
  assertApplicationRole(sql).then(
    () => [well("ROLE_ORDINARY", { role: postgres.applicationRole })],
    (error: Error) => [bad("ROLE_MIGHTY", { reason: error.message })],
  );

/** Each table of a bureau's rows is guarded, from its owner, too, and has a policy. */
export const guardsCheck: CheckThere = async ({ sql }) => {
  const open = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'bureau_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity
      and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_bureau'))
    order by 1`;
  return open.length > 0 ? open.map(({ name }) => bad("TABLE_UNGUARDED", { table: name })) : [well("TABLES_GUARDED")];
};

export const migrationsCheck: CheckThere = async ({ sql }) => {
  const missing = await missingMigrations(sql);
  return missing.length > 0
    ? [bad("MIGRATIONS_MISSING", { migrations: missing.join(", ") })]
    : [well("MIGRATIONS_APPLIED")];
};

const mostSeconds = 5;

/** Periods and due times come of both clocks. */
export const clockCheck: CheckThere = async ({ sql }) => {
  const before = Date.now();
  const [row] = await sql<{ at: number }[]>`select extract(epoch from clock_timestamp())::float8 * 1000 as at`;
  const middle = (before + Date.now()) / 2;
  const seconds = Math.abs(row!.at - middle) / 1_000;
  return [seconds > mostSeconds ? bad("CLOCKS_DIFFER", { seconds: Math.round(seconds) }) : well("CLOCKS_AGREE")];
};

/** What a restore locks, which takes one database away and builds another; each table with all that hangs on it is some sixty. */
const locksOfTable = 80;

export const locksCheck: CheckThere = async ({ sql }) => {
  const [row] = await sql<{ room: number; tables: number }[]>`
    select current_setting('max_locks_per_transaction')::int
        * (current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int) as room,
      (select count(*)::int from pg_class where relkind in ('r', 'p') and relnamespace in ('public'::regnamespace, 'maple_jobs'::regnamespace)) as tables`;
  const { room, tables } = row!;
  return [room < tables * locksOfTable ? soon("LOCKS_FEW", { room }) : well("LOCKS_ENOUGH")];
};
