import type { Sql, TransactionSql } from "postgres";
import { jobsSchema } from "./jobs.ts";

const appendOnly = [
  "audit_entries",
  "audit_chain_checks",
  "audit_chain_results",
  "outbox_events",
  "work_events",
  "work_ticks",
  "scene_reports",
  "case_answers",
  "community_feedbacks",
  "rectifications",
  "linkage_responses",
  "task_results",
  "dispositions",
  "duty_catalogue_copies",
  "checklist_batches",
  "run_reports",
  "run_answers",
  "run_hazards",
  "review_lines",
  "review_comments",
  "recheck_draws",
  "recheck_results",
  "work_pasts",
  "work_clock_moves",
  "matter_pasts",
];
const readOnly = ["audit_heads"];
const deletable = [
  "calendar_days",
  "calendar_shifts",
  "checklist_items",
  "checklist_owers",
  "evidence_files",
  "role_grants",
  "duty_holders",
  "grid_facts",
  "idempotency_keys",
  "import_deeds",
  "import_errors",
  "import_file_portions",
  "password_tries",
  "known_devices",
  "member_units",
  "service_breaks",
  "sessions",
  "stored_files",
];

/** What the application role may do: nothing is owned, deleted or truncated that is history. Safe to repeat while it is at work. */
export const grantPrivileges = (sql: Sql, role: string) => sql.begin((owner) => grant(owner, role));

export async function grant(owner: TransactionSql, role: string) {
  const grantee = owner(role);
  await owner`revoke all on all tables in schema public from ${grantee}`;
  await owner`grant usage on schema public, drizzle to ${grantee}`;
  await owner`grant select on drizzle.__drizzle_migrations to ${grantee}`;
  await owner`grant select, insert, update on all tables in schema public to ${grantee}`;
  for (const table of appendOnly) await owner`revoke update on ${owner(table)} from ${grantee}`;
  for (const table of readOnly) await owner`revoke insert, update on ${owner(table)} from ${grantee}`;
  await owner`grant execute on function audit_heads_to_keep(), broken_audit_chains(), outbox_reaches_back_to(), bureaus_to_tend(), bureaus_with_work_due(timestamptz) to ${grantee}`;
  for (const table of deletable) await owner`grant delete on ${owner(table)} to ${grantee}`;
  await owner`grant usage on schema ${owner(jobsSchema)} to ${grantee}`;
  await owner`grant select, insert, update, delete on all tables in schema ${owner(jobsSchema)} to ${grantee}`;
}
