import { dayOf } from "#kernel/day";
import { openStates } from "#modules/work";
import { changedLists, type Made, type MadeTable, type Place, printsOf, tableOf } from "./made.store.ts";
import type { WrittenList } from "./plan-file.ts";
import { mostNamed } from "./table-words.ts";

/** Rows that stand in the way, with the first of their names and one more. */
export interface InTheWay {
  table: string;
  count: number;
  names: string[];
}

const namesRead = mostNamed + 1;

/** By what a row of a table is called; of others only their number is told. */
function nameOf({ sql }: Pick<Place, "sql">, table: string) {
  switch (table) {
    case "grids":
      return sql`(select f.name from grid_facts f where f.bureau_id = t.bureau_id and f.grid_id = t.id and f.ends_on is null)`;
    case "grid_facts":
      return sql`t.name`;
    case "assignments":
    case "absences":
    case "member_units":
      return sql`(select m.name from members m where m.bureau_id = t.bureau_id and m.id = t.member_id)`;
    case "matters":
    case "work_items":
      return sql`t.number`;
    case "duty_lines":
      return sql`t.title`;
    case "accounts":
      return sql`t.display_name`;
    case "role_grants":
      return sql`(select a.display_name from accounts a where a.bureau_id = t.bureau_id and a.id = t.account_id)`;
    case "units":
    case "divisions":
    case "members":
    case "matter_categories":
    case "checklist_templates":
      return sql`t.name`;
    default:
      return sql`null::text`;
  }
}

async function named(
  { sql, bureauId }: Place,
  table: string,
  condition: ReturnType<Place["sql"]>,
): Promise<InTheWay[]> {
  const [row] = await sql<{ count: number; names: string[] | null }[]>`
    select count(*)::int as count, to_jsonb((array_agg(distinct n.name) filter (where n.name is not null))[1:${namesRead}::int]) as names
    from ${sql(table)} t cross join lateral (select ${nameOf({ sql }, table)} as name) n where t.bureau_id = ${bureauId} and ${condition}`;
  const { count, names } = row!;
  return count > 0 ? [{ table, count, names: names ?? [] }] : [];
}

/** Holds them, so that nothing comes to stand on them any more; gives those of each table that are not as they were made. */
export async function changedSince(place: Place, made: Made): Promise<InTheWay[]> {
  const { sql, bureauId } = place;
  const changed = new Map<MadeTable, string[]>();
  for (const [list, rows] of made) {
    const table = tableOf[list];
    const ids = rows.map(({ id }) => id);
    await sql`select from ${sql(table)} t where t.bureau_id = ${bureauId} and t.id = any(${ids}::uuid[]) order by t.id for update`;
    const now = new Map((await printsOf(place, table, ids)).map(({ id, print }) => [id, print]));
    const others = rows.filter(({ id, print }) => now.get(id) !== print).map(({ id }) => id);
    if (others.length > 0) changed.set(table, [...(changed.get(table) ?? []), ...others]);
  }
  const found: InTheWay[] = [];
  for (const [table, ids] of changed) found.push(...(await named(place, table, sql`t.id = any(${ids}::uuid[])`)));
  return found;
}

/** Of what goes: rows that were there before stay, and so do revisions of duties. */
const goes = (list: WrittenList) => !["openedGrids", "changedGrids", "changedMembers", "dutyLines"].includes(list);

const idsIn = (made: Made, table: string): string[] =>
  [...made].flatMap(([list, rows]) => {
    if (tableOf[list] === table && goes(list)) return rows.map(({ id }) => id);
    return table === "work_items" ? rows.flatMap(({ item }) => item ?? []) : [];
  });

/** Rows that are as they were before once it is undone point at nothing that it made. */
const putBackIn = (made: Made, table: string): string[] =>
  changedLists.flatMap((list) => (tableOf[list] === table ? (made.get(list) ?? []).map(({ id }) => id) : []));

/** What an item has been given by its coming in, and by the clock; a step that somebody took is looked for by itself. */
const ofItems = ["work_events", "work_clocks", "work_clock_moves", "work_ticks", "work_pasts", "ledger_rows"];

/** Whose rows go with a row of this table. */
const goWith: Partial<Record<MadeTable, readonly string[]>> = {
  work_items: ofItems,
  matters: ["ledger_rows"],
  checklist_templates: ["checklist_versions"],
};

/** Where facts of a row stand in rows of their own: by which column. */
const ownerIn: Record<string, { column: string; table: MadeTable }> = {
  grid_facts: { column: "grid_id", table: "grids" },
  member_units: { column: "member_id", table: "members" },
};

/** Open work goes back with its grid to the station that the grid is of again. */
const goingBack = ({ sql }: Pick<Place, "sql">, made: Made) =>
  sql`and not (t.duty is not null and t.state = any(${[...openStates]}) and t.grid_id = any(${putBackIn(made, "grids")}::uuid[]))`;

