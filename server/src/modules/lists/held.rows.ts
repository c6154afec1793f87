import { type Fragment, raw, type Reading, sql } from "#kernel/read";
import { dayOf, mondayOf, spans, type Weeks } from "./weeks.rows.ts";

export interface Whose {
  member: Fragment;
  station: Fragment;
  week: Fragment;
}

export const isSigned = ({ member, station, week }: Whose, reading: Reading) => sql`coalesce((
  select r.signed_at is not null from week_reviews r where r.bureau_id = ${reading.bureau} and r.station_id = ${station}
    and r.member_id = ${member} and r.week_start = ${week} order by r.revision desc limit 1), false)`;

/** Of some stations alone: the seats held at their grids, as `seatsHeld` has them, and their members, in a query of their ids. */
export interface OfStations {
  seats: Fragment;
  memberIds: Fragment;
}

/** A seat held in a week, with what its grid was last while it was. */
export const seatsHeld = (reading: Reading, weeks: Weeks, stationIds?: Fragment): Fragment => sql`(
  select a.id as assignment_id, a.member_id, a.grid_id, a.duty, a.starts_at, a.ends_at, f.station_id, f.name as grid_name, w.*
  from assignments a
  cross join lateral ${spans(weeks(dayOf(sql`a.starts_at`), dayOf(sql`coalesce(a.ends_at, ${reading.now} + interval '28 days')`)), reading)} w
  join grid_facts f on f.bureau_id = a.bureau_id and f.grid_id = a.grid_id
    and f.starts_on <= least(w.last, ${dayOf(sql`a.ends_at - interval '1 microsecond'`)})
    and (f.ends_on is null or f.ends_on > least(w.last, ${dayOf(sql`a.ends_at - interval '1 microsecond'`)}))
    ${stationIds ? sql`and f.station_id = ${stationIds}` : raw("")}
  where a.bureau_id = ${reading.bureau} and a.starts_at < w.ends and (a.ends_at is null or a.ends_at > w.starts and a.ends_at > a.starts_at))`;

/** Every member in every week. */
export const memberWeeks = (reading: Reading, weeks: Weeks, of?: OfStations): Fragment => sql`(
  select m.id as member_id, w.* from members m
  cross join lateral ${spans(weeks(sql`'2015-01-05'::date`, dayOf(sql`${reading.now} + interval '28 days'`)), reading)} w
  where m.bureau_id = ${reading.bureau} ${of ? sql`and m.id in ${of.memberIds}` : raw("")})`;

export const held: Whose = { member: sql`h.member_id`, station: sql`h.station_id`, week: sql`h.week` };

export const wasSigned = (stationId: Fragment, day: Fragment, before: Fragment, reading: Reading) => sql`exists (
  select from week_reviews past where past.bureau_id = ${reading.bureau} and past.station_id = ${stationId} and past.member_id = h.member_id
    and past.week_start = ${mondayOf(day)} and past.signed_at < ${before})`;
