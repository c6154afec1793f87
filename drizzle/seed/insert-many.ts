import { getTableColumns, sql } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";

const rowsAtOnce = 2_000;

/** Rows of the same columns, as one text: a parameter for each value costs a multiple of it. */
export async function insertMany(
  tx: Pick<PostgresJsDatabase, "execute">,
  table: PgTable,
  bureauId: string,
  rows: readonly object[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = getTableColumns(table);
  const named = ["bureauId", ...Object.keys(first)].map((key) => [key, columns[key]!.name] as const);
  const name = sql.identifier(getTableConfig(table).name);
  const list = sql.join(
    named.map(([, column]) => sql.identifier(column)),
    sql`, `,
  );
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const written = rows.slice(start, start + rowsAtOnce).map((row) => {
      const values: Record<string, unknown> = Object.assign({ bureauId }, row);
      return Object.fromEntries(named.map(([key, column]) => [column, values[key] ?? null]));
    });
    await tx.execute(
      sql`insert into ${name} (${list}) select ${list} from json_populate_recordset(null::${name}, ${JSON.stringify(written)}::json)`,
    );
  }
}
