import { recheckQuotas } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction, update } from "#kernel/command";
import { type FieldFault, Invalid } from "#kernel/errors";
import { newId } from "#kernel/ids";
import { findSeen } from "#kernel/read";
import { Unit, type UnitRow } from "#modules/organisation";

/** The station, in sight. */
export async function stationOf(
  tx: Transaction,
  stationId: string,
  path: FieldFault["path"] = ["input", "stationId"],
): Promise<string> {
  const columns = ["id", "kind", "name"] as const;
  const { id, kind, name } = await findSeen<Pick<UnitRow, "id" | "kind" | "name">>(tx, Unit, stationId, columns, path);
  if (kind !== "STATION") throw new Invalid([{ path, code: "RECHECK_STATION", params: { unit: name } }]);
  return id;
}

interface QuotaRow {
  id: string;
  perMonth: number | null;
}

/** The number that was said of the station, or without one of the bureau; whoever sets it waits for the one before. */
export async function holdQuota(
  { sql, bureauId }: Transaction,
  stationId: string | null,
): Promise<QuotaRow | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`recheck quota of ${bureauId} ${stationId ?? ""}`}, 0))`;
  const [row] = await sql<QuotaRow[]>`
    select id, per_month from recheck_quotas where bureau_id = ${bureauId} and station_id is not distinct from ${stationId}`;
  return row;
}

export async function insertQuota(tx: Transaction, stationId: string | null, perMonth: number | null): Promise<string> {
  const id = newId(tx.now.getTime());
  await insertNow(tx, recheckQuotas, [{ id, stationId, perMonth, createdAt: tx.now.toISOString() }]);
  return id;
}

export const saveQuota = (tx: Transaction, id: string, perMonth: number | null) =>
  update(tx, recheckQuotas, id, { perMonth });
