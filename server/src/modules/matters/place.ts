import type { Transaction } from "#kernel/command";
import { dayOf } from "#kernel/day";
import { Conflict, Invalid, NotFound } from "#kernel/errors";
import { isId } from "#kernel/ids";
import { inCommand, raw, readingIn } from "#kernel/read";
import { isUnitInSight } from "#modules/organisation";
import { addressOf } from "#modules/work";
import type { RegisterMatterInput } from "./matter.inputs.ts";

/** The station of the grid, else the one that is given. */
export async function stationOf(
  tx: Transaction,
  { gridId, stationId }: Pick<RegisterMatterInput, "gridId" | "stationId">,
): Promise<string> {
  const path = ["input", "stationId"];
  if (!gridId) {
    if (!stationId) throw new Invalid([{ path, code: "REQUIRED" }]);
    return openStation(tx, stationId);
  }
  const grid = await addressOf(tx, { gridId }, ["input"]);
  if (stationId && stationId !== grid.stationId) throw new Invalid([{ path, code: "MATTER_STATION_OF_GRID" }]);
  return grid.stationId;
}

async function openStation(tx: Transaction, id: string): Promise<string> {
  const { sql, bureauId } = tx;
  const path = ["input", "stationId"];
  const [unit] = isId(id)
    ? await sql<{ name: string; kind: string; closedOn: string | null }[]>`
        select u.name, u.kind, u.closed_on from units u
        where u.bureau_id = ${bureauId} and u.id = ${id} and ${inCommand(tx, isUnitInSight({ id: raw("u.id") }, readingIn(tx)))}`
    : [];
  if (!unit) throw new NotFound([{ path, code: "NOT_FOUND" }]);
  const params = { unit: unit.name };
  if (unit.kind !== "STATION") throw new Invalid([{ path, code: "GRID_STATION_KIND", params }]);
  if (unit.closedOn !== null && unit.closedOn <= dayOf(tx.now))
    throw new Conflict([{ path, code: "WORK_UNIT_CLOSED", params }]);
  return id;
}
