import { reachOf } from "#kernel/actor";
import type { Transaction } from "#kernel/command";
import { NotFound } from "#kernel/errors";
import { isId, newId } from "#kernel/ids";
import type { GridFacts, Places } from "./grid.rules.ts";

export interface GridRow extends GridFacts {
  id: string;
  nameInitials: string;
  version: number;
}

export type GridWrite = GridFacts & { nameInitials: string };

const columns = [
  "id",
  "stationId",
  "policeRoomId",
  "divisionId",
  "code",
  "codeScheme",
  "name",
  "nameInitials",
  "kind",
  "complexity",
  "level",
  "households",
  "population",
  "countedYear",
  "openedOn",
  "closedOn",
  "version",
] as const;

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
  const reach = reachOf(tx.actor);
  const rows = await sql<GridRow[]>`
    select ${sql(columns)} from grids
    where bureau_id = ${bureauId} and id = any(${ids.filter(isId)}::uuid[]) order by id for no key update`;
  return rows.filter((grid) => reach === "all" || reach.includes(grid.stationId));
}

export async function gridWithCode(
  { sql, bureauId }: Transaction,
  code: string,
): Promise<{ id: string; name: string } | undefined> {
  const [grid] = await sql<
    { id: string; name: string }[]
  >`select id, name from grids where bureau_id = ${bureauId} and code = ${code}`;
  return grid;
}

type Placed = Pick<GridFacts, "stationId" | "policeRoomId" | "divisionId">;

/** The station, police room and division, kept from being closed meanwhile. */
export async function placesOf(tx: Transaction, { stationId, policeRoomId, divisionId }: Placed): Promise<Places> {
  return {
    station: await unitFor(tx, stationId, "stationId"),
    policeRoom: policeRoomId === null ? null : await unitFor(tx, policeRoomId, "policeRoomId"),
    division: divisionId === null ? null : await divisionFor(tx, divisionId),
  };
}

async function unitFor({ sql, bureauId, actor }: Transaction, id: string, field: string) {
  const rows = isId(id)
    ? await sql<{ name: string; kind: string; closedOn: string | null; aboveIds: string[] }[]>`
        select u.name, u.kind, u.closed_on, array(
          with recursive above as (
            select p.id, p.parent_id from units p where p.bureau_id = ${bureauId} and p.id = u.parent_id
            union all
            select p.id, p.parent_id from units p join above on p.bureau_id = ${bureauId} and p.id = above.parent_id
          ) select id::text from above) as above_ids
        from units u where u.bureau_id = ${bureauId} and u.id = ${id} for share of u`
    : [];
  const reach = reachOf(actor);
  const [unit] = rows;
  if (!unit || (reach !== "all" && !reach.includes(id)))
    throw new NotFound([{ path: ["input", field], code: "NOT_FOUND" }]);
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

export async function insertGrid({ sql, bureauId, now }: Transaction, grid: GridWrite): Promise<string> {
  const id = newId(now.getTime());
  await sql`insert into grids ${sql({ ...grid, bureauId, id })}`;
  return id;
}

export async function saveGrid({ sql, bureauId }: Transaction, id: string, change: Partial<GridWrite>): Promise<void> {
  await sql`update grids set ${sql(change)}, version = version + 1 where bureau_id = ${bureauId} and id = ${id}`;
}
