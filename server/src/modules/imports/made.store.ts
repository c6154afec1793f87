import type { ImportMadeRow, ImportWas } from "@maple-bridge/drizzle/tables";
import type { Transaction } from "#kernel/command";
import { periodsOfAll } from "#kernel/dated.store";
import { factsTable } from "#modules/grids";
import { unitsTable } from "#modules/members";
import type { WrittenList } from "./plan-file.ts";

/** Of which table the rows of a list are, those above before those below. */
export const tableOf = {
  stations: "units",
  policeRooms: "units",
  divisions: "divisions",
  createdGrids: "grids",
  changedGrids: "grids",
  openedGrids: "grids",
  createdMembers: "members",
  changedMembers: "members",
  assignments: "assignments",
  categories: "matter_categories",
  openMatters: "matters",
  endedMatters: "matters",
  openTasks: "work_items",
  endedTasks: "work_items",
  dutyLines: "duty_lines",
  checklists: "checklist_templates",
} as const satisfies Record<WrittenList, string>;

export type MadeTable = (typeof tableOf)[WrittenList];

/** Their rows were there before. */
export const changedLists = ["changedGrids", "changedMembers"] as const satisfies WrittenList[];
type ChangedList = (typeof changedLists)[number];

const isChanged = (list: WrittenList): list is ChangedList => changedLists.some((changed) => changed === list);

export type Place = Pick<Transaction, "sql" | "bureauId">;

/** What else a row says stands in rows of its own: a grid or member on which day, a checklist what it asks. */
function besides({ sql, bureauId }: Place, table: MadeTable) {
  switch (table) {
    case "grids":
      return sql`(select string_agg(f::text, ' ' order by f.starts_on) from grid_facts f where f.bureau_id = ${bureauId} and f.grid_id = t.id)`;
    case "members":
      return sql`(select string_agg(f::text, ' ' order by f.starts_on) from member_units f where f.bureau_id = ${bureauId} and f.member_id = t.id)`;
    case "checklist_templates":
      return sql`(select string_agg(v::text || coalesce(i.said, '') || coalesce(o.said, ''), ' ' order by v.number) from checklist_versions v
        left join lateral (select string_agg(i::text, ' ' order by i.position) as said from checklist_items i where i.bureau_id = v.bureau_id and i.version_id = v.id) i on true
        left join lateral (select string_agg(o::text, ' ' order by o.id) as said from checklist_owers o where o.bureau_id = v.bureau_id and o.version_id = v.id) o on true
        where v.bureau_id = ${bureauId} and v.template_id = t.id)`;
    default:
      return sql`''`;
  }
}

/** A digest of what each row says, whatever its version. Of work it is its events that tell. */
export function printsOf(place: Place, table: MadeTable, ids: readonly string[]) {
  const { sql, bureauId } = place;
  const said = table === "work_items" ? sql`t.number` : sql`(to_jsonb(t) - 'version')::text`;
  return sql<{ id: string; print: string }[]>`
    select t.id, md5(${said} || coalesce(${besides(place, table)}, '')) as print
    from ${sql(table)} t where t.bureau_id = ${bureauId} and t.id = any(${[...ids]}::uuid[])`;
}

/** A row as its plan has it; what of it is kept follows from its list. */
export interface WrittenRow {
  id: string;
  before?: string | (Record<string, unknown> & { id: string });
  change?: Record<string, unknown>;
  receipt?: { id: string } | null;
}

export type Periods = ReadonlyMap<string, object[]>;

/** What held of the rows of a portion that is about to change them. */
export async function periodsBefore(place: Place, list: WrittenList, rows: readonly WrittenRow[]): Promise<Periods> {
  const ids = isChanged(list) ? rows.map((row) => (row.before as { id: string }).id) : [];
  if (ids.length === 0) return new Map();
  return list === "changedGrids" ? periodsOfAll(place, factsTable, ids) : periodsOfAll(place, unitsTable, ids);
}

interface Written {
  list: WrittenList;
  rows: readonly WrittenRow[];
  periods: Periods;
  position: number;
}

/** Keeps what a portion has made or changed, as it is now. */
export async function keepMade(place: Place, runId: string, { list, rows, periods, position }: Written) {
  if (rows.length === 0) return;
  const { sql, bureauId } = place;
  const kept = rows.map((row) => keptOf(list, row, periods));
  const ids = kept.map(({ id }) => id);
  const prints = new Map((await printsOf(place, tableOf[list], ids)).map(({ id, print }) => [id, print]));
  const made = kept.map((row): ImportMadeRow => Object.assign(row, { print: prints.get(row.id)! }));
  await sql`
    insert into import_made (bureau_id, run_id, position, list, rows)
    values (${bureauId}, ${runId}, ${position}, ${list}, ${sql.json(made as never)})`;
}

function keptOf(list: WrittenList, { id, before, change, receipt }: WrittenRow, periods: Periods) {
  if (typeof before === "object") {
    const was: ImportWas = { before, change: change!, periods: periods.get(before.id)! };
    return { id: before.id, was };
  }
  if (list === "openedGrids") return { id, ...(before !== undefined && { before }) };
  return { id, ...(receipt && { item: receipt.id }) };
}

export type Made = ReadonlyMap<WrittenList, ImportMadeRow[]>;

export async function madeBy({ sql, bureauId }: Place, runId: string): Promise<Made> {
  const portions = await sql<{ list: WrittenList; rows: ImportMadeRow[] }[]>`
    select list, rows from import_made where bureau_id = ${bureauId} and run_id = ${runId} order by position`;
  const made = new Map<WrittenList, ImportMadeRow[]>();
  for (const { list, rows } of portions) made.set(list, [...(made.get(list) ?? []), ...rows]);
  return made;
}

/** What rows were before is kept no longer than what was read of the file: there are telephone numbers in it. */
export async function forgetBefore({ sql, bureauId }: Place, runId: string) {
  await sql`
    update import_made set rows = '[]' where bureau_id = ${bureauId} and run_id = ${runId} and list = any(${[...changedLists]}) and rows <> '[]'`;
}

export async function isRecorded({ sql, bureauId }: Place, runId: string): Promise<boolean> {
  const left = await sql`select from import_deeds where bureau_id = ${bureauId} and run_id = ${runId} limit 1`;
  return left.length === 0;
}
