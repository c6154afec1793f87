import { type Fragment, join, literal, type Reading, sql } from "#kernel/read";
import { isItemOpen } from "#modules/work";
import { isSigned, memberWeeks, seatsHeld, wasSigned } from "./held.rows.ts";
import { lineOf } from "./line-shape.rows.ts";
import { dayOf, startOfDay, type Weeks } from "./weeks.rows.ts";

/** How the item stood at the moment: by the last event that brought it to another state. */
const stoodAt = (bound: Fragment, reading: Reading) => sql`(
  select e.to_state as state, e.at from work_events e where e.bureau_id = ${reading.bureau} and e.item_id = i.id and e.at < ${bound}
    and e.from_state is distinct from e.to_state order by e.sequence desc limit 1)`;

/** By which day it was to be fed back, or else closed, as that was then: what the item itself bears is gone once it is met. */
const dueOn = (bound: Fragment, reading: Reading) =>
  sql`coalesce(${join(
    ["FEEDBACK", "CLOSE"].map(
      (clock) => sql`(
  select ${dayOf(sql`k.due_at - interval '1 microsecond'`)} from work_clocks k where k.bureau_id = ${reading.bureau} and k.item_id = i.id
    and k.clock = ${literal(clock)} and k.started_at < ${bound} order by k.started_sequence desc limit 1)`,
    ),
    ", ",
  )})`;

const isOpen = isItemOpen({ state: sql`s.state` });
const isClosed = sql`s.state = 'CLOSED'`;
const isOfWeek = sql`coalesce(d.due_on between h.week and h.last, false)`;
const wasMissed = sql`coalesce(i.missed_at < h.asked_at, false)`;

/** What may stand on the week's list, by what the indexes know of it. What came in closed, out of a ledger, has no outcome here. */
const mayStand = sql`i.kind <> 'RECEIPT' and (i.closed_on is null or i.outcome is not null) and i.opens_at < h.bound and i.created_at < h.bound and (${isItemOpen({ state: sql`i.state` })}
  or i.closed_on >= h.week or i.missed_at is not null and i.window_ends_on between h.long_before and h.last)`;

const standing = sql`case when ${isOfWeek} and ${wasMissed} or s.state = 'MISSED' then 'MISSED'
  when ${isClosed} then case when i.is_late then 'LATE' else 'DONE' end
  when ${isOfWeek} or d.due_on is null and i.created_at >= h.starts then 'DUE' else 'CARRIED_OVER' end`;

/** Whether it passed its day without being handed in. */
const isOverdue = sql`(${isOpen} and s.state <> 'SUBMITTED' and coalesce(${startOfDay(sql`(d.due_on + 1)`)} <= h.bound, false))`;

const photosOf = (bound: Fragment, reading: Reading) => sql`(
  select count(*)::int from evidence_files f where f.bureau_id = ${reading.bureau} and f.item_id = i.id and f.received_at < ${bound})`;

const servesOf = (reading: Reading) => sql`(
  select v.serves from checklist_versions v where v.bureau_id = ${reading.bureau} and v.id = i.template_version_id)`;

/**
 * Work that was due in the week, closed in it, or open in it after its day. It is of who held its seat, or whose it was, on its day in
 * the week: that it was due on, closed on, or else the last one.
 */
