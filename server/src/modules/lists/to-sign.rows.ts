import { type Fragment, raw, type Reading, sql } from "#kernel/read";
import { mayReview } from "./reviewing.rows.ts";
import { dayOf, mondayOf, startOfDay } from "./weeks.rows.ts";

/** Weeks that are over, of which it is told whether they are to be signed. */
const weeksLookedAt = raw("8");
/** A week is to be signed by the Wednesday after it. */
const daysToSign = raw("10");

const today = (reading: Reading) => dayOf(sql`${reading.now}`);
const thisMonday = (reading: Reading) => mondayOf(today(reading));

export const firstLookedAt = (reading: Reading): Fragment => sql`(${thisMonday(reading)} - 7 * ${weeksLookedAt})`;

/** One of the last weeks that are over; those from before the bureau was here are left out. */
const isLookedAt = (week: Fragment, reading: Reading): Fragment => sql`(
  ${week} >= ${firstLookedAt(reading)} and ${week} < ${thisMonday(reading)}
  and ${startOfDay(sql`(${week} + 7)`)} > (select b.created_at from bureaus b where b.bureau_id = ${reading.bureau}))`;

export const mondaysLookedAt = (reading: Reading): Fragment => sql`(
  select each.week from (select ${thisMonday(reading)} - 7 * n as week from generate_series(1, ${weeksLookedAt}) n) each
  where ${isLookedAt(sql`each.week`, reading)})`;

export const isSignedLate = (week: Fragment, reading: Reading): Fragment =>
  sql`(${startOfDay(sql`(${week} + ${daysToSign})`)} <= ${reading.now})`;

export const isOpenStation = ({ kind, closedOn }: { kind: Fragment; closedOn: Fragment }, reading: Reading): Fragment =>
  sql`(${kind} = 'STATION' and (${closedOn} is null or ${closedOn} > ${today(reading)}))`;

/** How a member's week waits for the caller's signature, as `unsignedWeeks` counts it; null where it does not. */
export const toSign = (
  { memberId, stationId, week, signedAt }: Record<"memberId" | "stationId" | "week" | "signedAt", Fragment>,
  reading: Reading,
): Fragment => sql`
  case when ${signedAt} is null and ${isLookedAt(week, reading)} and ${mayReview({ memberId, stationId }, reading)}
    and exists (select from units u where u.bureau_id = ${reading.bureau} and u.id = ${stationId}
      and ${isOpenStation({ kind: sql`u.kind`, closedOn: sql`u.closed_on` }, reading)})
  then case when ${isSignedLate(week, reading)} then 'OVERDUE' else 'IN_TIME' end end`;
