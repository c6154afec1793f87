import { type Fragment, inReach, literal, type Parameter, query, type Reading, sql, wholly } from "#kernel/read";
import { posts, seatsHeld, staffedGrids } from "#modules/assignments";
import { isOpen } from "#modules/grids";

const dayMs = 86_400_000;

/** So many days earlier than the moment asked about. */
function daysBefore({ at }: Reading, days: number): Parameter {
  const { key, origin } = at;
  return {
    ...at,
    key: `${key}:before`,
    ...(origin && { origin: `${origin}:before` }),
    value: (environment) => new Date(new Date(String(at.value(environment))).getTime() - days * dayMs).toISOString(),
  };
}

/** The same reading at the earlier of the two moments. */
const earlier = (reading: Reading): Reading => ({
  ...reading,
  at:
    reading.arg("filter.since", "timestamptz") ?? reading.arg("since", "timestamptz") ?? daysBefore(reading, usualDays),
});
const usualDays = 30;

/** The seats held at open grids that were a station's in reach that day: what left it is told, whose it is today or not. */
const held = (reading: Reading): Fragment => sql`(
  select w.station_id, w.grid_id, h.duty, h.member_id, h.starts_at
  from ${seatsHeld(reading)} h join ${staffedGrids(reading)} w on w.grid_id = h.grid_id where w.is_of_reach)`;

/** The posts of the same grids for which somebody is asked. */
const asked = (reading: Reading): Fragment => sql`(
  select p.station_id, p.grid_id, p.duty, p.required, greatest(p.required - p.filled, 0) as vacant
  from ${posts(reading)} p where p.is_of_reach and p.required > 0)`;

const places = (reading: Reading): Fragment =>
  sql`(select w.grid_id, w.station_id from ${staffedGrids(reading)} w where w.is_of_reach)`;

/** Of each station: a grid that went over to another one left the first with its seats, and came to the other with them. */
const changes = (asking: Reading): Fragment => {
  const now = wholly(asking);
  const before = earlier(now);
  const ofGrid = { openedOn: sql`g.opened_on`, closedOn: sql`g.closed_on` };
  return sql`
    select md5(x.kind || x.station_id || x.grid_id || x.duty || coalesce(x.member_id::text, x.ordinal::text))::uuid as id, x.kind, x.station_id, x.grid_id, x.duty,
      array_position(array['RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER'], x.duty) as position, x.member_id,
      case x.kind when 'CAME' then x.starts_at when 'LEFT' then (
        select max(e.ends_at) from assignments e where e.bureau_id = ${now.bureau} and e.grid_id = x.grid_id and e.duty = x.duty
          and e.member_id = x.member_id and e.ends_at <= ${now.at} and e.starts_at < e.ends_at) end as changed_at,
      case when not (${isOpen(ofGrid, before.at)}) then 'GRID_OPENED' when not (${isOpen(ofGrid, now.at)}) then 'GRID_CLOSED'
        when a.grid_id is null or b.grid_id is null then 'GRID_MOVED' when x.is_asked_anew then 'STANDARD' end as cause
    from (
      select case when b.member_id is null then 'CAME' else 'LEFT' end as kind, coalesce(a.station_id, b.station_id) as station_id,
        coalesce(a.grid_id, b.grid_id) as grid_id, coalesce(a.duty, b.duty) as duty, coalesce(a.member_id, b.member_id) as member_id,
        1 as ordinal, a.starts_at, false as is_asked_anew
      from ${held(now)} a full join ${held(before)} b
        on b.station_id = a.station_id and b.grid_id = a.grid_id and b.duty = a.duty and b.member_id = a.member_id
      where a.member_id is null or b.member_id is null
      union all
      select case when d.more > 0 then 'GAP_OPENED' else 'GAP_CLOSED' end, d.station_id, d.grid_id, d.duty, null::uuid, n, null::timestamptz, d.is_asked_anew
      from (
        select coalesce(a.station_id, b.station_id) as station_id, coalesce(a.grid_id, b.grid_id) as grid_id, coalesce(a.duty, b.duty) as duty,
          coalesce(a.vacant, 0) - coalesce(b.vacant, 0) as more, a.required is distinct from b.required as is_asked_anew
        from ${asked(now)} a full join ${asked(before)} b on b.station_id = a.station_id and b.grid_id = a.grid_id and b.duty = a.duty
      ) d cross join lateral generate_series(1, abs(d.more)) n
    ) x
    join grids g on g.bureau_id = ${now.bureau} and g.id = x.grid_id
    left join ${places(now)} a on a.grid_id = x.grid_id and a.station_id = x.station_id
    left join ${places(before)} b on b.grid_id = x.grid_id and b.station_id = x.station_id`;
};

export const dayChanges = query(
  "day_changes",
  {
    id: "not null",
    kind: "not null",
    stationId: "not null",
    stationPosition: "not null",
    stationName: "not null",
    gridId: "not null",
    gridCode: "not null",
    duty: "not null",
    position: "not null",
    memberId: "null",
    changedAt: "null",
    cause: "null",
  },
  (reading) => sql`
  select c.*, u.position as station_position, u.name as station_name, g.code as grid_code from (${changes(reading)}) c
  join units u on u.bureau_id = ${reading.bureau} and u.id = c.station_id
  join grids g on g.bureau_id = ${reading.bureau} and g.id = c.grid_id`,
  { isHeavy: true },
);

const coverageThen = (reading: Reading): Fragment => sql`(
  select w.station_id, count(*)::int as grids, sum(w.required)::int as required, sum(w.filled)::int as filled
  from ${staffedGrids(wholly(reading))} w where w.is_of_reach group by w.station_id)`;

export const dayComparison = query(
  "day_comparison",
  {
    stationId: "not null",
    stationPosition: "not null",
    stationName: "not null",
    gridsBefore: "not null",
    requiredBefore: "not null",
    filledBefore: "not null",
    gridsAfter: "not null",
    requiredAfter: "not null",
    filledAfter: "not null",
    came: "not null",
    left: "not null",
    gapsOpened: "not null",
    gapsClosed: "not null",
  },
  (reading) => sql`
  select u.id as station_id, u.position as station_position, u.name as station_name,
    coalesce(b.grids, 0) as grids_before, coalesce(b.required, 0) as required_before, coalesce(b.filled, 0) as filled_before,
    coalesce(a.grids, 0) as grids_after, coalesce(a.required, 0) as required_after, coalesce(a.filled, 0) as filled_after,
    coalesce(c.came, 0) as came, coalesce(c.gone, 0) as "left", coalesce(c.opened, 0) as gaps_opened, coalesce(c.closed, 0) as gaps_closed
  from units u
  left join ${coverageThen(earlier(reading))} b on b.station_id = u.id
  left join ${coverageThen(reading)} a on a.station_id = u.id
  left join (
    select c.station_id, ${counted("CAME")} as came, ${counted("LEFT")} as gone, ${counted("GAP_OPENED")} as opened, ${counted("GAP_CLOSED")} as closed
    from (${changes(reading)}) c group by c.station_id
  ) c on c.station_id = u.id
  where u.bureau_id = ${reading.bureau} and u.kind = 'STATION' and ${inReach(reading, sql`u.id`)}
    and (u.closed_on is null or a.grids > 0 or b.grids > 0)`,
  { isHeavy: true },
);

function counted(kind: "CAME" | "LEFT" | "GAP_OPENED" | "GAP_CLOSED"): Fragment {
  return sql`(count(*) filter (where c.kind = ${literal(kind)}))::int`;
}
