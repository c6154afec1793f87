import type { rechecks } from "@maple-bridge/drizzle/tables";
import { type Fragment, inReach, literal, raw, type Reading, type RowOf, sql } from "#kernel/read";
import { memberConditions } from "#modules/members";
import { workConditions } from "#modules/work";
import { usualPerMonth } from "./month.rules.ts";

/** The pool that was kept tells, whatever has become of the work and of the members since. */
const isInPool = (
  word: "item" | "checker",
  id: Fragment,
  drawId: Fragment,
  reading: Reading,
): Fragment => sql`${id} in (
  select split_part(line.told, ' ', 2)::uuid from recheck_draws d cross join lateral unnest(string_to_array(d.pool, chr(10))) line (told)
  where d.bureau_id = ${reading.bureau} and d.id = ${drawId} and ${inReach(reading, sql`d.station_id`)} and split_part(line.told, ' ', 1) = ${literal(word)})`;

workConditions.give("candidateOf", ({ id }, { value }, reading) => isInPool("item", id, sql`${value}`, reading));
memberConditions.give("checkerOf", ({ id }, { value }, reading) => isInPool("checker", id, sql`${value}`, reading));

export type RecheckRow = RowOf<typeof rechecks>;

/** The result that counts. */
export const lastResult = (
  recheckId: Fragment,
  column: "id" | "outcome" | "checked_at",
  reading: Reading,
): Fragment => sql`(
  select said.${raw(column)} from recheck_results said where said.bureau_id = ${reading.bureau} and said.recheck_id = ${recheckId}
  order by said.revision desc limit 1)`;

export const isChecked = (recheckId: Fragment, reading: Reading): Fragment => sql`exists (
  select from recheck_results said where said.bureau_id = ${reading.bureau} and said.recheck_id = ${recheckId})`;

/** How many are drawn of the station in a month: its own number, else the bureau's, else the usual one. */
export const perMonthOf = (stationId: Fragment, reading: Reading): Fragment => sql`coalesce((
  select q.per_month from recheck_quotas q where q.bureau_id = ${reading.bureau} and (q.station_id = ${stationId} or q.station_id is null)
    and q.per_month is not null order by q.station_id nulls last limit 1), ${raw(String(usualPerMonth))})::int`;

interface OfWeek {
  memberId: Fragment;
  stationId: Fragment;
  week: Fragment;
}

/** How much of what the member brought to its end in the week, at the station, was checked again and not confirmed: as is known now. */
export const failedRechecks = ({ memberId, stationId, week }: OfWeek, reading: Reading): Fragment => sql`(
  select count(*)::int from rechecks r where r.bureau_id = ${reading.bureau} and r.station_id = ${stationId} and r.done_by_id = ${memberId}
    and r.closed_on >= ${week} and r.closed_on <= ${week} + 6 and ${lastResult(sql`r.id`, "outcome", reading)} = 'NOT_CONFIRMED')`;
