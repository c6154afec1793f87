import {
  dayAt,
  everything,
  type Fragment,
  inForce,
  isOnDay,
  query,
  raw,
  type Reading,
  sql,
  wholly,
} from "#kernel/read";
import { hasLeft, isAbsent, isMemberInSight } from "#modules/members";
import { subtreeOf } from "#modules/organisation";
import { holdsBeside } from "./neighbours.rows.ts";
import { vacantPosts } from "./posts.rows.ts";
import { vacantSince } from "./vacancy.rows.ts";

/** So many vacant seats are proposed for at once, the longest vacant; who is proposed for them does not depend on the rest. */
const most = 100;

const duties = sql`array['RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER']`;

/** The vacant seats of the unit, the longest vacant first, each with its place in that order, and when it has somebody anyway or its grid closes. */
const vacancies = (reading: Reading): Fragment => sql`
  select row_number() over (order by s.since, s.code, s.position, s.ordinal) as place, s.* from (
    select p.grid_id, p.station_id, p.police_room_id, p.duty, n as ordinal, array_position(${duties}, p.duty) as position, g.code, g.division_id, d.parent_id as township_id,
      ${vacantSince(reading, {
        gridId: sql`p.grid_id`,
        kind: sql`p.kind`,
        complexity: sql`p.complexity`,
        openedOn: sql`p.opened_on`,
        factsSince: sql`p.facts_since`,
        duty: sql`p.duty`,
        ordinal: sql`n`,
      })} as since,
      least(g.closed_on::timestamp at time zone 'Asia/Shanghai', (
        select a.starts_at from assignments a
        where a.bureau_id = ${reading.bureau} and a.grid_id = p.grid_id and a.duty = p.duty and a.starts_at > ${reading.at} and a.ends_at is distinct from a.starts_at
        order by a.starts_at offset n - p.filled - 1 limit 1)) as until
    from ${vacantPosts(reading)} p cross join lateral generate_series(p.filled + 1, p.required) n
    join grids g on g.bureau_id = ${reading.bureau} and g.id = p.grid_id
    left join divisions d on d.bureau_id = g.bureau_id and d.id = g.division_id
    where p.is_of_reach and ${isOfUnitAsked(reading)}
  ) s order by place limit ${raw(String(most))}`;

function isOfUnitAsked(reading: Reading): Fragment {
  const unit = reading.arg("unitId", "uuid");
  if (!unit) return everything;
  return sql`(p.station_id in (${subtreeOf(unit, reading)}) or p.police_room_id in (${subtreeOf(unit, reading)}))`;
}

/** The stations' members who are on the strength and stay there, each with what is held at the moment. */
const pool = (reading: Reading): Fragment => sql`
  select b.station_id, m.id as member_id, m.kind, m.badge, o.unit_id, ${isAbsent(sql`m.id`, reading)} as is_away,
    (select count(*)::int from assignments a where a.bureau_id = ${reading.bureau} and a.member_id = m.id
      and ${inForce({ startsAt: sql`a.starts_at`, endsAt: sql`a.ends_at` }, reading.at)}) as seats
  from below b
  join member_units o on o.bureau_id = ${reading.bureau} and o.unit_id = b.unit_id and ${isOnDay("o", dayAt(reading.at))}
  join members m on m.bureau_id = o.bureau_id and m.id = o.member_id
  where m.left_on is null and coalesce(m.joined_on <= ${dayAt(reading.at)}, true)
    and not ${hasLeft({ id: sql`m.id`, leftOn: sql`m.left_on` }, reading)} and ${isMemberInSight({ id: sql`m.id` }, reading)}`;

/** Which seats whom of the pool could take, whether they hold it now or later, and whether they hold a grid beside it. */
const fits = (reading: Reading): Fragment => sql`
  select v.place, c.member_id, c.badge, c.seats, c.is_away, coalesce(c.unit_id = v.police_room_id, false) as is_own_room,
    exists (
      select from assignments a where a.bureau_id = ${reading.bureau} and a.grid_id = v.grid_id and a.duty = v.duty and a.member_id = c.member_id
        and (a.ends_at is null or (a.ends_at > ${reading.at} and a.ends_at > a.starts_at))) as is_on_it,
    ${holdsBeside(
      sql`c.member_id`,
      {
        gridId: sql`v.grid_id`,
        policeRoomId: sql`v.police_room_id`,
        divisionId: sql`v.division_id`,
        townshipId: sql`v.township_id`,
      },
      reading,
    )} as is_near
  from vacancy v join pool c on c.station_id = v.station_id
  where c.kind in (select h.member_kind from duty_holders h where h.bureau_id = ${reading.bureau} and h.duty = v.duty)`;

