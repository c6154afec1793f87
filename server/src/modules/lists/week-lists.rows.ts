import {
  type Fragment,
  inReach,
  join,
  literal,
  nothing,
  type Parameter,
  query,
  type Reading,
  type RowOf,
  sql,
} from "#kernel/read";
import { seatsHeld } from "./held.rows.ts";
import { workFound } from "./week-line.rows.ts";
import { mondayAsked, spans, startOfDay } from "./weeks.rows.ts";
import { viewerMember } from "#modules/members";
import { isChiefs, mayReview } from "./reviewing.rows.ts";

/** The nearest station over each unit that has one, itself where it is one. */
const stationsOver = (reading: Reading): Fragment => sql`(
  with recursive below (unit_id, station_id) as (
    select s.id, s.id from units s where s.bureau_id = ${reading.bureau} and s.kind = 'STATION'
    union all
    select u.id, below.station_id from below join units u on u.bureau_id = ${reading.bureau} and u.parent_id = below.unit_id and u.kind <> 'STATION'
  ) select unit_id, station_id from below)`;

/**
 * A member's week at each station at which the member belonged to a unit, held a seat, or brought something to an end. At home is the
 * station to which the member belonged last in it. The first and the last of the days are asked for once more, apart from the weeks: joined with
 * them alone, PostgreSQL would take what somebody ever handed in for one row, and go through it.
 */
export const membersInWeeks = (
  reading: Reading,
  weeks: Fragment,
  seats: Fragment = seatsHeld(reading, () => weeks),
): Fragment => sql`(
  select md5(x.member_id::text || x.station_id::text || x.week::text)::uuid as id, x.member_id, x.station_id, x.week, bool_or(x.is_home) as is_home from (
    select u.member_id, coalesce(over_it.station_id, u.unit_id) as station_id, w.week, u.ends_on is null or u.ends_on > w.last as is_home
    from ${spans(weeks, reading)} w
    join member_units u on u.bureau_id = ${reading.bureau} and u.starts_on <= w.last and (u.ends_on is null or u.ends_on > w.week)
    join members m on m.bureau_id = u.bureau_id and m.id = u.member_id and (m.joined_on is null or m.joined_on <= w.last)
      and (m.left_on is null or m.left_on > w.week)
    left join ${stationsOver(reading)} over_it on over_it.unit_id = u.unit_id
    union all
    select h.member_id, h.station_id, h.week, false from ${seats} h
    union all
    select i.submitted_by, i.station_id, w.week, false from ${spans(weeks, reading)} w
    join work_items i on i.bureau_id = ${reading.bureau} and i.closed_on >= w.week and i.closed_on <= w.last and i.submitted_by is not null
      and i.closed_on >= (select min(each_of.week) from ${weeks} each_of) and i.closed_on <= (select max(each_of.week) + 6 from ${weeks} each_of)
    union all
    select r.member_id, r.station_id, w.week, false from ${spans(weeks, reading)} w
    join week_reviews r on r.bureau_id = ${reading.bureau} and r.week_start = w.week
  ) x group by x.member_id, x.station_id, x.week)`;

/** Of the week that is asked about. */
export const weekMembers = query(
  "week_members",
  { id: "not null", memberId: "not null", stationId: "not null", week: "not null", isHome: "not null" },
  (reading) => membersInWeeks(reading, sql`(select ${mondayAsked(reading, "week")} as week)`),
);

export type WeekMember = Pick<RowOf<typeof weekMembers>, "memberId" | "stationId" | "week">;

/** Who sees a station sees its members' weeks; and everybody sees their own of stations in sight. */
export const isWeekInSight = ({ stationId }: WeekMember, reading: Reading): Fragment => inReach(reading, stationId);

