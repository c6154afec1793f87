import type { Sql } from "postgres";

const oldestMajor = 15;

/** Refuses a server that is older than the SQL that is sent to it. */
export async function assertServerVersion(sql: Sql) {
  const [row] = await sql<{ version: string }[]>`select current_setting('server_version_num') as version`;
  const major = Math.floor(Number(row?.version) / 10_000);
  if (!(major >= oldestMajor)) {
    throw new Error(`PostgreSQL ${major} is too old: Maple Bridge needs ${oldestMajor} or later.`);
  }
}

/** Refuses a role that row-level security would not bind: it, or a role it may become, is mighty or owns something. */
export async function assertApplicationRole(sql: Sql) {
  const mighty = await sql<{ name: string; reason: string }[]>`
    with recursive mine (oid) as (
      select oid from pg_roles where rolname in (current_user, session_user)
      union
      select granted.roleid from pg_auth_members granted join mine on granted.member = mine.oid
    ), owned (oid, reason) as (
      select datdba, 'owns the database ' || datname from pg_database
      union all select nspowner, 'owns the schema ' || nspname from pg_namespace where nspname not like 'pg\_temp%'
      union all select relowner, 'owns the relation ' || relname from pg_class where relpersistence <> 't'
      union all select proowner, 'owns the function ' || proname from pg_proc
    ), reasons (oid, reason) as (
      select oid, 'is a superuser' from pg_roles where rolsuper
      union all select oid, 'has BYPASSRLS' from pg_roles where rolbypassrls
      union all select oid, 'has CREATEROLE' from pg_roles where rolcreaterole
      union all (select distinct on (oid) oid, reason from owned)
    )
    select rolname as name, reason from reasons join mine using (oid) join pg_roles using (oid)`;
  if (mighty.length === 0) return;
  const named = mighty.map(({ name, reason }) => `${name} ${reason}`).join(", ");
  throw new Error(`The application's database role must be an ordinary one that owns nothing, but ${named}.`);
}
