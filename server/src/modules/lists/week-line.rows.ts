import { type Fragment, join, query, raw, type Reading, sql } from "#kernel/read";
import { carriedIn } from "#modules/catalogue";
import { held, isSigned, type OfStations, seatsHeld, wasSigned } from "./held.rows.ts";
import { columnOf, columns, decided, frozen, frozenKeys, lineOf, toldKeys } from "./line-shape.rows.ts";
import { dayOf, everyWeek, type Weeks } from "./weeks.rows.ts";
import { achievements, ownWork, seatWork } from "./week-work.rows.ts";

const duties = (reading: Reading, weeks: Weeks, of?: OfStations): Fragment => sql`
  ${lineOf(held, {
    key: sql`'DUTY:' || h.assignment_id || ':' || d.id`,
    source: sql`'DUTIES'`,
    title: sql`d.title`,
    dutyLineId: sql`d.id`,
    gridId: sql`h.grid_id`,
    gridName: sql`h.grid_name`,
    duty: sql`h.duty`,
    serves: sql`d.serves`,
    changedAt: sql`greatest(d.starts_at, h.starts_at)`,
  })}
  from ${of?.seats ?? seatsHeld(reading, weeks)} h
  cross join lateral ${carriedIn(reading, {
    from: sql`greatest(h.starts, h.starts_at)`,
    to: sql`least(h.ends, coalesce(h.ends_at, 'infinity'))`,
  })} carried
  join duty_lines d on d.bureau_id = ${reading.bureau} and d.id = carried.line_id
  where carried.assignment_id = h.assignment_id and not ${isSigned(held, reading)}`;

/** Matters of the grid as they were at the end of the week: those that have not changed since, and what a change since knows of the others. */
const mattersThen = (reading: Reading): Fragment => sql`(
  select m.*, m.title as title_then, m.outcome as outcome_then, m.ended_at as ended_then from matters m
  where m.bureau_id = ${reading.bureau} and m.grid_id = h.grid_id and m.station_id = h.station_id and m.registered_at < h.bound
    and (m.ended_at is null or m.ended_at >= h.starts) and not exists (
      select from matter_pasts changed where changed.bureau_id = ${reading.bureau} and changed.matter_id = m.id and changed.at >= h.bound)
  union all
  select m.*, p.title, p.outcome, p.ended_at from matter_pasts p
  join matters m on m.bureau_id = ${reading.bureau} and m.id = p.matter_id and m.registered_at < h.bound
  where p.bureau_id = ${reading.bureau} and p.grid_id = h.grid_id and p.station_id = h.station_id and p.at >= h.bound
    and (p.ended_at is null or p.ended_at >= h.starts) and not exists (
      select from matter_pasts before where before.bureau_id = ${reading.bureau} and before.matter_id = p.matter_id and before.at >= h.bound
        and (before.at, before.id) < (p.at, p.id)))`;

/** Of two seats of one member at a grid its matters are told once. */
const openMatters = (reading: Reading, weeks: Weeks, of?: OfStations): Fragment => {
  const isOver = sql`coalesce(m.ended_then < h.bound, false)`;
  const at = sql`case when ${isOver} then m.ended_then else h.bound - interval '1 millisecond' end`;
  return sql`
  ${lineOf(held, {
    key: sql`'MATTER:' || m.id`,
    source: sql`'OPEN_MATTERS'`,
    standing: sql`case when ${isOver} then 'SETTLED' when m.registered_at >= h.starts then 'NEW' else 'CARRIED_OVER' end`,
    title: sql`m.title_then`,
    number: sql`m.number`,
    kind: sql`m.kind`,
    matterId: sql`m.id`,
    gridId: sql`h.grid_id`,
    gridName: sql`h.grid_name`,
    closedOn: sql`case when ${isOver} then ${dayOf(sql`m.ended_then`)} end`,
    isLateEntry: sql`(m.registered_at >= h.starts and m.happened_at < h.starts and ${wasSigned(sql`h.station_id`, dayOf(sql`m.happened_at`), sql`m.registered_at`, reading)})`,
    changedAt: sql`case when ${isOver} then m.ended_then else m.registered_at end`,
  })}
  from ${of?.seats ?? seatsHeld(reading, weeks)} h
  cross join lateral ${mattersThen(reading)} m
  where not (${isOver} and m.outcome_then = 'MERGED') and h.starts_at <= ${at}
    and (h.ends_at is null or h.ends_at > ${at}) and not ${isSigned(held, reading)}`;
};

