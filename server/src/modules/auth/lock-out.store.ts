import { createHash } from "node:crypto";
import type { Transaction } from "#kernel/command";
import { type LockOut, lockOutOf, mostFailures } from "./lock-out.rules.ts";

/** What a name that no account has is known by in the audit log. */
export function idOfNobody(bureauId: string, name: string): string {
  const hex = createHash("sha256").update(`${bureauId}:${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export async function lockOutOfNobody(
  { sql, bureauId }: Pick<Transaction, "sql" | "bureauId">,
  id: string,
): Promise<LockOut> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`;
  const entries = await sql<{ action: string; at: Date }[]>`
    select action, at from audit_entries where bureau_id = ${bureauId} and entity_id = ${id} order by sequence desc limit ${mostFailures}`;
  return lockOutOf(entries);
}
