import { type Fragment, type Reading, sql, today } from "#kernel/read";
import type { ItemRow } from "./answering.rows.ts";
import { isOpen } from "./work.rows.ts";

const revisionInForce = (reading: Reading): Fragment => sql`(
  select r.id from calendar_revisions r where r.bureau_id = ${reading.bureau} and r.state = 'PUBLISHED' order by r.number desc limit 1)`;

/** The farthest that offices are closed for, in days. */
const longest = sql`60`;

/** When work goes on by the calendar in force, or by the usual one; null while it is worked. */
const opensAgain = (reading: Reading): Fragment =>
  reading.shareFew(sql`
  with revision (id) as (select ${revisionInForce(reading)}),
  shifts (starts, ends) as (
    select s.starts_minute::int, s.ends_minute::int from calendar_shifts s join revision on s.revision_id = revision.id where s.bureau_id = ${reading.bureau}
    union all
    select usual.starts, usual.ends from (values (510, 720), (870, 1080)) usual (starts, ends) where (select id from revision) is null),
  days (day) as (
    select ahead.day from (select ${today(reading)} + n as day from generate_series(0, ${longest}) n) ahead
    left join calendar_days d on d.bureau_id = ${reading.bureau} and d.revision_id = (select id from revision) and d.day = ahead.day
    where coalesce(d.opening = 'OPEN', extract(isodow from ahead.day) < 6)),
  spans (starts, ends) as (
    select (day + make_interval(mins => starts)) at time zone 'Asia/Shanghai', (day + make_interval(mins => ends)) at time zone 'Asia/Shanghai'
    from days cross join shifts)
  select case when not bool_or(starts <= ${reading.now} and ${reading.now} < ends) then min(starts) filter (where starts > ${reading.now}) end as at from spans`);

/** Of open work whose next due time is counted in working time. */
export const opensAgainAt = (item: ItemRow, reading: Reading): Fragment => sql`
  case when ${isOpen(item)} and ${item.suspendedSince} is null and exists (
    select from work_clocks k where k.bureau_id = ${reading.bureau} and k.item_id = ${item.id} and k.due_at = ${item.nextDueAt}
      and k.satisfied_at is null and k.void_at is null and k.unit <> 'MINUTES')
  then (select o.at from ${opensAgain(reading)} o) end`;