/** Rows that point at what was made, but for what was made with it: found by the keys that the database holds. */
export async function standingOn(place: Place, made: Made): Promise<InTheWay[]> {
  const { sql } = place;
  const tables = [...new Set(Object.values(tableOf))].filter((table) => idsIn(made, table).length > 0);
  const keys = await sql<{ child: string; parent: MadeTable; column: string; hasId: boolean }[]>`
    select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent, a.attname as column,
      exists (select from pg_attribute i where i.attrelid = c.conrelid and i.attname = 'id' and not i.attisdropped) as "hasId"
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and array_length(c.conkey, 1) = 2 and c.confrelid = any(${tables}::text[]::regclass[]) order by 1, 3`;
  const standing = new Map<string, InTheWay>();
  for (const { child, parent, column, hasId } of keys) {
    if (goWith[parent]?.includes(child)) continue;
    const owner = ownerIn[child];
    const ofImport = owner?.table ?? (hasId ? child : "");
    const own = [...idsIn(made, ofImport), ...putBackIn(made, ofImport)];
    const key = owner?.column ?? "id";
    const except = own.length > 0 ? sql`and not t.${sql(key)} = any(${own}::uuid[])` : sql``;
    const back = child === "work_items" && column === "station_id" ? goingBack(place, made) : sql``;
    const points = sql`t.${sql(column)} = any(${idsIn(made, parent)}::uuid[])`;
    for (const found of await named(place, child, sql`${points} ${except} ${back}`)) {
      const before = standing.get(child);
      const names = [...new Set([...(before?.names ?? []), ...found.names])].slice(0, namesRead);
      standing.set(child, { ...found, count: found.count + (before?.count ?? 0), names });
    }
  }
  return [...standing.values()];
}

/** Items that somebody has taken a step with since they came in. */
export const workedOn = (place: Place, made: Made): Promise<InTheWay[]> =>
  named(
    place,
    "work_items",
    place.sql`t.id = any(${idsIn(made, "work_items")}::uuid[]) and exists (
      select from work_events e where e.bureau_id = t.bureau_id and e.item_id = t.id and e.cause not in ('IMPORT', 'JOB'))`,
  );

/** Assignments of others that began since the opening was brought forward, and before it was to be. */
export function begunBefore(place: Place, made: Made): Promise<InTheWay[]> {
  const { sql, bureauId } = place;
  const changed = (made.get("changedGrids") ?? []).flatMap(({ id, was }) =>
    was && "openedOn" in was.change ? [{ id, before: String(was.before["openedOn"]) }] : [],
  );
  const opened = [...(made.get("openedGrids") ?? []).map(({ id, before }) => ({ id, before })), ...changed];
  const own = idsIn(made, "assignments");
  return named(
    place,
    "assignments",
    sql`not t.id = any(${own}::uuid[]) and t.ends_at is distinct from t.starts_at and exists (
      select from jsonb_to_recordset(${sql.json(opened as never)}) as o(id uuid, before date)
      where o.id = t.grid_id and t.starts_at < o.before::timestamp at time zone 'Asia/Shanghai' and t.bureau_id = ${bureauId})`,
  );
}

/** Stations' weeks that were signed since, of those in which it all came in: they say what there was to do. */
export async function signedSince({ sql, bureauId }: Place, made: Made, finishedAt: Date): Promise<InTheWay[]> {
  const matters = idsIn(made, "matters");
  const items = idsIn(made, "work_items");
  if (matters.length + items.length === 0) return [];
  const weeks = await sql<{ station: string }[]>`
    select distinct u.name as station from week_reviews r join units u on u.bureau_id = r.bureau_id and u.id = r.station_id
    where r.bureau_id = ${bureauId} and r.signed_at >= ${finishedAt} and r.week_start + 7 > ${dayOf(finishedAt)}::date
      and r.station_id in (
        select m.station_id from matters m where m.bureau_id = ${bureauId} and m.id = any(${matters}::uuid[])
        union select i.station_id from work_items i where i.bureau_id = ${bureauId} and i.id = any(${items}::uuid[]))`;
  const names = weeks.map(({ station }) => station);
  return names.length > 0 ? [{ table: "week_reviews", count: names.length, names: names.slice(0, namesRead) }] : [];
}

interface PlacedPeriod {
  endsOn: string | null;
  stationId?: string;
  policeRoomId?: string | null;
  unitId?: string;
}

/** Units and divisions that rows would be of again, and that are closed by now. */
export async function closedSince({ sql, bureauId }: Place, made: Made, today: string): Promise<InTheWay[]> {
  const rows = changedLists.flatMap((list) => made.get(list) ?? []);
  const periods = rows.flatMap(({ was }) => was!.periods as PlacedPeriod[]);
  const lasting = periods.filter(({ endsOn }) => endsOn === null || endsOn > today);
  const places = [
    ...lasting.flatMap(({ stationId, policeRoomId, unitId }) => [stationId, policeRoomId, unitId]),
    ...rows.map(({ was }) => was!.before["divisionId"]),
  ];
  const ids = [...new Set(places.filter((id) => typeof id === "string"))];
  if (ids.length === 0) return [];
  const closed = await sql<{ table: string; name: string }[]>`
    select 'units' as table, name from units where bureau_id = ${bureauId} and id = any(${ids}::uuid[]) and closed_on is not null
    union all select 'divisions', name from divisions where bureau_id = ${bureauId} and id = any(${ids}::uuid[]) and closed_on is not null order by 1, 2`;
  return ["units", "divisions"].flatMap((table) => {
    const names = closed.filter((each) => each.table === table).map(({ name }) => name);
    return names.length > 0 ? [{ table, count: names.length, names: names.slice(0, namesRead) }] : [];
  });
}
