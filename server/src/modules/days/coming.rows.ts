import {
  type Fragment,
  inReach,
  isOnDay,
  literal,
  query,
  type Reading,
  type RowOf,
  sql,
  today,
  wholly,
} from "#kernel/read";
import { factsToday } from "#modules/grids";
import { isMemberIdInSight } from "#modules/members";
import { subtreeOf } from "#modules/organisation";

const usualDays = 91;

/** Assignments that were not taken back begin or end, with the grid's places of today. */
const ofAssignments = (reading: Reading): Fragment => sql`
  select e.kind, a.id as row_id, e.happens_at, f.station_id as unit_id, f.police_room_id as room_id, a.grid_id, a.duty, a.member_id
  from assignments a
  cross join lateral (values ('ASSIGNMENT_STARTS', a.starts_at), ('ASSIGNMENT_ENDS', a.ends_at)) e (kind, happens_at)
  join ${factsToday(reading)} f on f.grid_id = a.grid_id
  where a.bureau_id = ${reading.bureau} and a.ends_at is distinct from a.starts_at and (a.starts_at > ${reading.now} or a.ends_at > ${reading.now})`;

/** Absences begin or end, but for those of members who will have left by then. */
const ofAbsences = (reading: Reading): Fragment => sql`
  select e.kind, b.id, e.happens_at, own.unit_id, null::uuid, null::uuid, null::text, b.member_id
  from absences b
  cross join lateral (values ('ABSENCE_STARTS', b.starts_at), ('ABSENCE_ENDS', b.ends_at)) e (kind, happens_at)
  join members m on m.bureau_id = b.bureau_id and m.id = b.member_id and (m.left_on is null or m.left_on > ${dayOf(sql`e.happens_at`)})
  join member_units own on own.bureau_id = b.bureau_id and own.member_id = b.member_id and ${isOnDay("own", today(reading))}
  where b.bureau_id = ${reading.bureau} and b.ends_at is distinct from b.starts_at and (b.starts_at > ${reading.now} or b.ends_at > ${reading.now})`;

/** Grids open or close, but for those that close as they open. */
const ofGrids = (reading: Reading): Fragment => sql`
  select e.kind, g.id, e.happens_on::timestamp at time zone 'Asia/Shanghai', f.station_id, f.police_room_id, g.id, null::text, null::uuid
  from grids g
  cross join lateral (values ('GRID_OPENS', g.opened_on), ('GRID_CLOSES', g.closed_on)) e (kind, happens_on)
  join ${factsToday(reading)} f on f.grid_id = g.id
  where g.bureau_id = ${reading.bureau} and g.closed_on is distinct from g.opened_on and (g.opened_on > ${today(reading)} or g.closed_on > ${today(reading)})`;

const dayOf = (moment: Fragment): Fragment => sql`(${moment} at time zone 'Asia/Shanghai')::date`;

const coming = (reading: Reading): Fragment => sql`
  select md5(c.kind || c.row_id)::uuid as id, c.kind,
    array_position(array['ASSIGNMENT_STARTS', 'ASSIGNMENT_ENDS', 'ABSENCE_STARTS', 'ABSENCE_ENDS', 'GRID_OPENS', 'GRID_CLOSES'], c.kind) as place,
    c.happens_at, c.unit_id, c.room_id, c.grid_id, c.duty, c.member_id
  from (${ofAssignments(reading)} union all ${ofAbsences(reading)} union all ${ofGrids(reading)}) c where c.happens_at > ${reading.now}`;

export const comingChanges = query(
  "coming_changes",
  {
    id: "not null",
    kind: "not null",
    place: "not null",
    happensAt: "not null",
    unitId: "not null",
    roomId: "null",
    gridId: "null",
    duty: "null",
    memberId: "null",
  },
  coming,
);

type Coming = Pick<RowOf<typeof comingChanges>, "unitId" | "roomId" | "gridId" | "memberId">;

/** What comes to a grid is seen with it, and an absence with its member. */
export const isComingInSight = ({ unitId, gridId, memberId }: Coming, reading: Reading): Fragment =>
  sql`case when ${gridId} is null then ${isMemberIdInSight(memberId, reading)} else ${inReach(reading, unitId)} end`;

export const isComingOf = ({ unitId, roomId }: Coming, unit: Fragment, reading: Reading): Fragment => {
  const branch = subtreeOf(unit, reading);
  return sql`(${unitId} in (${branch}) or ${roomId} in (${branch}))`;
};

/** So many of a kind come on a day: as many as `comingChanges` has of them. */
export const comingDays = query(
  "coming_days",
  { day: "not null", kind: "not null", place: "not null", count: "not null" },
  (asked) => {
    const reading = wholly(asked);
    const row = {
      unitId: sql`c.unit_id`,
      roomId: sql`c.room_id`,
      gridId: sql`c.grid_id`,
      memberId: sql`c.member_id`,
    };
    const [unit, before] = [reading.arg("unitId", "uuid"), reading.arg("before", "timestamptz")];
    return sql`
    select ${dayOf(sql`c.happens_at`)} as day, c.kind, c.place, count(*)::int as count from (${coming(reading)}) c
    where ${isComingInSight(row, reading)} ${unit ? sql`and ${isComingOf(row, sql`${unit}`, reading)}` : sql``}
      and c.happens_at < ${before ? sql`${before}` : sql`${reading.now} + ${literal(`${usualDays} days`)}::interval`}
    group by 1, 2, 3`;
  },
);
