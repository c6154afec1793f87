import { type Fragment, inForce, inReach, type Reading, sql } from "#kernel/read";
import { standInOf, viewerMember } from "#modules/members";
import { nowOf } from "#modules/work";
import { mayReviewWeeks } from "./lists.policy.ts";

interface Reviewed {
  memberId: Fragment;
  stationId: Fragment;
}

/** The accounts of chiefs over the station, under `chief`. */
const chiefs = (stationId: Fragment, reading: Reading) => sql`accounts chief
  join role_grants held on held.bureau_id = chief.bureau_id and held.account_id = chief.id and held.role = 'STATION_CHIEF'
    and held.unit_id in (${stationId}, (select over.parent_id from units over where over.bureau_id = ${reading.bureau} and over.id = ${stationId}))
  where chief.bureau_id = ${reading.bureau} and chief.disabled_at is null`;

export const isChiefs = ({ memberId, stationId }: Reviewed, reading: Reading) =>
  sql`exists (select from ${chiefs(stationId, reading)} and chief.member_id = ${memberId})`;

/** The chief who is away, and for whom the caller stands in. */
export const chiefAway = ({ stationId }: Pick<Reviewed, "stationId">, then: Reading): Fragment =>
  away(sql`exists (select from ${chiefs(stationId, then)} and chief.member_id = away.member_id)`, then);

/** Whether the caller stands in for a chief, of whichever station. */
export const standsInForAChief = (then: Reading): Fragment =>
  sql`${away(
    sql`exists (
  select from accounts chief join role_grants held on held.bureau_id = chief.bureau_id and held.account_id = chief.id and held.role = 'STATION_CHIEF'
  where chief.bureau_id = ${then.bureau} and chief.disabled_at is null and chief.member_id = away.member_id)`,
    then,
  )} is not null`;

/** The first who is away, for whom the caller stands in. */
function away(whom: Fragment, then: Reading): Fragment {
  const reading = nowOf(then);
  return sql`(select away.member_id from absences away where away.bureau_id = ${reading.bureau}
    and ${inForce({ startsAt: sql`away.starts_at`, endsAt: sql`away.ends_at` }, reading.at)} and ${whom}
    and ${standInOf(sql`away.substitute_id`, sql`away.member_id`, reading)} = ${viewerMember(reading)} order by away.member_id limit 1)`;
}

/** For which absent chief the caller would sign; null for who signs by a role of their own. */
export const onBehalfOf = (reviewed: Reviewed, reading: Reading): Fragment =>
  sql`case when not ${inReach(reading, reviewed.stationId, mayReviewWeeks.roles)} then ${chiefAway(reviewed, reading)} end`;

/** Of a station as a whole: by a role over it, or for its chief who is away. */
export const reviewsAt = (stationId: Fragment, reading: Reading): Fragment =>
  sql`(${inReach(reading, stationId, mayReviewWeeks.roles)} or ${chiefAway({ stationId }, reading)} is not null)`;

/** Nobody reviews a week of their own; a chief's only the bureau does, all others the chief, or who stands in for one who is away. */
export function mayReview(reviewed: Reviewed, reading: Reading): Fragment {
  const { memberId, stationId } = reviewed;
  return sql`(${memberId} is distinct from ${viewerMember(reading)} and (${inReach(reading, stationId, ["BUREAU_ADMINISTRATOR"])}
    or not ${isChiefs(reviewed, reading)} and (${inReach(reading, stationId, ["STATION_CHIEF"])} or ${chiefAway(reviewed, reading)} is not null)))`;
}