const workOf = (h: Fragment, address: Fragment, holds: (at: Fragment) => Fragment, reading: Reading): Fragment => {
  const isLateEntry = sql`coalesce(d.due_on < h.week and s.at >= h.starts and ${wasSigned(sql`i.station_id`, sql`d.due_on`, sql`s.at`, reading)}, false)`;
  const at = sql`case when ${isOfWeek} then ${startOfDay(sql`(d.due_on + 1)`)} - interval '1 microsecond'
    when not ${isOpen} then s.at else h.bound - interval '1 millisecond' end`;
  return sql`
  ${lineOf(
    { member: sql`h.member_id`, station: sql`i.station_id`, week: sql`h.week` },
    {
      key: sql`'WORK:' || i.id`,
      source: sql`'WORK_DUE'`,
      standing,
      title: sql`i.title`,
      number: sql`i.number`,
      kind: sql`i.kind`,
      state: sql`s.state`,
      itemId: sql`i.id`,
      matterId: sql`i.matter_id`,
      gridId: sql`i.grid_id`,
      gridName: sql`h.grid_name`,
      duty: sql`i.duty`,
      dueOn: sql`d.due_on`,
      closedOn: sql`case when ${isClosed} then ${dayOf(sql`s.at`)} end`,
      isLate: sql`(i.is_late or ${isOverdue})`,
      isWaiting: sql`(s.state = 'SUBMITTED' and i.state = 'SUBMITTED')`,
      isReturned: sql`(s.state = 'RETURNED')`,
      isLateEntry,
      photos: photosOf(sql`h.bound`, reading),
      serves: servesOf(reading),
      changedAt: sql`s.at`,
    },
  )}
  from ${h} h
  join work_items i on i.bureau_id = ${reading.bureau} and ${address} and ${mayStand}
  cross join lateral ${stoodAt(sql`h.bound`, reading)} s
  cross join lateral (select ${dueOn(sql`h.bound`, reading)} as due_on) d
  where (${isOfWeek} and s.state <> 'CANCELLED' or ${isClosed} and s.at >= h.starts or ${isOpen} and coalesce(d.due_on < h.week, true)
      or s.state = 'MISSED' and s.at >= h.starts and ${isLateEntry})
    and ${holds(at)} and not ${isSigned("h", reading)}`;
};

const asked = (rows: Fragment, reading: Reading) =>
  sql`(select each_held.*, ${reading.now} as asked_at from ${rows} each_held)`;

export const seatWork = (reading: Reading, weeks: Weeks): Fragment =>
  workOf(
    asked(seatsHeld(reading, weeks), reading),
    sql`i.grid_id = h.grid_id and i.duty = h.duty and i.station_id = h.station_id`,
    (at) => sql`h.starts_at <= ${at} and (h.ends_at is null or h.ends_at > ${at})`,
    reading,
  );

/** What is addressed to the member, or was claimed: of whichever station it is of. */
export const ownWork = (reading: Reading, weeks: Weeks): Fragment =>
  workOf(
    sql`(select mine.*, null::uuid as station_id, null::text as grid_name, ${reading.now} as asked_at from ${memberWeeks(reading, weeks)} mine)`,
    sql`i.member_id = h.member_id and i.duty is null`,
    () => sql`true`,
    reading,
  );

export const achievements = (reading: Reading, weeks: Weeks): Fragment => sql`
  ${lineOf(
    { member: sql`h.member_id`, station: sql`i.station_id`, week: sql`h.week` },
    {
      key: sql`'DONE:' || i.id`,
      source: sql`'ACHIEVEMENTS'`,
      standing: sql`case when i.is_late then 'LATE' else 'DONE' end`,
      title: sql`i.title`,
      number: sql`i.number`,
      kind: sql`i.kind`,
      state: sql`'CLOSED'`,
      itemId: sql`i.id`,
      matterId: sql`i.matter_id`,
      dutyLineId: sql`(select served.id from duty_lines served where served.bureau_id = ${reading.bureau} and served.duty = i.seat_duty
        and served.serves = ${servesOf(reading)} and not served.is_set_aside and (served.station_id is null or served.station_id = i.station_id)
        and served.starts_at <= i.closed_at and (served.ends_at is null or served.ends_at > i.closed_at)
        order by served.station_id nulls last, served.position, served.id limit 1)`,
      gridId: sql`i.grid_id`,
      gridName: sql`(select f.name from grid_facts f where f.bureau_id = ${reading.bureau} and f.grid_id = i.grid_id and f.starts_on <= i.closed_on
        and (f.ends_on is null or f.ends_on > i.closed_on))`,
      duty: sql`i.duty`,
      dueOn: dueOn(sql`h.bound`, reading),
      closedOn: sql`i.closed_on`,
      isLate: sql`i.is_late`,
      photos: photosOf(sql`h.bound`, reading),
      serves: servesOf(reading),
      changedAt: sql`i.closed_at`,
    },
  )}
  from ${memberWeeks(reading, weeks)} h
  join work_items i on i.bureau_id = ${reading.bureau} and i.submitted_by = h.member_id and i.closed_on >= h.week and i.closed_on <= h.last
    and i.kind <> 'RECEIPT' and i.outcome in ('ACCEPTED', 'FOLLOWED_UP')`;
