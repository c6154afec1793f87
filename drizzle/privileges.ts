import type { Sql } from "postgres";

const appendOnly = ["audit_entries", "outbox_events"];
const readOnly = ["audit_heads"];
const deletable = ["role_grants", "duty_holders", "idempotency_keys"];

/** What the application role may do: nothing is owned, deleted or truncated that is history. Safe to repeat. */
export async function grantPrivileges(owner: Sql, role: string) {
  const grantee = owner(role);
  await owner`revoke all on all tables in schema public from ${grantee}`;
  await owner`grant usage on schema public, drizzle to ${grantee}`;
  await owner`grant select on drizzle.__drizzle_migrations to ${grantee}`;
  await owner`grant select, insert, update on all tables in schema public to ${grantee}`;
  for (const table of appendOnly) await owner`revoke update on ${owner(table)} from ${grantee}`;
  for (const table of readOnly) await owner`revoke insert, update on ${owner(table)} from ${grantee}`;
  for (const table of deletable) await owner`grant delete on ${owner(table)} to ${grantee}`;
}
