import { type Fragment, join, literal, raw, type Reading, sql } from "#kernel/read";
import { isItemOpen } from "#modules/work";
import { held, isSigned, memberWeeks, type OfStations, seatsHeld, wasSigned, type Whose } from "./held.rows.ts";
import { lineOf } from "./line-shape.rows.ts";
import { dayOf, startOfDay, type Weeks } from "./weeks.rows.ts";

/** How the item stood at the moment: by the last event that brought it to another state. */
const stoodAt = (bound: Fragment, reading: Reading) => sql`(
  select e.to_state as state, e.at from work_events e where e.bureau_id = ${reading.bureau} and e.item_id = i.id and e.at < ${bound}
    and e.from_state is distinct from e.to_state order by e.sequence desc limit 1)`;

/** The clock's due time of the moment: the first step after it that moved the clock knows what it was. */
const dueAt = (bound: Fragment, reading: Reading) => sql`coalesce((
  select moved.due_before from work_clock_moves moved where moved.bureau_id = ${reading.bureau} and moved.clock_id = k.id and moved.at >= ${bound}
  order by moved.sequence limit 1), k.due_at)`;

/** By which day it was to be fed back, or else closed, as that was then: what the item itself bears is gone once it is met. */
const dueOn = (bound: Fragment, reading: Reading) =>
  sql`coalesce(${join(
    ["FEEDBACK", "CLOSE"].map(
      (clock) => sql`(
  select ${dayOf(sql`${dueAt(bound, reading)} - interval '1 microsecond'`)} from work_clocks k where k.bureau_id = ${reading.bureau} and k.item_id = i.id
    and k.clock = ${literal(clock)} and k.started_at < ${bound} order by k.started_sequence desc limit 1)`,
    ),
    ", ",
  )})`;

/** Whether a due time of it had passed by then before it was met. */
const wasLate = (bound: Fragment, reading: Reading) => sql`exists (
  select from work_clocks k where k.bureau_id = ${reading.bureau} and k.item_id = i.id and k.breached_at <= ${bound})`;

const isOpen = isItemOpen({ state: sql`s.state` });
const isClosed = sql`s.state = 'CLOSED'`;
const isOfWeek = sql`coalesce(d.due_on between h.week and h.last, false)`;
const wasMissed = sql`coalesce(i.missed_at < h.asked_at, false)`;

/** What may stand on the week's list, by what the indexes know of it. */
const mayStand = sql`(${isItemOpen({ state: sql`i.state` })}
  or i.closed_on >= h.week or i.missed_at is not null and i.window_ends_on between h.long_before and h.last
  or i.state = 'CANCELLED' and i.state_since >= h.bound)`;

/** What came in closed, out of a ledger, has no outcome. */
const isListed = sql`i.kind <> 'RECEIPT' and (i.closed_on is null or i.outcome is not null) and i.opens_at < h.bound and i.created_at < h.bound`;

interface Addressed {
  gridId: Fragment;
  duty: Fragment;
  memberId: Fragment;
}

/**
 * Items that were so addressed at the end of the week: those that are and have not moved since, and those that a step since has moved
 * from there. Whose each is now is not asked.
 */
const itemsThen = (isAddressed: (of: Addressed) => Fragment, reading: Reading): Fragment => {
  const address = (of: string) => ({
    gridId: raw(`${of}.grid_id`),
    duty: raw(`${of}.duty`),
    memberId: raw(`${of}.member_id`),
  });
  // Whole rows: joined by their ids once more, they would be looked for among all that were issued by then.
  // Closed by `offset 0` to the station that is asked for around it, which PostgreSQL takes for small, because it does not know that a station
  // is of one bureau: for each seat it would go through all that the station was ever issued.
  return sql`(
    (select i.*, i.station_id as station_then, i.grid_id as grid_then, i.duty as duty_then from work_items i
    where i.bureau_id = ${reading.bureau} and ${isAddressed(address("i"))} and ${mayStand} and ${isListed} and not exists (
      select from work_pasts moved where moved.bureau_id = ${reading.bureau} and moved.item_id = i.id and moved.at >= h.bound)
    offset 0)
    union all
    select i.*, p.station_id, p.grid_id, p.duty from work_pasts p
    join work_items i on i.bureau_id = ${reading.bureau} and i.id = p.item_id
    where p.bureau_id = ${reading.bureau} and ${isAddressed(address("p"))} and p.at >= h.bound and ${isListed} and not exists (
      select from work_pasts before where before.bureau_id = ${reading.bureau} and before.item_id = p.item_id and before.at >= h.bound
        and before.sequence < p.sequence))`;
};

