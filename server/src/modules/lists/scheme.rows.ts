import type { listSchemes } from "@maple-bridge/drizzle/tables";
import { type Fragment, inForce, inReach, type Parameter, type Reading, type RowOf, sql } from "#kernel/read";

type SchemeRow = RowOf<typeof listSchemes>;

/** The scheme that counted at the station at the moment: its own, else the bureau's. */
export const schemeAt = (stationId: Fragment | Parameter, at: Fragment | Parameter, reading: Reading): Fragment => sql`(
  select s.id from list_schemes s where s.bureau_id = ${reading.bureau} and (s.station_id = ${stationId} or s.station_id is null)
    and s.starts_at <= ${at} and (s.ends_at is null or s.ends_at > ${at}) order by s.station_id nulls last limit 1)`;

export function schemeAsked(scheme: SchemeRow, reading: Reading): Fragment {
  const unit = reading.arg("unitId", "uuid");
  if (!unit) return sql`(${scheme.stationId} is null and ${inForce(scheme, reading.at)})`;
  return sql`(${inReach(reading, sql`${unit}`)} and ${scheme.id} = ${schemeAt(unit, reading.at, reading)})`;
}