/** The last word on each line of a week that is not signed, whichever revision it was said in. */
const lastWord = (reading: Reading) => sql`
  left join lateral (
    select said.decision, said.reason as decision_reason, said.decider, said.decided_at, said.item_id as returned_item_id
    from week_reviews r join review_lines said on said.bureau_id = r.bureau_id and said.review_id = r.id and said.line_key = l.key
    where r.bureau_id = ${reading.bureau} and r.station_id = l.station_id and r.member_id = l.member_id and r.week_start = l.week
    order by r.revision desc, said.sequence desc limit 1) word on true`;

/** Whether a word is needed on it: a result waits, or it is late or missed, and nothing was decided. */
export const needsAWord = ({
  decision,
  source,
  isWaiting,
  isLate,
  standing,
}: Word): Fragment => sql`(${decision} is null
  and ${source} = 'WORK_DUE' and (${isWaiting} or ${isLate} or ${standing} in ('LATE', 'MISSED')))`;

type Word = Readonly<Record<"decision" | "source" | "isWaiting" | "isLate" | "standing", Fragment>>;

type Arm = (reading: Reading, weeks: Weeks, of?: OfStations) => Fragment;

const work: readonly Arm[] = [seatWork, ownWork];
const allElse: readonly Arm[] = [duties, openMatters, achievements];

const linesOf = (arms: readonly Fragment[], words: Fragment, decidedColumns: Fragment) => sql`
  select l.member_id, l.station_id, l.week, null::uuid as review_id, true as is_current, ${columns(toldKeys, "l")}, ${decidedColumns}
  from (${join(arms, " union all ")}) l ${words}`;

const foundBy =
  (arms: readonly Arm[]) =>
  (reading: Reading, weeks: Weeks): Fragment =>
    sql`(${linesOf(
      arms.map((arm) => arm(reading, weeks)),
      lastWord(reading),
      columns(Object.keys(decided), "word"),
    )})`;

/** The lines of weeks that are not signed, as they follow from what there is. */
export const linesFound = foundBy([...allElse, ...work]);

/** Of these the work that is due: all that there is to accept or to return. */
export const workFound = foundBy(work);

/** The same of some stations, to be counted: what was decided is told of work alone. */
export function linesToCount(reading: Reading, weeks: Weeks, of: OfStations): Fragment {
  const [ofWork, ofAllElse] = [work, allElse].map((arms) => arms.map((arm) => arm(reading, weeks, of)));
  return sql`(${linesOf(ofWork!, lastWord(reading), columns(Object.keys(decided), "word"))}
    union all ${linesOf(ofAllElse!, raw(""), undecided)})`;
}

const undecided = join(
  Object.entries(decided).map(([key, type]) => raw(`null::${type} as ${columnOf(key)}`)),
  ", ",
);

/** The lines of every revision that was signed, as they were then. */
const linesSigned = (reading: Reading): Fragment => sql`(
  select r.member_id, r.station_id, r.week_start as week, r.id as review_id, not exists (
      select from week_reviews later where later.bureau_id = r.bureau_id and later.station_id = r.station_id and later.member_id = r.member_id
        and later.week_start = r.week_start and later.revision > r.revision) as is_current, ${columns(frozenKeys, "l")}
  from week_reviews r
  cross join lateral jsonb_to_recordset(r.snapshot -> 'lines') l (${raw(frozenKeys.map((key) => `${columnOf(key)} ${frozen[key]}`).join(", "))})
  where r.bureau_id = ${reading.bureau} and r.signed_at is not null)`;

/** The lines of members' weeks: what was signed as it was, all else as it follows from what there is. */
export const weekLines = query(
  "week_lines",
  {
    memberId: "not null",
    stationId: "not null",
    week: "not null",
    reviewId: "null",
    isCurrent: "not null",
    key: "not null",
    source: "not null",
    standing: "null",
    title: "not null",
    number: "null",
    kind: "null",
    state: "null",
    itemId: "null",
    matterId: "null",
    dutyLineId: "null",
    gridId: "null",
    gridName: "null",
    duty: "null",
    dueOn: "null",
    closedOn: "null",
    isLate: "not null",
    isWaiting: "not null",
    isReturned: "not null",
    isLateEntry: "not null",
    photos: "not null",
    serves: "null",
    changedAt: "not null",
    decision: "null",
    decisionReason: "null",
    decider: "null",
    decidedAt: "null",
    returnedItemId: "null",
  },
  (reading) =>
    sql`select * from ${linesFound(reading, weeksAskedOf(reading))} found union all select * from ${linesSigned(reading)} signed`,
);

/** The week of the parent, where the lines are of one. */
function weeksAskedOf({ given }: Reading): Weeks {
  const week = given?.(weekLines.week);
  return week ? () => sql`(select ${week} as week)` : everyWeek;
}
