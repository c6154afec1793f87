import { inReach, query, raw, sql } from "#kernel/read";
import { mayReview, reviewsAt } from "./reviewing.rows.ts";
import { membersInWeeks } from "./week-lists.rows.ts";
import { dayOf, mondayOf, startOfDay } from "./weeks.rows.ts";

/** Weeks that are over, of which the card tells. */
const weeksLookedAt = raw("8");
/** A week is to be signed by the Wednesday after it. */
const daysToSign = raw("10");

/**
 * Of each station that the caller reviews, how many of the last weeks are not signed: each member's that the caller may sign, by who was there
 * and what is signed alone, without any line of the lists. Weeks from before the bureau was here are left out.
 */
export const unsignedWeeks = query(
  "unsigned_weeks",
  { stationId: "not null", waiting: "not null", overdue: "not null", firstMemberId: "null", firstWeek: "null" },
  (reading) => {
    const monday = mondayOf(dayOf(sql`${reading.now}`));
    const weeks = sql`(select ${monday} - 7 * n as week from generate_series(1, ${weeksLookedAt}) n
      where ${startOfDay(sql`(${monday} - 7 * n + 7)`)} > (select b.created_at from bureaus b where b.bureau_id = ${reading.bureau}))`;
    const isOverdue = sql`${startOfDay(sql`(found.week + ${daysToSign})`)} <= ${reading.now}`;
    const of = { memberId: sql`each.member_id`, stationId: sql`each.station_id` };
    return sql`
    select u.id as station_id, coalesce(left_over.waiting, 0) as waiting, coalesce(left_over.overdue, 0) as overdue,
      left_over.first_member_id, left_over.first_week
    from units u
    left join (
      select each.station_id, sum(each.waiting)::int as waiting, sum(each.overdue)::int as overdue, min(each.first_week) as first_week,
        (array_agg(each.member_id order by each.first_week, m.badge))[1] as first_member_id
      from (
        select found.station_id, found.member_id, count(*) as waiting, count(*) filter (where ${isOverdue}) as overdue, min(found.week) as first_week
        from ${membersInWeeks(reading, weeks)} found
        left join (
          select distinct on (r.station_id, r.member_id, r.week_start) r.station_id, r.member_id, r.week_start, r.signed_at from week_reviews r
          where r.bureau_id = ${reading.bureau} and r.week_start >= ${monday} - 7 * ${weeksLookedAt}
          order by r.station_id, r.member_id, r.week_start, r.revision desc
        ) last on last.station_id = found.station_id and last.member_id = found.member_id and last.week_start = found.week
        where last.signed_at is null and ${inReach(reading, sql`found.station_id`)}
        group by found.station_id, found.member_id
      ) each
      join members m on m.bureau_id = ${reading.bureau} and m.id = each.member_id
      where ${mayReview(of, reading)} group by each.station_id
    ) left_over on left_over.station_id = u.id
    where u.bureau_id = ${reading.bureau} and u.kind = 'STATION' and (u.closed_on is null or u.closed_on > ${dayOf(sql`${reading.now}`)})
      and ${reviewsAt(sql`u.id`, reading)} and ${inReach(reading, sql`u.id`)}`;
  },
  { isHeavy: true },
);
