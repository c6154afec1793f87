import { type Fragment, inReach, type Reading, sql } from "#kernel/read";
import { viewerMember } from "#modules/members";
import { chiefStoodInFor, isChiefOf, standsInForChief } from "#modules/work";
import { mayReviewWeeks } from "./lists.policy.ts";

interface Reviewed {
  memberId: Fragment;
  stationId: Fragment;
}

export const isChiefs = ({ memberId, stationId }: Reviewed, reading: Reading) =>
  isChiefOf(memberId, stationId, reading);

/** For which absent chief the caller would sign; null for who signs by a role of their own. */
export const onBehalfOf = (reviewed: Reviewed, reading: Reading): Fragment =>
  sql`case when not ${inReach(reading, reviewed.stationId, mayReviewWeeks.roles)} then ${chiefStoodInFor(reviewed.stationId, reading)} end`;

/** Of a station as a whole: by a role over it, or for its chief who is away. */
export const reviewsAt = (stationId: Fragment, reading: Reading): Fragment =>
  sql`(${inReach(reading, stationId, mayReviewWeeks.roles)} or ${standsInForChief(stationId, reading)})`;

/** Nobody reviews a week of their own; a chief's only the bureau does, all others the chief, or who stands in for one who is away. */
export function mayReview(reviewed: Reviewed, reading: Reading): Fragment {
  const { memberId, stationId } = reviewed;
  return sql`(${memberId} is distinct from ${viewerMember(reading)} and (${inReach(reading, stationId, ["BUREAU_ADMINISTRATOR"])}
    or not ${isChiefs(reviewed, reading)} and (${inReach(reading, stationId, ["STATION_CHIEF"])} or ${standsInForChief(stationId, reading)})))`;
}