/** How it stood in the week. */
const standing = sql`case when ${isOfWeek} and ${wasMissed} or s.state = 'MISSED' then 'MISSED'
  when ${isClosed} then case when l.was_late then 'LATE' else 'DONE' end
  when ${isOfWeek} or d.due_on is null and i.created_at >= h.starts then 'DUE' else 'CARRIED_OVER' end`;

/** Whether it passed its day without being handed in. */
const isOverdue = sql`(${isOpen} and s.state <> 'SUBMITTED' and coalesce(${startOfDay(sql`(d.due_on + 1)`)} <= h.bound, false))`;

const photosOf = (bound: Fragment, reading: Reading) => sql`(
  select count(*)::int from evidence_files f where f.bureau_id = ${reading.bureau} and f.item_id = i.id and f.received_at < ${bound} and not f.is_of_recheck)`;

const servesOf = (reading: Reading) => sql`(
  select v.serves from checklist_versions v where v.bureau_id = ${reading.bureau} and v.id = i.template_version_id)`;

const ofItem: Whose = { ...held, station: sql`i.station_then` };

/**
 * Work that was due in the week, closed in it, or open in it after its day. It is of who held its seat, or whose it was, on its day in
 * the week: that it was due on, closed on, or else the last one.
 */
const workOf = (
  h: Fragment,
  signed: Whose,
  isAddressed: (of: Addressed) => Fragment,
  holds: (at: Fragment) => Fragment,
  reading: Reading,
): Fragment => {
  const isLateEntry = sql`coalesce(d.due_on < h.week and s.at >= h.starts and ${wasSigned(sql`i.station_then`, sql`d.due_on`, sql`s.at`, reading)}, false)`;
  const at = sql`case when ${isOfWeek} then ${startOfDay(sql`(d.due_on + 1)`)} - interval '1 microsecond'
    when not ${isOpen} then s.at else h.bound - interval '1 millisecond' end`;
  return sql`
  ${lineOf(ofItem, {
    key: sql`'WORK:' || i.id`,
    source: sql`'WORK_DUE'`,
    standing,
    title: sql`i.title`,
    number: sql`i.number`,
    kind: sql`i.kind`,
    state: sql`s.state`,
    itemId: sql`i.id`,
    matterId: sql`i.matter_id`,
    gridId: sql`i.grid_then`,
    gridName: sql`h.grid_name`,
    duty: sql`i.duty_then`,
    dueOn: sql`d.due_on`,
    closedOn: sql`case when ${isClosed} then ${dayOf(sql`s.at`)} end`,
    isLate: sql`(l.was_late or ${isOverdue})`,
    isWaiting: sql`(s.state = 'SUBMITTED' and i.state = 'SUBMITTED')`,
    isReturned: sql`(s.state = 'RETURNED')`,
    isLateEntry,
    photos: photosOf(sql`h.bound`, reading),
    serves: servesOf(reading),
    changedAt: sql`s.at`,
  })}
  from ${h} h
  cross join lateral ${itemsThen(isAddressed, reading)} i
  cross join lateral ${stoodAt(sql`h.bound`, reading)} s
  cross join lateral (select ${dueOn(sql`h.bound`, reading)} as due_on) d
  cross join lateral (select ${wasLate(sql`h.bound`, reading)} as was_late) l
  where (${isOfWeek} and s.state <> 'CANCELLED' or ${isClosed} and s.at >= h.starts or ${isOpen} and coalesce(d.due_on < h.week, true)
      or s.state = 'MISSED' and s.at >= h.starts and ${isLateEntry})
    and ${holds(at)} and not ${isSigned(signed, reading)}`;
};

