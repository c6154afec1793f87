import { isDeepStrictEqual } from "node:util";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Row } from "postgres";
import type { Changes } from "./changes.ts";
import { bytesText } from "./database/insertion.ts";
import { arrayLiteral } from "./read/reading.ts";
import { atCommit, type Transaction } from "./transaction.ts";

type Place = Pick<Transaction, "sql" | "bureauId">;

/** A row that was written: of what was given, what differs. */
export interface Changed<T extends object> extends Changes<T> {
  id: string;
}

/** A column's value that follows from what stands in the row. */
export class Reckoned {
  readonly text: string;
  readonly value: unknown;
  /** `text` is SQL, and `$` in it the value: `reckoned("items + $", 1)`. */
  constructor(text: string, value: unknown) {
    this.text = text;
    this.value = value;
  }
}
export const reckoned = (text: string, value: unknown) => new Reckoned(text, value);

type Values<C> = { readonly [F in keyof C]: C[F] | Reckoned | undefined };

/**
 * Brings rows to these values, by the table's field names, and raises their versions; with none, what belongs to a row has changed. A
 * row in which nothing differs is left as it is. Gives those that were written, in the order of their ids as given: `before` and
 * `after` are what the audit log is told. It is sent as it is called: whoever needs no answer need not wait for it (`unawaited`).
 */
export async function update<C extends object, T extends PgTable = PgTable>(
  { sql, bureauId }: Place,
  table: T,
  ids: string | readonly string[],
  change: Values<C> & { readonly [F in Exclude<keyof C, keyof T["$inferInsert"]>]?: never },
  /** Whoever has looked at the row may go on from what was seen: the version stays. */
  { isUnseen } = { isUnseen: false },
): Promise<Changed<C>[]> {
  const asked = typeof ids === "string" ? [ids] : ids;
  if (asked.length === 0) return [];
  const given = givenIn(change);
  const text = textOf(table, given, { areMany: asked.length > 1, isUnseen, isTold: true });
  const values = [bureauId, arrayLiteral(asked), ...valuesOf(table, given)] as string[];
  const rows = await sql.unsafe<Row[]>(text, values, { prepare: true });
  const fields = given.map(([field]) => field);
  const changed = rows.map((row) => changedIn<C>(row, fields));
  return changed.sort((one, other) => asked.indexOf(one.id) - asked.indexOf(other.id));
}

/**
 * The same for a row that the command holds and knows to differ, where nobody asks what stood there: nothing is compared or told. It goes
 * with the commit, or before whatever else the command asks its connection.
 */
export async function overwrite<T extends PgTable>(
  tx: Transaction,
  table: T,
  id: string,
  change: object,
  { isUnseen } = { isUnseen: false },
): Promise<void> {
  const given = givenIn(change);
  const text = textOf(table, given, { areMany: false, isUnseen, isTold: false });
  const values = [arrayLiteral([id]), ...valuesOf(table, given)] as string[];
  await atCommit(tx, { row: `${getTableName(table)} ${id}`, part: { text, values } });
}

const givenIn = (change: object): Given =>
  Object.entries(change as Readonly<Record<string, unknown>>).filter(([, value]) => value !== undefined);

function valuesOf(table: PgTable, given: Given) {
  const own: Record<string, PgColumn> = getTableColumns(table);
  return given.map(([field, value]) => asText(own[field]!, value instanceof Reckoned ? value.value : value));
}

/** PostgreSQL's text form of a value. */
function asText(column: PgColumn, value: unknown): string | null {
  if (value === null) return null;
  if (column.getSQLType() === "jsonb") return JSON.stringify(value);
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return bytesText(value);
  if (Array.isArray(value)) return arrayLiteral(value.map(String));
  if (typeof value === "object") throw new Error(`Column ${column.name} takes no such value.`);
  return String(value);
}

type Given = readonly (readonly [field: string, value: unknown])[];

interface How {
  areMany: boolean;
  isUnseen: boolean;
  isTold: boolean;
}

const texts = new WeakMap<PgTable, Map<string, string>>();

/** Composed once for each set of fields. */
function textOf(table: PgTable, given: Given, how: How): string {
  const ofTable = texts.get(table) ?? new Map<string, string>();
  texts.set(table, ofTable);
  const named = given.map(([field, value]) => (value instanceof Reckoned ? `${field}=${value.text}` : field));
  const key = `${how.areMany} ${how.isUnseen} ${how.isTold} ${named.join()}`;
  const text = ofTable.get(key) ?? composed(table, given, how);
  ofTable.set(key, text);
  return text;
}

/** Of many rows each waits for its lock in the order of their ids, so that commands never wait in a ring. */
function composed(table: PgTable, given: Given, { areMany, isUnseen, isTold }: How): string {
  const own: Record<string, PgColumn> = getTableColumns(table);
  const name = `"${getTableName(table)}"`;
  const id = `"${(own["id"] ?? own["bureauId"]!).name}"`;
  const columns = given.map(([field, value], index) => {
    const column = own[field]!;
    const parameter = `$${index + 3}::text::${column.getSQLType()}`;
    return {
      name: `"${column.name}"`,
      value: value instanceof Reckoned ? value.text.replace("$", () => parameter) : parameter,
    };
  });
  const set = columns.map((column) => `${column.name} = ${column.value}`);
  if (own["version"] && !isUnseen) set.push("version = version + 1");
  const differs = columns.map((column) => `${column.name} is distinct from ${column.value}`);
  const told = columns.map(
    (column, index) => `, old.${column.name} as was_${index}, new.${column.name} as is_${index}`,
  );
  const among = `bureau_id = $1::uuid and ${id} = any($2::text::uuid[])`;
  const held = `with held as materialized (select ${id} as held_id from ${name} where ${among} order by ${id} for no key update)`;
  return `${areMany ? held : ""} update ${name} set ${set.join(", ")} ${areMany ? "from held" : ""}
    where ${areMany ? `bureau_id = $1::uuid and ${id} = held_id` : among} ${isTold && differs.length > 0 ? `and (${differs.join(" or ")})` : ""}
    ${isTold ? `returning ${id} as id${told.join("")}` : ""}`;
}

function changedIn<T extends object>(row: Row, fields: readonly string[]): Changed<T> {
  const differing = fields
    .map((field, index) => [field, index] as const)
    .filter(([, index]) => !isDeepStrictEqual(row[`was${index}`], row[`is${index}`]));
  const told = (when: "was" | "is") =>
    Object.fromEntries(differing.map(([field, index]) => [field, row[`${when}${index}`]])) as Partial<T>;
  return { id: row["id"] as string, before: told("was"), after: told("is") };
}