/** The revision that counts. */
export const currentReview = ({ memberId, stationId, week }: WeekMember, reading: Reading): Fragment => sql`(
  select r.id from week_reviews r where r.bureau_id = ${reading.bureau} and r.station_id = ${stationId} and r.member_id = ${memberId} and r.week_start = ${week}
  order by r.revision desc limit 1)`;

const isSigned = (week: WeekMember, reading: Reading) => sql`exists (
  select from week_reviews r where r.bureau_id = ${reading.bureau} and r.id = ${currentReview(week, reading)} and r.signed_at is not null)`;

const isOver = (week: Fragment, reading: Reading) =>
  sql`((${week} + 7)::timestamp at time zone 'Asia/Shanghai' <= ${reading.now})`;

/** Whether a result waits to be accepted or returned. */
const hasWaiting = ({ memberId, stationId, week }: WeekMember, reading: Reading) => sql`exists (
  select from ${workFound(reading, () => sql`(select ${week} as week)`)} l where l.member_id = ${memberId} and l.station_id = ${stationId}
    and l.week = ${week} and l.is_waiting and l.decision is null)`;

/** What may be done with the week as it stands. */
export function actionsOnWeek(week: WeekMember, reading: Reading): Fragment {
  if (!reading.caller.mayWrite) return sql`'{}'::text[]`;
  const told = (actions: readonly string[]) => join(actions.map(literal), ", ");
  const reopens =
    reading.caller.reach(["BUREAU_ADMINISTRATOR"]) === "all" ? sql`array['REOPEN_WEEK']` : sql`'{}'::text[]`;
  return sql`case when ${isSigned(week, reading)} then ${reopens}
    when ${mayReview(week, reading)} then array[${told(["ACCEPT_LINES", "RETURN_LINE", "ACCEPT_ALL_CLEAN", "COMMENT_ON_LINE"])}]
      || case when ${isOver(week.week, reading)} and not ${hasWaiting(week, reading)} then array['SIGN_WEEK'] else '{}'::text[] end
    else '{}'::text[] end`;
}

/** Why the week may not be signed by who asks; null where it may. */
export const hindranceOf = (week: WeekMember, reading: Reading): Fragment => sql`
  case when ${isSigned(week, reading)} then 'SIGNED' when ${week.memberId} is not distinct from ${viewerMember(reading)} then 'OWN'
    when not ${reading.caller.mayWrite ? mayReview(week, reading) : nothing} then
      case when ${isChiefs(week, reading)} then 'OF_A_CHIEF' else 'NOT_YOURS' end
    when not ${isOver(week.week, reading)} then 'NOT_OVER'
    when ${hasWaiting(week, reading)} then 'LINES_WAIT' end`;

/** On how many days of the week the member was away, for whatever part of them. */
export function daysAway({ memberId, week }: Pick<WeekMember, "memberId" | "week">, reading: Reading): Fragment {
  const awayOver = (from: Fragment, to: Fragment) => sql`exists (
    select from absences b where b.bureau_id = ${reading.bureau} and b.member_id = ${memberId} and b.starts_at < ${startOfDay(to)}
      and (b.ends_at is null or b.ends_at > ${startOfDay(from)} and b.ends_at > b.starts_at))`;
  return sql`case when ${awayOver(week, sql`(${week} + 7)`)} then (
    select count(*)::int from generate_series(0, 6) n where ${awayOver(sql`(${week} + n)`, sql`(${week} + n + 1)`)}) else 0 end`;
}

/** Whether the member held a seat at the grid in the week. */
export const isOfGrid = (
  { memberId, week }: Pick<WeekMember, "memberId" | "week">,
  gridId: Parameter,
  reading: Reading,
): Fragment => sql`exists (
  select from assignments a where a.bureau_id = ${reading.bureau} and a.member_id = ${memberId} and a.grid_id = ${gridId}
    and a.starts_at < ${startOfDay(sql`(${week} + 7)`)} and (a.ends_at is null or a.ends_at > ${startOfDay(week)} and a.ends_at > a.starts_at))`;
