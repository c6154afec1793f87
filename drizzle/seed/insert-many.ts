import { type Column, getTableColumns } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import type { TransactionSql } from "postgres";
import { asTable, columnsOf, type Shape } from "./as-columns.ts";

const rowsAtOnce = 2_000;

/**
 * What the table has no column for is not written; a default that the database works out is given by every row or by none.
 */
export async function insertMany(
  sql: TransactionSql,
  table: PgTable,
  bureauId: string,
  rows: readonly object[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = columnsInto(table, first);
  const shape = Object.fromEntries(columns.map(([key, column]) => [key, column.getSQLType()]));
  const text = insertionInto(table, bureauId, columns, shape);
  await oneAhead(rows, rowsAtOnce, (portion) => sql.unsafe(text, columnsOf(shape, portion), { prepare: true }));
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

const columnsInto = (table: PgTable, first: object) =>
  Object.entries(getTableColumns(table)).filter(
    ([key, column]) => key !== "bureauId" && !column.generated && (key in first || !isWorkedOut(column)),
  );

function insertionInto(table: PgTable, bureauId: string, columns: readonly [string, Column][], shape: Shape): string {
  const names = columns.map(([, { name }]) => `"${name}"`);
  const values = columns.map(([key, column]) =>
    isPlain(column) ? `coalesce(r."${key}", '${String(column.default)}')` : `r."${key}"`,
  );
  return `insert into "${getTableConfig(table).name}" ("bureau_id", ${names.join()}) select '${bureauId}', ${values.join()} from ${asTable(shape, 1)}`;
}

const isPlain = ({ default: usual }: Column) => usual !== undefined && typeof usual !== "object";
const isWorkedOut = ({ default: usual }: Column) => typeof usual === "object";
