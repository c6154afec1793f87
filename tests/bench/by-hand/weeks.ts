import { isOpen } from "./work.ts";

const startOf = (day: string) => `((${day})::timestamp at time zone 'Asia/Shanghai')`;
const dayOf = (moment: string) => `((${moment}) at time zone 'Asia/Shanghai')::date`;
const isOpenThen = isOpen.replaceAll("i.state", "s.state");

/** Weeks from a Monday on, with their moments. What a week is told of stands at its end, or now. */
export const weeks = (from: string, count: string) => `
  w as materialized (
    select d as week, d + 6 as last, d - 60 as long_before, ${startOf("d")} as starts, ${startOf("d + 7")} as ends, least(${startOf("d + 7")}, now()) as bound
    from (select ${from}::date + 7 * n as d from generate_series(0, ${count} - 1) n) each)`;

/** Seats at grids of the station, held in a week. */
export const seats = (station: string, whose = "") => `
  h as materialized (
    select a.id, a.member_id, a.grid_id, a.duty, a.starts_at, a.ends_at, f.station_id, f.name as grid_name, f.kind as grid_kind, f.level as grid_level, w.*
    from w join assignments a on a.bureau_id = $1::uuid ${whose} and a.starts_at < w.ends and (a.ends_at is null or a.ends_at > w.starts and a.ends_at > a.starts_at)
    join grid_facts f on f.bureau_id = $1::uuid and f.grid_id = a.grid_id and f.station_id = ${station}
      and f.starts_on <= least(w.last, ${dayOf("a.ends_at - interval '1 microsecond'")})
      and (f.ends_on is null or f.ends_on > least(w.last, ${dayOf("a.ends_at - interval '1 microsecond'")})))`;

const isSigned = (of: string) => `coalesce((
  select r.signed_at is not null from week_reviews r where r.bureau_id = $1::uuid and r.station_id = ${of}.station_id and r.member_id = ${of}.member_id
    and r.week_start = ${of}.week order by r.revision desc limit 1), false)`;

const photos = `(select count(*) from evidence_files f where f.bureau_id = $1::uuid and f.item_id = i.id and f.received_at < h.bound)`;
const clock = (
  kind: string,
) => `(select ${dayOf("k.due_at - interval '1 microsecond'")} from work_clocks k where k.bureau_id = $1::uuid and k.item_id = i.id
  and k.clock = '${kind}' and k.started_at < h.bound order by k.started_sequence desc limit 1)`;
const dueOn = `coalesce(${clock("FEEDBACK")}, ${clock("CLOSE")})`;
const isOfWeek = `coalesce(d.due_on between h.week and h.last, false)`;
const isLateEntry = `coalesce(d.due_on < h.week and s.at >= h.starts and exists (select from week_reviews p where p.bureau_id = $1::uuid and p.station_id = i.station_id
  and p.member_id = h.member_id and p.week_start = date_trunc('week', d.due_on::timestamp)::date and p.signed_at < s.at), false)`;

const work = (from: string, address: string, station: string, holds: string) => `
  select h.member_id, i.station_id, h.week, 'WORK:' || i.id as key, 'WORK_DUE' as source,
    case when ${isOfWeek} and i.missed_at < now() or s.state = 'MISSED' then 'MISSED' when s.state = 'CLOSED' then case when i.is_late then 'LATE' else 'DONE' end
      when ${isOfWeek} or d.due_on is null and i.created_at >= h.starts then 'DUE' else 'CARRIED_OVER' end as standing,
    i.title, i.number, i.kind, s.state, ${from === "h" ? "h.grid_name" : "null::text"} as grid_name, i.duty, d.due_on, case when s.state = 'CLOSED' then ${dayOf("s.at")} end as closed_on,
    i.is_late or ${isOpenThen} and s.state <> 'SUBMITTED' and coalesce(${startOf("d.due_on + 1")} <= h.bound, false) as is_late,
    s.state = 'SUBMITTED' and i.state = 'SUBMITTED' as is_waiting, s.state = 'RETURNED' as is_returned, ${photos} as photos
  from ${from} h join work_items i on i.bureau_id = $1::uuid and ${address} and i.station_id = ${station} and i.kind <> 'RECEIPT' and i.opens_at < h.bound and i.created_at < h.bound
    and (${isOpen} or i.closed_on >= h.week or i.missed_at is not null and i.window_ends_on between h.long_before and h.last)
  cross join lateral (select e.to_state as state, e.at from work_events e where e.bureau_id = $1::uuid and e.item_id = i.id and e.at < h.bound
    and e.from_state is distinct from e.to_state order by e.sequence desc limit 1) s
  cross join lateral (select ${dueOn} as due_on) d
  cross join lateral (select case when ${isOfWeek} then ${startOf("d.due_on + 1")} - interval '1 microsecond' when not ${isOpenThen} then s.at
    else h.bound - interval '1 ms' end as at) o
  where (${isOfWeek} and s.state <> 'CANCELLED' or s.state = 'CLOSED' and s.at >= h.starts or ${isOpenThen} and coalesce(d.due_on < h.week, true)
    or s.state = 'MISSED' and s.at >= h.starts and ${isLateEntry}) and ${holds}`;

