import type { Transaction } from "#kernel/command";

type Tx = Pick<Transaction, "sql" | "bureauId">;

export interface SessionPolicyRow {
  idleMinutes: number;
  hours: number;
  version: number;
}

export async function lockSessionPolicy({ sql, bureauId }: Tx): Promise<SessionPolicyRow> {
  const [policy] = await sql<SessionPolicyRow[]>`
    select session_idle_minutes as idle_minutes, session_hours as hours, version from bureaus where bureau_id = ${bureauId} for no key update`;
  return policy!;
}

export async function writeSessionPolicy(
  { sql, bureauId }: Tx,
  { idleMinutes, hours }: Omit<SessionPolicyRow, "version">,
) {
  await sql`update bureaus set ${sql({ sessionIdleMinutes: idleMinutes, sessionHours: hours })}, version = version + 1 where bureau_id = ${bureauId}`;
}
