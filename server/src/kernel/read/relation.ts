import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import { type Fragment, identifier, sql } from "./fragment.ts";
import type { Reading } from "./reading.ts";

/** A column as both drizzle and our queries describe it. */
export interface ColumnReference {
  readonly name: string;
  readonly notNull: boolean;
}

/** Rows a type is read from: a table, or a query that may depend on the field's arguments. */
export interface Relation {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnReference>>;
  /** What stands after `from`; a query's stands in parentheses and binds the bureau by itself. */
  readonly source: (reading: Reading) => Fragment;
  readonly isTable: boolean;
  /** The table that it is, or whose rows a query tells of: a command holds them there. */
  readonly table?: Table;
  /** What the query adds to the table's row of this moment, with its id; without it, all that the query gives. */
  readonly beside?: (reading: Reading) => Fragment;
  /** Made of all of a bureau's grids or members, however few of its rows are asked for. */
  readonly isHeavy: boolean;
}

type Nullability = "null" | "not null";
interface Queried<C extends Record<string, Nullability> = Record<string, Nullability>> {
  readonly relation: Relation;
  readonly shape: C;
}
export type Query<C extends Record<string, Nullability>> = Queried<C> & { readonly [K in keyof C]: ColumnReference };

export type Rows = Table | Queried;
export type ColumnsOf<R extends Rows> = R extends Table ? R["_"]["columns"] : R extends { shape: infer C } ? C : never;
/** The columns of one use of a relation in a statement, each under its alias. */
export type RowOf<R extends Rows> = { readonly [K in keyof ColumnsOf<R>]: Fragment };

const relations = new WeakMap<Table, Relation>();

export function relationOf(rows: Rows): Relation {
  if (!is(rows, Table)) return rows.relation;
  const known = relations.get(rows);
  if (known) return known;
  const name = getTableName(rows);
  const relation = {
    name,
    columns: getTableColumns(rows),
    source: () => identifier(name),
    isTable: true,
    table: rows,
    isHeavy: false,
  };
  relations.set(rows, relation);
  return relation;
}

/**
 * Rows that a query makes. Its columns are the snake_case of the keys; `build` must give them all and keep to
 * `reading.bureau`.
 */
export function query<const C extends Record<string, Nullability>>(
  name: string,
  shape: C,
  build: (reading: Reading) => Fragment,
  { isHeavy = false, table, beside }: { isHeavy?: boolean } & Pick<Relation, "table" | "beside"> = {},
): Query<C> {
  const columns = Object.fromEntries(
    Object.entries(shape).map(([key, nullable]) => [key, { name: snakeCase(key), notNull: nullable === "not null" }]),
  ) as { [K in keyof C]: ColumnReference };
  const relation: Relation = {
    name,
    columns,
    source: (reading) => sql`(${build(reading)})`,
    isTable: false,
    table,
    beside: beside && ((reading) => sql`(${beside(reading)})`),
    isHeavy,
  };
  return { ...columns, relation, shape };
}

export const under = (alias: string, column: ColumnReference): Fragment =>
  sql`${identifier(alias)}.${identifier(column.name)}`;

export function rowUnder<R extends Rows>(rows: R, alias: string): RowOf<R> {
  const entries = Object.entries(relationOf(rows).columns).map(([key, column]) => [key, under(alias, column)]);
  return Object.fromEntries(entries) as RowOf<R>;
}

const snakeCase = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
