import type { Transaction } from "#kernel/command";
import type { ImportMadeRow } from "@maple-bridge/drizzle/tables";
import type { WrittenList } from "./plan-file.ts";

/** Of which table the rows of a list are, those above before those below. */
export const tableOf = {
  stations: "units",
  policeRooms: "units",
  divisions: "divisions",
  createdGrids: "grids",
  openedGrids: "grids",
  createdMembers: "members",
  assignments: "assignments",
} as const satisfies Partial<Record<WrittenList, string>>;

export type MadeList = keyof typeof tableOf;
type MadeTable = (typeof tableOf)[MadeList];

/** What a grid or member is on which day stands in rows of its own. */
const factsOf: Partial<Record<MadeTable, { table: string; key: string }>> = {
  grids: { table: "grid_facts", key: "grid_id" },
  members: { table: "member_units", key: "member_id" },
};

type Place = Pick<Transaction, "sql" | "bureauId">;

/** A digest of what each row says, whatever its version. */
function printsOf({ sql, bureauId }: Place, table: MadeTable, ids: readonly string[]) {
  const facts = factsOf[table];
  const ofFacts = facts
    ? sql`(select string_agg(f::text, ' ' order by f.starts_on) from ${sql(facts.table)} f where f.bureau_id = ${bureauId} and f.${sql(facts.key)} = t.id)`
    : sql`''`;
  return sql<{ id: string; print: string }[]>`
    select t.id, md5((to_jsonb(t) - 'version')::text || coalesce(${ofFacts}, '')) as print
    from ${sql(table)} t where t.bureau_id = ${bureauId} and t.id = any(${ids}::uuid[])`;
}

interface Written {
  list: WrittenList;
  rows: { id: string; before?: string }[];
  position: number;
}

const isMade = (list: string): list is MadeList => Object.hasOwn(tableOf, list);

/** Keeps what a portion has made, as it is now. */
export async function keepMade(place: Place, runId: string, { list, rows, position }: Written) {
  if (!isMade(list)) return;
  const { sql, bureauId } = place;
  const prints = await printsOf(
    place,
    tableOf[list],
    rows.map(({ id }) => id),
  );
  const print = new Map(prints.map((row) => [row.id, row.print]));
  const made = rows.map(({ id, before }): ImportMadeRow => ({
    id,
    print: print.get(id)!,
    ...(list === "openedGrids" && before !== undefined && { before }),
  }));
  await sql`
    insert into import_made (bureau_id, run_id, position, list, rows)
    values (${bureauId}, ${runId}, ${position}, ${list}, ${sql.json(made as never)})`;
}

export type Made = ReadonlyMap<MadeList, ImportMadeRow[]>;

export async function madeBy({ sql, bureauId }: Place, runId: string): Promise<Made> {
  const portions = await sql<{ list: MadeList; rows: ImportMadeRow[] }[]>`
    select list, rows from import_made where bureau_id = ${bureauId} and run_id = ${runId} order by position`;
  const made = new Map<MadeList, ImportMadeRow[]>();
  for (const { list, rows } of portions) made.set(list, [...(made.get(list) ?? []), ...rows]);
  return made;
}

export async function isRecorded({ sql, bureauId }: Place, runId: string): Promise<boolean> {
  const left = await sql`select from import_deeds where bureau_id = ${bureauId} and run_id = ${runId} limit 1`;
  return left.length === 0;
}

/** Holds them, so that nothing comes to stand on them any more; gives how many of each table are not as they were made. */
export async function changedSince(place: Place, made: Made): Promise<Map<MadeTable, number>> {
  const { sql, bureauId } = place;
  const changed = new Map<MadeTable, number>();
  for (const [list, rows] of made) {
    const table = tableOf[list];
    const ids = rows.map(({ id }) => id);
    await sql`select from ${sql(table)} t where t.bureau_id = ${bureauId} and t.id = any(${ids}::uuid[]) order by t.id for update`;
    const now = new Map((await printsOf(place, table, ids)).map(({ id, print }) => [id, print]));
    const count = rows.filter(({ id, print }) => now.get(id) !== print).length;
    if (count > 0) changed.set(table, (changed.get(table) ?? 0) + count);
  }
  return changed;
}

const idsIn = (made: Made, tables: readonly string[]) =>
  [...made].flatMap(([list, rows]) =>
    tables.includes(tableOf[list]) && list !== "openedGrids" ? rows.map(({ id }) => id) : [],
  );

/** How many rows of which tables point at what was made, but for what was made with it: found by the keys that the database holds. */
export async function standingOn(place: Place, made: Made): Promise<Map<string, number>> {
  const { sql, bureauId } = place;
  const tables = [...new Set(Object.values(tableOf))];
  const keys = await sql<{ child: string; parent: string; column: string; hasId: boolean }[]>`
    select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent, a.attname as column,
      exists (select from pg_attribute i where i.attrelid = c.conrelid and i.attname = 'id' and not i.attisdropped) as "hasId"
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and array_length(c.conkey, 1) = 2 and c.confrelid = any(${tables}::text[]::regclass[]) order by 1, 3`;
  const standing = new Map<string, number>();
  for (const { child, parent, column, hasId } of keys) {
    const ids = idsIn(made, [parent]);
    if (ids.length === 0) continue;
    const facts = Object.entries(factsOf).find(([, { table }]) => table === child);
    const own = facts ? idsIn(made, [facts[0]]) : idsIn(made, [child]);
    const key = facts ? facts[1].key : hasId ? "id" : column;
    const except = facts || hasId ? sql`and not t.${sql(key)} = any(${own}::uuid[])` : sql``;
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from ${sql(child)} t where t.bureau_id = ${bureauId} and t.${sql(column)} = any(${ids}::uuid[]) ${except}`;
    if (row!.count > 0) standing.set(child, (standing.get(child) ?? 0) + row!.count);
  }
  return standing;
}

/** Assignments of others that began since the opening was brought forward, and before it was to be. */
export async function begunBefore({ sql, bureauId }: Place, made: Made): Promise<number> {
  const opened = made.get("openedGrids") ?? [];
  const own = idsIn(made, ["assignments"]);
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from jsonb_to_recordset(${sql.json(opened as never)}) as o(id uuid, before date)
      join assignments a on a.bureau_id = ${bureauId} and a.grid_id = o.id and a.starts_at < o.before::timestamp at time zone 'Asia/Shanghai'
    where not a.id = any(${own}::uuid[])`;
  return row!.count;
}

/** The openings go back to their days; the rest goes, by a function that the run's own state lets do it. */
export async function takeBack({ sql, bureauId }: Place, runId: string, made: Made) {
  const opened = made.get("openedGrids") ?? [];
  await sql`select take_back_import(${bureauId}, ${runId})`;
  await sql`
    update grids g set opened_on = o.before, version = g.version + 1
    from jsonb_to_recordset(${sql.json(opened as never)}) as o(id uuid, before date) where g.bureau_id = ${bureauId} and g.id = o.id`;
}
