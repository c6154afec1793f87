import { gridFacts, grids } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction, update } from "#kernel/command";
import { always } from "#kernel/dated";
import type { DatedTable } from "#kernel/dated.store";
import type { FieldFault } from "#kernel/errors";
import { newId } from "#kernel/ids";
import { lockAllSeen, lockSeen } from "#kernel/read";
import { ancestorsOf, lockDivision, lockUnit } from "#modules/organisation";
import { Grid } from "./grid.types.ts";
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

const columns = ["id", "version", ...fixed, ...datedFacts] as const;

/** The grid, held until the command ends; out of sight is the same as absent. */
export const lockGrid = (tx: Transaction, id: string, path: FieldFault["path"] = ["input", "id"]) =>
  lockSeen<GridRow>(tx, Grid, id, columns, path);

/** Those of the grids that are in sight, by the one statement that assigning has time for. */
export const lockGrids = (tx: Transaction, ids: readonly string[]) =>
  lockAllSeen<GridRow>(tx, Grid, ids, columns, { atOnce: true });

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
    division:
      divisionId === null ? null : await lockDivision(tx, divisionId, ["input", "divisionId"], { isShared: true }),
  };
}

async function unitFor(tx: Transaction, id: string, field: string) {
  const unit = await lockUnit(tx, id, ["input", field], { isShared: true });
  const above = await ancestorsOf(tx, id);
  return { ...unit, aboveIds: above.slice(1).map((each) => each.id) };
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
