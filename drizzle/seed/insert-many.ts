import { type Column, getTableColumns } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import type { TransactionSql } from "postgres";

const rowsAtOnce = 2_000;

/**
 * Rows as one text: a parameter for each value costs a multiple of it. What the table has no column for is not written; a default that
 * the database works out is given by every row or by none.
 */
export async function insertMany(
  sql: TransactionSql,
  table: PgTable,
  bureauId: string,
  rows: readonly object[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const text = insertionInto(table, bureauId, first);
  await oneAhead(rows, rowsAtOnce, (portion) => sql.unsafe(text, [JSON.stringify(portion)]));
}

/** In their order; the next portion is made ready while one is written. */
export async function oneAhead<T>(
  rows: readonly T[],
  atOnce: number,
  write: (portion: readonly T[]) => Promise<unknown>,
) {
  async function everySecond(first: number) {
    for (let start = first; start < rows.length; start += 2 * atOnce) await write(rows.slice(start, start + atOnce));
  }
  await Promise.all([everySecond(0), everySecond(atOnce)]);
}

function insertionInto(table: PgTable, bureauId: string, first: object): string {
  const columns = Object.entries(getTableColumns(table)).filter(
    ([key, column]) => key !== "bureauId" && !column.generated && (key in first || !isWorkedOut(column)),
  );
  const list = (of: (key: string, column: Column) => string) => columns.map(([key, column]) => of(key, column)).join();
  const names = list((_, { name }) => `"${name}"`);
  const values = list((key, column) =>
    isPlain(column) ? `coalesce(r."${key}", '${String(column.default)}')` : `r."${key}"`,
  );
  const shape = list((key, column) => `"${key}" ${column.getSQLType()}`);
  return `insert into "${getTableConfig(table).name}" ("bureau_id", ${names}) select '${bureauId}', ${values} from json_to_recordset($1::text::json) as r (${shape})`;
}

const isPlain = ({ default: usual }: Column) => usual !== undefined && typeof usual !== "object";
const isWorkedOut = ({ default: usual }: Column) => typeof usual === "object";
