import { gridFacts, grids } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction, update } from "#kernel/command";
import { always } from "#kernel/dated";
import type { DatedTable } from "#kernel/dated.store";
import { dayOf } from "#kernel/day";
import { NotFound } from "#kernel/errors";
import { isId, newId } from "#kernel/ids";
import { inCommand, raw, readingIn } from "#kernel/read";
import { isUnitInSight } from "#modules/organisation";
import { isInSight } from "./grid.rows.ts";
import type { GridDraft, Places } from "./grid.rules.ts";

/** A grid as it is today. */
export interface GridRow extends GridDraft {
  id: string;
  nameInitials: string;
  version: number;
}

export type DatedFacts = Pick<
  GridRow,
  "stationId" | "policeRoomId" | "name" | "nameInitials" | "kind" | "complexity" | "level"
>;
/** What is the grid's own whatever the day. */
export type FixedFacts = Omit<GridDraft, keyof DatedFacts>;

const fixed = [
  "divisionId",
  "code",
  "codeScheme",
  "households",
  "population",
  "countedYear",
  "openedOn",
  "closedOn",
] as const;

export const factsTable: DatedTable<DatedFacts> = {
  table: gridFacts,
  owner: "gridId",
  groups: [["stationId", "policeRoomId"], ["name", "nameInitials"], ["kind"], ["complexity"], ["level"]],
};

export const datedFacts = factsTable.groups.flat();

/** The grid, held until the command ends; out of sight is the same as absent. */
export async function lockGrid(
  tx: Transaction,
  id: string,
  path: (string | number)[] = ["input", "id"],
): Promise<GridRow> {
  const [grid] = await lockGrids(tx, [id]);
  if (!grid) throw new NotFound([{ path, code: "NOT_FOUND" }]);
  return grid;
}

/** Those of the grids that are in sight, held in the order of their ids so that commands never wait in a ring. */
export async function lockGrids(tx: Transaction, ids: readonly string[]): Promise<GridRow[]> {
  const { sql, bureauId } = tx;
  const today = dayOf(tx.now);
  const sight = isInSight({ stationTodayId: raw("f.station_id") }, readingIn(tx));
  return sql<GridRow[]>`
    select g.id, g.version, ${sql([...fixed, ...datedFacts])}
    from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id
      and f.starts_on <= ${today} and (f.ends_on is null or f.ends_on > ${today})
    where g.bureau_id = ${bureauId} and g.id = any(${ids.filter(isId)}::uuid[]) and ${inCommand(tx, sight)} order by g.id for no key update of g`;
}

export async function gridWithCode(
  { sql, bureauId }: Transaction,
  code: string,
): Promise<{ id: string; name: string } | undefined> {
  const [grid] = await sql<
    { id: string; name: string }[]
  >`select g.id, f.name from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.ends_on is null
    where g.bureau_id = ${bureauId} and g.code = ${code}`;
  return grid;
}

type Placed = Pick<GridDraft, "stationId" | "policeRoomId" | "divisionId">;

/** The station, police room and division, kept from being closed meanwhile. */
export async function placesOf(tx: Transaction, { stationId, policeRoomId, divisionId }: Placed): Promise<Places> {
  return {
    station: await unitFor(tx, stationId, "stationId"),
    policeRoom: policeRoomId === null ? null : await unitFor(tx, policeRoomId, "policeRoomId"),
    division: divisionId === null ? null : await divisionFor(tx, divisionId),
  };
}

async function unitFor(tx: Transaction, id: string, field: string) {
  const { sql, bureauId } = tx;
  const [unit] = isId(id)
    ? await sql<{ name: string; kind: string; closedOn: string | null; aboveIds: string[] }[]>`
        select u.name, u.kind, u.closed_on, array(
          with recursive above as (
            select p.id, p.parent_id from units p where p.bureau_id = ${bureauId} and p.id = u.parent_id
            union all
            select p.id, p.parent_id from units p join above on p.bureau_id = ${bureauId} and p.id = above.parent_id
          ) select id::text from above) as above_ids
        from units u
        where u.bureau_id = ${bureauId} and u.id = ${id} and ${inCommand(tx, isUnitInSight({ id: raw("u.id") }, readingIn(tx)))} for share of u`
    : [];
  if (!unit) throw new NotFound([{ path: ["input", field], code: "NOT_FOUND" }]);
  return unit;
}

async function divisionFor({ sql, bureauId }: Transaction, id: string) {
  const [division] = isId(id)
    ? await sql<{ name: string; kind: string; closedOn: string | null }[]>`
        select name, kind, closed_on from divisions where bureau_id = ${bureauId} and id = ${id} for share`
    : [];
  if (!division) throw new NotFound([{ path: ["input", "divisionId"], code: "NOT_FOUND" }]);
  return division;
}

export async function insertGrid(tx: Transaction, grid: FixedFacts & DatedFacts): Promise<string> {
  const id = newId(tx.now.getTime());
  await insertNow(tx, grids, [{ id, ...pick(grid, fixed) }]);
  await insertNow(tx, gridFacts, [{ gridId: id, startsOn: always, ...pick(grid, datedFacts) }]);
  return id;
}

const pick = <T extends object, K extends keyof T>(row: T, keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, row[key]])) as Pick<T, K>;

/** What the grid is the same on all days in, and its version. */
export const saveGrid = (tx: Transaction, id: string, change: Partial<FixedFacts>) => update(tx, grids, id, change);