const asked = (rows: Fragment, reading: Reading) =>
  sql`(select each_held.*, ${reading.now} as asked_at from ${rows} each_held)`;

export const seatWork = (reading: Reading, weeks: Weeks, of?: OfStations): Fragment =>
  workOf(
    asked(of?.seats ?? seatsHeld(reading, weeks), reading),
    held,
    ({ gridId, duty }) => sql`${gridId} = h.grid_id and ${duty} = h.duty`,
    (at) => sql`i.station_then = h.station_id and h.starts_at <= ${at} and (h.ends_at is null or h.ends_at > ${at})`,
    reading,
  );

/** What is addressed to the member, or was claimed: of whichever station it is of. */
export const ownWork = (reading: Reading, weeks: Weeks, of?: OfStations): Fragment =>
  workOf(
    sql`(select mine.*, null::uuid as station_id, null::text as grid_name, ${reading.now} as asked_at from ${memberWeeks(reading, weeks, of)} mine)`,
    ofItem,
    ({ memberId, duty }) => sql`${memberId} = h.member_id and ${duty} is null`,
    () => sql`true`,
    reading,
  );

const isAchieved = (of: string) =>
  raw(`${of}.submitted_by = h.member_id and ${of}.closed_on >= h.week and ${of}.closed_on <= h.last
  and ${of}.outcome in ('ACCEPTED', 'FOLLOWED_UP')`);

/**
 * What the member had brought to its end in the week, and was so at its end: opened again later or not. By `offset 0` the week is a condition of
 * the index, too: joined with it, PostgreSQL would take what somebody ever handed in for one row.
 */
const closedThen = (reading: Reading): Fragment => sql`(
  (select i.*, i.station_id as station_then, i.grid_id as grid_then, i.duty as duty_then, i.closed_at as closed_then, i.closed_on as closed_on_then
  from work_items i where i.bureau_id = ${reading.bureau} and ${isAchieved("i")} and i.kind <> 'RECEIPT' offset 0)
  union all
  select i.*, p.station_id, p.grid_id, p.duty, p.closed_at, p.closed_on from work_pasts p
  join work_items i on i.bureau_id = ${reading.bureau} and i.id = p.item_id and i.kind <> 'RECEIPT'
  where p.bureau_id = ${reading.bureau} and ${isAchieved("p")} and p.at >= h.bound)`;

export const achievements = (reading: Reading, weeks: Weeks, of?: OfStations): Fragment => sql`
  ${lineOf(ofItem, {
    key: sql`'DONE:' || i.id`,
    source: sql`'ACHIEVEMENTS'`,
    standing: sql`case when l.was_late then 'LATE' else 'DONE' end`,
    title: sql`i.title`,
    number: sql`i.number`,
    kind: sql`i.kind`,
    state: sql`'CLOSED'`,
    itemId: sql`i.id`,
    matterId: sql`i.matter_id`,
    dutyLineId: sql`(select served.id from duty_lines served where served.bureau_id = ${reading.bureau} and served.duty = i.seat_duty
        and served.serves = ${servesOf(reading)} and not served.is_set_aside and (served.station_id is null or served.station_id = i.station_then)
        and served.starts_at <= i.closed_then and (served.ends_at is null or served.ends_at > i.closed_then)
        order by served.station_id nulls last, served.position, served.id limit 1)`,
    gridId: sql`i.grid_then`,
    gridName: sql`(select f.name from grid_facts f where f.bureau_id = ${reading.bureau} and f.grid_id = i.grid_then and f.starts_on <= i.closed_on_then
        and (f.ends_on is null or f.ends_on > i.closed_on_then))`,
    duty: sql`i.duty_then`,
    dueOn: dueOn(sql`h.bound`, reading),
    closedOn: sql`i.closed_on_then`,
    isLate: sql`l.was_late`,
    photos: photosOf(sql`h.bound`, reading),
    serves: servesOf(reading),
    changedAt: sql`i.closed_then`,
  })}
  from ${memberWeeks(reading, weeks, of)} h
  cross join lateral ${closedThen(reading)} i
  cross join lateral (select ${wasLate(sql`i.closed_then`, reading)} as was_late) l
  where not ${isSigned(ofItem, reading)}`;
