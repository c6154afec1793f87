import { type Fragment, type Reading, sql, today } from "#kernel/read";
import type { ItemRow } from "./answering.rows.ts";

/** Days from Monday to Friday up to a day, counted from a Monday long ago. */
const weekdaysUpTo = (day: Fragment) =>
  sql`(5 * ((${day} - date '1970-01-05') / 7) + least((${day} - date '1970-01-05') % 7 + 1, 5))`;

const calendarInForce = (reading: Reading): Fragment =>
  reading.shareFew(sql`
  select d.day, case d.opening when 'OPEN' then 1 else -1 end as more from calendar_days d
  where d.bureau_id = ${reading.bureau} and d.revision_id = (
    select r.id from calendar_revisions r where r.bureau_id = ${reading.bureau} and r.state = 'PUBLISHED' order by r.number desc limit 1)`);

/** Working days after one day up to another one that is not before it. */
const workingDaysAfter = (from: Fragment, to: Fragment, reading: Reading): Fragment => sql`(
  ${weekdaysUpTo(to)} - ${weekdaysUpTo(from)} + coalesce((
    select sum(x.more) from ${calendarInForce(reading)} x where x.day > ${from} and x.day <= ${to}), 0))::int`;

/** Since anybody has done something about it; what the clock tells is no word. */
export const silentWorkingDays = ({ lastEventAt }: ItemRow, reading: Reading): Fragment =>
  workingDaysAfter(sql`(${lastEventAt} at time zone 'Asia/Shanghai')::date`, sql`${today(reading)}`, reading);

/** Of the calendar in force: what is due at 24:00 of a day is due on that day. */
export function workingDaysLeft({ nextDueAt }: ItemRow, reading: Reading): Fragment {
  const due = sql`((${nextDueAt} - interval '1 ms') at time zone 'Asia/Shanghai')::date`;
  const now = sql`${today(reading)}`;
  return sql`case when isfinite(${nextDueAt}) then
    case when ${due} >= ${now} then ${workingDaysAfter(now, due, reading)} else -${workingDaysAfter(due, now, reading)} end end`;
}
