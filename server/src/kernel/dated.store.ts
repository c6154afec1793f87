import { isDeepStrictEqual } from "node:util";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Row } from "postgres";
import { changedFrom, type Dated, type DatedChange } from "./dated.ts";
import { insertNow, type Transaction } from "./transaction.ts";

/** The table of a thing's periods, with the column that names the thing and those of the facts, by their field names: what changes together in one group. */
export interface DatedTable<T extends object> {
  table: PgTable;
  owner: string;
  groups: readonly (readonly (keyof T & string)[])[];
}

/** What a thing's periods were and are to be. */
export interface PeriodsOf<T extends object> {
  id: string;
  before: readonly Dated<T>[];
  after: readonly Dated<T>[];
}

/** All periods of each thing, the first one first. Whoever changes them holds the thing itself. */
export async function periodsOfAll<T extends object>(
  { sql, bureauId }: Pick<Transaction, "sql" | "bureauId">,
  { table, owner, groups }: DatedTable<T>,
  ids: readonly string[],
): Promise<Map<string, Dated<T>[]>> {
  const columns: string[] = [owner, "startsOn", "endsOn", "reason", ...groups.flat()];
  const rows = await sql<Row[]>`
    select ${sql(columns)} from ${sql(getTableName(table))}
    where bureau_id = ${bureauId} and ${sql(nameOf(table, owner))} = any(${[...ids]}::uuid[]) order by starts_on`;
  const periods = new Map<string, Dated<T>[]>(ids.map((id) => [id, []]));
  for (const { [owner]: id, ...period } of rows) periods.get(String(id))!.push(period as Dated<T>);
  return periods;
}

export const periodsOf = async <T extends object>(
  tx: Pick<Transaction, "sql" | "bureauId">,
  table: DatedTable<T>,
  id: string,
): Promise<Dated<T>[]> => (await periodsOfAll(tx, table, [id])).get(id)!;

/** Writes what differs; that the periods follow one another is looked at as the transaction commits. */
export async function savePeriods<T extends object>(
  tx: Transaction,
  { table, owner }: DatedTable<T>,
  things: readonly PeriodsOf<T>[],
): Promise<void> {
  const { sql, bureauId } = tx;
  const gone = things.flatMap(({ id, before, after }) =>
    missingIn(after, before).map(({ startsOn }) => ({ id, day: startsOn })),
  );
  const added = things.flatMap(({ id, before, after }) =>
    missingIn(before, after).map((period) => Object.assign({ [owner]: id }, period)),
  );
  if (gone.length > 0)
    await sql`
      delete from ${sql(getTableName(table))} p using jsonb_to_recordset(${sql.json(gone)}) as n(id uuid, day date)
      where p.bureau_id = ${bureauId} and p.${sql(nameOf(table, owner))} = n.id and p.starts_on = n.day`;
  if (added.length > 0) await insertNow(tx, table, added as never);
}

/** Changes many things, each from its day on. Whoever calls holds them. */
export async function changeAll<T extends object>(
  tx: Transaction,
  table: DatedTable<T>,
  changes: readonly ({ id: string } & Pick<DatedChange<T>, "from" | "change" | "reason">)[],
): Promise<void> {
  if (changes.length === 0) return;
  const periods = await periodsOfAll(
    tx,
    table,
    changes.map(({ id }) => id),
  );
  const things = changes.map(({ id, ...change }) => {
    const before = periods.get(id)!;
    return { id, before, after: changedFrom(before, { ...change, groups: table.groups }) };
  });
  await savePeriods(tx, table, things);
}

const nameOf = (table: PgTable, field: string) => getTableColumns(table)[field]!.name;

const missingIn = <T extends object>(those: readonly Dated<T>[], these: readonly Dated<T>[]) =>
  these.filter((period) => !those.some((other) => isDeepStrictEqual(other, period)));
