import { inReach, query, sql } from "#kernel/read";
import { mayReview, reviewsAt } from "./reviewing.rows.ts";
import { firstLookedAt, isOpenStation, isSignedLate, mondaysLookedAt } from "./to-sign.rows.ts";
import { membersInWeeks } from "./week-lists.rows.ts";

/**
 * Of each station that the caller reviews, how many of the last weeks are not signed: each member's that the caller may sign, by who was there
 * and what is signed alone, without any line of the lists. Weeks from before the bureau was here are left out.
 */
export const unsignedWeeks = query(
  "unsigned_weeks",
  { stationId: "not null", waiting: "not null", overdue: "not null", firstMemberId: "null", firstWeek: "null" },
  (reading) => {
    const isOverdue = isSignedLate(sql`found.week`, reading);
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
        from ${membersInWeeks(reading, mondaysLookedAt(reading))} found
        left join (
          select distinct on (r.station_id, r.member_id, r.week_start) r.station_id, r.member_id, r.week_start, r.signed_at from week_reviews r
          where r.bureau_id = ${reading.bureau} and r.week_start >= ${firstLookedAt(reading)}
          order by r.station_id, r.member_id, r.week_start, r.revision desc
        ) last on last.station_id = found.station_id and last.member_id = found.member_id and last.week_start = found.week
        where last.signed_at is null and ${inReach(reading, sql`found.station_id`)}
        group by found.station_id, found.member_id
      ) each
      join members m on m.bureau_id = ${reading.bureau} and m.id = each.member_id
      where ${mayReview(of, reading)} group by each.station_id
    ) left_over on left_over.station_id = u.id
    where u.bureau_id = ${reading.bureau} and ${isOpenStation({ kind: sql`u.kind`, closedOn: sql`u.closed_on` }, reading)}
      and ${reviewsAt(sql`u.id`, reading)} and ${inReach(reading, sql`u.id`)}`;
  },
  { isHeavy: true },
);
