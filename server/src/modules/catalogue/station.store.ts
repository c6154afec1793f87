import { authorize, authorizeBureau, type Transaction } from "#kernel/command";
import { type FieldFault, Invalid } from "#kernel/errors";
import { findSeen } from "#kernel/read";
import { Unit, type UnitRow } from "#modules/organisation";
import { mayManageDutyLines } from "./catalogue.policy.ts";

type Station = Pick<UnitRow, "id" | "kind" | "name">;

/** A station in sight. */
export async function stationWith(tx: Transaction, id: string, path: FieldFault["path"]): Promise<Station> {
  const station = await findSeen<Station>(tx, Unit, id, ["id", "kind", "name"], path);
  const { name: unit, kind } = station;
  if (kind !== "STATION") throw new Invalid([{ path, code: "DUTY_LINE_STATION", params: { unit } }]);
  return station;
}

/** Throws unless the actor may change the lines of the station, or without one those of the bureau. */
export function authorizeLines({ actor }: Transaction, stationId: string | null) {
  if (stationId === null) authorizeBureau(actor, mayManageDutyLines);
  else authorize(actor, mayManageDutyLines, stationId);
}

/** Whose lines a command is about: of the station that is given, in sight, or without one the bureau's. */
export const placeOf = async (tx: Transaction, id: string | null | undefined): Promise<string | null> =>
  id ? (await stationWith(tx, id, ["input", "stationId"])).id : null;
