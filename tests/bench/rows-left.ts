import type { Sql } from "postgres";

const ofItself = ["created_at", "at", "sequence", "hash", "previous_hash", "request_id", "key", "input_hash"];

/** The newest row of a table, without what is new in every row. */
export async function newest(
  sql: Sql,
  bureauId: string,
  table: string,
  order: string,
  without: readonly string[] = [],
): Promise<object[]> {
  const rows = await sql<{ row: object }[]>`
    select to_jsonb(t) - ${[...ofItself, ...without]}::text[] as row from ${sql(table)} t where bureau_id = ${bureauId} order by ${sql(order)} desc limit 1`;
  return rows.map(({ row }) => row);
}

/** What every command writes besides: the audit row, the outbox row and the key. */
export const recorded = async (sql: Sql, bureauId: string) => ({
  entries: await newest(sql, bureauId, "audit_entries", "sequence", ["id"]),
  events: await newest(sql, bureauId, "outbox_events", "at", ["id"]),
  keys: await newest(sql, bureauId, "idempotency_keys", "created_at"),
});
