import type { Sql, Transaction } from "#kernel/command";
import { type By, recordFor } from "#kernel/record";
import { deedsOf } from "./import-deeds.ts";
import type { ImportRow } from "./import.store.ts";
import type { WrittenList } from "./plan-file.ts";

interface Left {
  list: WrittenList;
  portion: string;
  position: number;
  by: By;
}

export async function leaveDeeds({ sql, bureauId, now }: Transaction, run: ImportRow, left: Left) {
  const { list, portion, position, by } = left;
  await sql`
    insert into import_deeds (bureau_id, run_id, position, list, rows, file_name, at, by)
    values (${bureauId}, ${run.id}, ${position}, ${list}, ${portion}::text::jsonb, ${run.fileName}, ${now}, ${sql.json({ ...by })})`;
}

interface LeftRow {
  runId: string;
  position: number;
  list: WrittenList;
  rows: never[];
  fileName: string;
  at: Date;
  by: By;
}

/**
 * Appends the audit rows of the next portion, which is then no longer left; false where none is. Of several servers one does. The
 * next one is chosen once: joined to, PostgreSQL may choose anew for each row it compares, and pass over those it has taken.
 */
export async function recordNext(sql: Sql, bureauId: string): Promise<boolean> {
  const [left] = await sql<LeftRow[]>`
    with next as materialized (
      select run_id, position from import_deeds where bureau_id = ${bureauId} order by run_id, position limit 1 for update skip locked)
    delete from import_deeds d using next
    where d.bureau_id = ${bureauId} and d.run_id = next.run_id and d.position = next.position
    returning d.run_id, d.position, d.list, d.rows, d.file_name, d.at, d.by`;
  if (!left) return false;
  await recordFor({ sql, bureauId }, left.by, left.at, deedsOf[left.list](left.rows, left.fileName));
  return true;
}
