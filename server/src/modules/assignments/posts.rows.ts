import { type Fragment, inForce, join, literal, raw, type Reading, sql } from "#kernel/read";
import { Duty, gridsThen, isOpenInReach, isShown, wasInReach } from "#modules/grids";

/** The standards in force that ask for somebody. */
export const standardsAsking = (reading: Reading): Fragment =>
  reading.share(sql`
  select s.grid_kind, s.complexity, s.duty, s.at_least from staffing_standards s
  where s.bureau_id = ${reading.bureau} and ${inForce({ startsAt: sql`s.starts_at`, endsAt: sql`s.ends_at` }, reading.at)} and s.at_least > 0`);

/** The assignments in force. */
export const seatsHeld = (reading: Reading): Fragment =>
  reading.share(sql`
  select a.id, a.grid_id, a.member_id, a.duty, a.starts_at from assignments a
  where a.bureau_id = ${reading.bureau} and ${inForce({ startsAt: sql`a.starts_at`, endsAt: sql`a.ends_at` }, reading.at)}`);

const duties = Object.values(Duty);
const each = (of: (duty: Duty) => Fragment, between: string) => join(duties.map(of), between);
const required = (duty: Duty) => raw(`required_${duty.toLowerCase()}`);
const filled = (duty: Duty) => raw(`filled_${duty.toLowerCase()}`);

/**
 * The open grids in reach, each in one row: for every duty how many holders its standard asks for and how many there are, and the
 * seats in all. Of a whole bureau, a row for each duty takes more than twice as long.
 */
export const staffedGrids = (reading: Reading): Fragment =>
  reading.share(sql`
  select w.*, ${each((duty) => sql`w.${required(duty)}`, " + ")} as required,
    ${each((duty) => sql`least(w.${filled(duty)}, w.${required(duty)})`, " + ")} as filled,
    ${each((duty) => sql`greatest(w.${filled(duty)} - w.${required(duty)}, 0)`, " + ")} as surplus
  from (
    select g.id as grid_id, g.station_id, g.station_today_id, g.police_room_id, g.kind, g.complexity, g.opened_on, g.facts_since, ${wasInReach(reading)} as is_of_reach, ${isShown(reading)} as is_shown,
      ${each((duty) => sql`coalesce(s.${required(duty)}, 0) as ${required(duty)}, coalesce(h.${filled(duty)}, 0) as ${filled(duty)}`, ", ")}
    from ${gridsThen(reading)} g
    left join (
      select s.grid_kind, s.complexity, ${each((duty) => sql`max(s.at_least) filter (where s.duty = ${literal(duty)})::int as ${required(duty)}`, ", ")}
      from ${standardsAsking(reading)} s group by s.grid_kind, s.complexity
    ) s on s.grid_kind = g.kind and s.complexity = g.complexity
    left join (
      select h.grid_id, ${each((duty) => sql`count(*) filter (where h.duty = ${literal(duty)})::int as ${filled(duty)}`, ", ")}
      from ${seatsHeld(reading)} h group by h.grid_id
    ) h on h.grid_id = g.id
    where ${isOpenInReach(reading)}) w`);

/** How many holders of the duty the standard asks for at a grid `w` of these. */
export const requiredOf = (duty: Fragment): Fragment =>
  sql`case ${duty} ${each((one) => sql`when ${literal(one)} then w.${required(one)}`, " ")} end`;

const placeOfPost = sql`w.grid_id, w.station_id, w.station_today_id, w.police_room_id, w.kind, w.complexity, w.opened_on, w.facts_since, w.is_of_reach, w.is_shown, d.duty, d.required, d.filled`;
const ofEachDuty = sql`cross join lateral (
  values ${each((duty) => sql`(${literal(duty)}, w.${required(duty)}, w.${filled(duty)})`, ", ")}) d (duty, required, filled)`;

/** A post is a duty at an open grid in reach: how many holders its standard asks for, and how many there are. */
export const posts = (reading: Reading): Fragment =>
  sql`(select ${placeOfPost} from ${staffedGrids(reading)} w ${ofEachDuty})`;

/** The posts that have a vacant seat. */
export const vacantPosts = (reading: Reading): Fragment =>
  sql`(select ${placeOfPost} from ${staffedGrids(reading)} w ${ofEachDuty} where w.required > w.filled and d.required > d.filled)`;