/** The lines of weeks that are not signed, each member's under `m`, of the station; `h` and `w` stand above. */
export const lines = (members: string, station: string) => `
  lines as materialized (
    select l.*, word.decision from (
      select h.member_id, h.station_id, h.week, 'DUTY:' || h.id || ':' || d.id as key, 'DUTIES' as source, null as standing, d.title, null as number, null as kind, null as state,
        h.grid_name, h.duty, null::date as due_on, null::date as closed_on, false as is_late, false as is_waiting, false as is_returned, 0::bigint as photos
      from h join duty_lines d on d.bureau_id = $1::uuid and d.duty = h.duty and not d.is_set_aside and (d.station_id is null or d.station_id = h.station_id)
        and (d.grid_kind is null or d.grid_kind = h.grid_kind) and (d.level is null or d.level = h.grid_level)
        and d.starts_at < least(h.ends, coalesce(h.ends_at, 'infinity')) and (d.ends_at is null or d.ends_at > greatest(h.starts, h.starts_at))
      where d.station_id is not null or not exists (
        select from duty_lines own where own.bureau_id = $1::uuid and own.station_id = h.station_id and own.owner = d.owner and own.code = d.code
          and own.starts_at <= greatest(h.starts, h.starts_at) and own.ends_at is null)
      union all
      select h.member_id, h.station_id, h.week, 'MATTER:' || m.id, 'OPEN_MATTERS', case when o.is_over then 'SETTLED' when m.registered_at >= h.starts then 'NEW' else 'CARRIED_OVER' end,
        m.title, m.number, m.kind, null, h.grid_name, null, null, case when o.is_over then ${dayOf("m.ended_at")} end, false, false, false, 0
      from h join matters m on m.bureau_id = $1::uuid and m.grid_id = h.grid_id and m.station_id = h.station_id and m.registered_at < h.bound
        and (m.ended_at is null or m.ended_at >= h.starts)
      cross join lateral (select coalesce(m.ended_at < h.bound, false) as is_over) o
      cross join lateral (select case when o.is_over then m.ended_at else h.bound - interval '1 ms' end as at) t
      where not (o.is_over and m.outcome = 'MERGED') and h.starts_at <= t.at and (h.ends_at is null or h.ends_at > t.at)
      union all
      ${work("h", "i.grid_id = h.grid_id and i.duty = h.duty", station, "h.starts_at <= o.at and (h.ends_at is null or h.ends_at > o.at)")}
      union all
      ${work(`(select m.id as member_id, w.* from ${members} m cross join w)`, "i.member_id = h.member_id and i.duty is null", station, "true")}
      union all
      select h.member_id, i.station_id, h.week, 'DONE:' || i.id, 'ACHIEVEMENTS', case when i.is_late then 'LATE' else 'DONE' end, i.title, i.number, i.kind, 'CLOSED',
        (select f.name from grid_facts f where f.bureau_id = $1::uuid and f.grid_id = i.grid_id and f.starts_on <= i.closed_on and (f.ends_on is null or f.ends_on > i.closed_on)),
        i.duty, ${dueOn}, i.closed_on, i.is_late, false, false, ${photos}
      from (select m.id as member_id, w.* from ${members} m cross join w) h
      join work_items i on i.bureau_id = $1::uuid and i.submitted_by = h.member_id and i.station_id = ${station} and i.closed_on >= h.week and i.closed_on <= h.last
        and i.kind <> 'RECEIPT' and i.outcome in ('ACCEPTED', 'FOLLOWED_UP')
    ) l
    left join lateral (select said.decision from week_reviews r join review_lines said on said.bureau_id = $1::uuid and said.review_id = r.id and said.line_key = l.key
      where r.bureau_id = $1::uuid and r.station_id = l.station_id and r.member_id = l.member_id and r.week_start = l.week
      order by r.revision desc, said.sequence desc limit 1) word on true
    where not ${isSigned("l")})`;

/** The nearest station over each unit that has one. */
export const stationsOver = `
  stations as materialized (
    with recursive below (unit_id, station_id) as (
      select id, id from units where bureau_id = $1::uuid and kind = 'STATION'
      union all select u.id, b.station_id from below b join units u on u.bureau_id = $1::uuid and u.parent_id = b.unit_id and u.kind <> 'STATION')
    select * from below)`;