const isFree = sql`not f.is_away and not f.is_on_it`;

/**
 * A member for each vacant seat, one after another, each counted as held for those that follow. Nobody goes above an even share
 * while somebody is below it; then the seat's own police room comes first, then who has fewest seats, where a grid beside it is worth one.
 */
export const proposals = query(
  "proposals",
  {
    id: "not null",
    place: "not null",
    gridId: "not null",
    duty: "not null",
    ordinal: "not null",
    vacantSince: "not null",
    daysVacant: "not null",
    until: "null",
    memberId: "null",
    reasons: "not null",
    obstacle: "null",
    seatsBefore: "null",
    seatsAfter: "null",
    fairShare: "null",
    ofKind: "not null",
    away: "not null",
  },
  (asked) => {
    const reading = wholly(asked);
    return sql`
    with recursive vacancy as materialized (${vacancies(reading)}),
    below as (
      select s.station_id, s.station_id as unit_id from (select distinct v.station_id from vacancy v) s
      union all
      select below.station_id, u.id from units u join below on u.bureau_id = ${reading.bureau} and u.parent_id = below.unit_id
    ),
    pool as materialized (${pool(reading)}),
    fit as materialized (${fits(reading)}),
    share as materialized (
      select m.station_id, m.duty, ceil((sum(m.seats) + max(m.vacant))::numeric / count(*))::int as seats from (
        select distinct v.station_id, v.duty, f.member_id, f.seats,
          (select count(*) from vacancy o where o.station_id = v.station_id and o.duty = v.duty) as vacant
        from vacancy v join fit f on f.place = v.place where not f.is_away
      ) m group by m.station_id, m.duty
    ),
    step (place, member_id, reasons, seats_before, given) as (
      select 0::bigint, null::uuid, '{}'::text[], null::int, '{}'::jsonb
      union all
      select v.place, best.member_id, best.reasons, best.seats, case when best.member_id is null then step.given
        else step.given || jsonb_build_object(best.member_id, coalesce((step.given ->> best.member_id::text)::int, 0) + 1, v.grid_id || v.duty || best.member_id, 1) end
      from step join vacancy v on v.place = step.place + 1 left join lateral (
        select r.member_id, r.seats, array_remove(array[
          case when r.is_own_room then 'OWN_POLICE_ROOM' else 'OWN_STATION' end, case when r.is_near then 'NEIGHBOURING_GRIDS' end,
          case when r.free = 1 then 'ONLY_ONE' when r.seats = r.fewest then 'LEAST_LOADED' end,
          case when r.seats >= r.fair then 'ABOVE_FAIR_SHARE' end], null) as reasons
        from (
          select n.*, min(n.seats) over () as fewest, count(*) over () as free from (
            select f.member_id, f.badge, f.is_own_room, f.is_near, h.seats as fair, f.seats + coalesce((step.given ->> f.member_id::text)::int, 0) as seats
            from fit f join share h on h.station_id = v.station_id and h.duty = v.duty
            where f.place = v.place and ${isFree} and step.given -> (v.grid_id || v.duty || f.member_id) is null
          ) n
        ) r
        order by r.seats >= r.fair, r.is_own_room desc, r.seats - r.is_near::int, r.is_near desc, r.badge limit 1
      ) best on true
    )
    select v.grid_id || '-' || v.duty || '-' || v.ordinal as id, v.place, v.grid_id, v.duty, v.ordinal, v.since as vacant_since,
      floor(extract(epoch from ${reading.at} - v.since) / 86400)::int as days_vacant, v.until, s.member_id, coalesce(s.reasons, '{}') as reasons,
      case when s.member_id is null then case when t.of_kind = 0 then 'NOBODY_OF_KIND' when t.away > 0 then 'ALL_AWAY' else 'ALL_HOLD_IT' end end as obstacle,
      s.seats_before, s.seats_before + 1 as seats_after, h.seats as fair_share, t.of_kind, t.away
    from vacancy v join step s on s.place = v.place
    left join share h on h.station_id = v.station_id and h.duty = v.duty
    cross join lateral (
      select count(*)::int as of_kind, (count(*) filter (where f.is_away and not f.is_on_it))::int as away from fit f where f.place = v.place
    ) t`;
  },
  { isHeavy: true },
);
