import { type Fragment, inForce, type Reading, sql } from "#kernel/read";
import { standInOf, viewerMember } from "#modules/members";
import { nowOf } from "./answering.rows.ts";

/** The accounts of chiefs over the station, under `chief`. */
const chiefs = (stationId: Fragment, reading: Reading) => sql`accounts chief
  join role_grants held on held.bureau_id = chief.bureau_id and held.account_id = chief.id and held.role = 'STATION_CHIEF'
    and held.unit_id in (${stationId}, (select over.parent_id from units over where over.bureau_id = ${reading.bureau} and over.id = ${stationId}))
  where chief.bureau_id = ${reading.bureau} and chief.disabled_at is null`;

export const isChiefOf = (memberId: Fragment, stationId: Fragment, reading: Reading): Fragment =>
  sql`exists (select from ${chiefs(stationId, reading)} and chief.member_id = ${memberId})`;

/** Chiefs who are away and for whom the caller stands in, each with what the role is over. */
const standsFor = (reading: Reading): Fragment =>
  reading.shareFew(sql`
  select away.member_id, held.unit_id from absences away
  join accounts chief on chief.bureau_id = away.bureau_id and chief.member_id = away.member_id and chief.disabled_at is null
  join role_grants held on held.bureau_id = chief.bureau_id and held.account_id = chief.id and held.role = 'STATION_CHIEF'
  where away.bureau_id = ${reading.bureau} and ${inForce({ startsAt: sql`away.starts_at`, endsAt: sql`away.ends_at` }, reading.at)}
    and ${standInOf(sql`away.substitute_id`, sql`away.member_id`, reading)} = ${viewerMember(reading)}`);

/** The chief of the station who is away, and for whom the caller stands in; null where there is none. */
export function chiefStoodInFor(stationId: Fragment, then: Reading): Fragment {
  const reading = nowOf(then);
  return sql`(select s.member_id from ${standsFor(reading)} s
    where s.unit_id in (${stationId}, (select over.parent_id from units over where over.bureau_id = ${reading.bureau} and over.id = ${stationId}))
    order by s.member_id limit 1)`;
}

/** Whether the caller has the word of the station's chief, who is away. */
export const standsInForChief = (stationId: Fragment, reading: Reading): Fragment =>
  sql`(${chiefStoodInFor(stationId, reading)} is not null)`;

/** Whether the caller stands in for a chief, of whichever station. */
export const standsInForAChief = (then: Reading): Fragment => sql`exists (select from ${standsFor(nowOf(then))} s)`;
