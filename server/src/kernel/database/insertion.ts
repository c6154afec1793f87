import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { PendingQuery, Row } from "postgres";
import type { Sql } from "./in-bureau.ts";

/** Rows for one of a bureau's tables. They go to the database as JSON, however many: one statement, one plan. */
export interface Insertion {
  table: PgTable;
  /** By the table's field names; all of them have the same fields. */
  rows: readonly object[];
}

type Given<T extends PgTable> = Omit<T["$inferInsert"], "bureauId">;

/** As JSON has it: bytes are text. */
type RowOf<T extends PgTable> = {
  [F in keyof Given<T>]: Given<T>[F] extends Buffer ? string : Given<T>[F];
};

export const bytesText = (bytes: Buffer) => `\\x${bytes.toString("hex")}`;

export const insertion = <T extends PgTable>(table: T, rows: readonly RowOf<T>[]): Insertion => ({ table, rows });

/** One insertion for each table that has rows to come, in their order. */
function byTable(insertions: readonly Insertion[]): Insertion[] {
  const tables = new Map<PgTable, object[]>();
  for (const { table, rows } of insertions) {
    const ofTable = tables.get(table) ?? [];
    for (const row of rows) ofTable.push(row);
    tables.set(table, ofTable);
  }
  return Array.from(tables, ([table, rows]) => ({ table, rows })).filter(({ rows }) => rows.length > 0);
}

/** A statement whose first parameter is the bureau, to be run by itself or as a part of another. */
export interface Part {
  text: string;
  /** Those after the bureau. */
  values: readonly string[];
}

/** Statements that insert it all in the tables' order, each as much as one does well within its time; rows keep theirs. The parts are run first. */
export function insertStatements(
  sql: Sql,
  bureauId: string,
  insertions: readonly Insertion[],
  parts: readonly Part[] = [],
): PendingQuery<Row[]>[] {
  const merged = byTable(insertions);
  const most = Math.max(0, ...merged.map(({ rows }) => rows.length));
  return Array.from({ length: Math.ceil(most / mostAtOnce) }, (_, index) => {
    const portion = merged
      .map(({ table, rows }) => ({ table, rows: rows.slice(index * mostAtOnce, (index + 1) * mostAtOnce) }))
      .filter(({ rows }) => rows.length > 0);
    return inserting(sql, bureauId, portion.toReversed(), index === 0 ? parts : []);
  });
}

const mostAtOnce = 1_000;

/** A part for each insertion. PostgreSQL runs the parts that nothing refers to from the last to the first. */
function inserting(sql: Sql, bureauId: string, insertions: readonly Insertion[], parts: readonly Part[]) {
  const text = statementOf(
    insertions.map(({ table, rows }) => textsOf(table, rows[0]!)),
    parts,
  );
  const values = [...insertions.map(({ rows }) => sql.json(rows as never)), ...parts.flatMap((part) => part.values)];
  return sql.unsafe<Row[]>(text, [bureauId, ...values], { prepare: true });
}

const statements = new Map<string, string>();

/** Composed once for what is written together: the first parameter is the bureau, then come the rows of each insertion and the values of each part. */
function statementOf(insertions: readonly Texts[], parts: readonly Part[]): string {
  const key = [insertions.map(({ id }) => id).join(), ...parts.map(({ text }) => text)].join();
  let text = statements.get(key);
  if (text === undefined) {
    const inserts = insertions.map(
      ({ into, fields, shape }, index) =>
        `part_${index} as (insert into ${into} select $1::uuid, ${fields} from jsonb_to_recordset($${index + 2}) as row (${shape}))`,
    );
    let before = insertions.length;
    const others = parts.map(({ text: part, values }, index) => {
      const numbered = part.replaceAll(/\$(\d+)/g, (_, number) => `$${number === "1" ? 1 : Number(number) + before}`);
      before += values.length;
      return `part_${insertions.length + index} as (${numbered})`;
    });
    statements.set(key, (text = `with ${[...inserts, ...others].join(", ")} select`));
  }
  return text;
}

interface Texts {
  id: number;
  into: string;
  fields: string;
  shape: string;
}

let composedSoFar = 0;
const known = new WeakMap<PgTable, Map<string, Texts>>();

function textsOf(table: PgTable, row: object): Texts {
  const fields = Object.keys(row);
  const ofTable = known.get(table) ?? new Map<string, Texts>();
  known.set(table, ofTable);
  const key = fields.join();
  const texts = ofTable.get(key) ?? composed(table, fields);
  ofTable.set(key, texts);
  return texts;
}

function composed(table: PgTable, fields: readonly string[]): Texts {
  const columns = getTableColumns(table);
  return {
    id: composedSoFar++,
    into: `"${getTableName(table)}" (bureau_id, ${fields.map((field) => `"${columns[field]!.name}"`).join(", ")})`,
    fields: fields.map((field) => `row."${field}"`).join(", "),
    shape: fields.map((field) => `"${field}" ${columns[field]!.getSQLType()}`).join(", "),
  };
}
