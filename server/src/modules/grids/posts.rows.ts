import { dayAt, type Fragment, inReach, type Reading, sql } from "#kernel/read";

/** The moment a field is asked about: its `at` argument, else now. */
export const momentOf = (reading: Reading) => reading.arg("at", "timestamptz") ?? reading.now;

interface Span {
  startsAt: Fragment;
  endsAt: Fragment;
}

/** Whether [startsAt, endsAt) holds the moment; plain comparisons, because range operators are not leakproof. */
export const inForce = ({ startsAt, endsAt }: Span, at: ReturnType<typeof momentOf>): Fragment =>
  sql`${startsAt} <= ${at} and (${endsAt} is null or ${endsAt} > ${at})`;

export const isOpen = (
  { openedOn, closedOn }: { openedOn: Fragment; closedOn: Fragment },
  at: ReturnType<typeof momentOf>,
): Fragment => sql`${openedOn} <= ${dayAt(at)} and (${closedOn} is null or ${closedOn} > ${dayAt(at)})`;

/** The standards in force that ask for somebody. */
export const standardsAsking = (reading: Reading): Fragment =>
  reading.share(sql`
  select s.grid_kind, s.complexity, s.duty, s.at_least from staffing_standards s
  where s.bureau_id = ${reading.bureau} and ${inForce({ startsAt: sql`s.starts_at`, endsAt: sql`s.ends_at` }, momentOf(reading))} and s.at_least > 0`);

/** The assignments in force. */
export const seatsHeld = (reading: Reading): Fragment =>
  reading.share(sql`
  select a.id, a.grid_id, a.member_id, a.duty, a.starts_at from assignments a
  where a.bureau_id = ${reading.bureau} and ${inForce({ startsAt: sql`a.starts_at`, endsAt: sql`a.ends_at` }, momentOf(reading))}`);

/** Of the grid `g`: it is open and in reach. */
export const isGridInSight = (reading: Reading): Fragment => sql`
  g.bureau_id = ${reading.bureau} and ${inReach(reading, sql`g.station_id`)} and ${isOpen({ openedOn: sql`g.opened_on`, closedOn: sql`g.closed_on` }, momentOf(reading))}`;

/** A post is a duty at an open grid in reach: how many holders its standard asks for, and how many there are. */
export const posts = (reading: Reading): Fragment =>
  reading.share(sql`
  select g.id as grid_id, g.station_id, g.police_room_id, g.kind, g.complexity, g.opened_on, d.duty, coalesce(s.at_least, 0) as required,
    coalesce(h.filled, 0) as filled
  from grids g
  cross join (values ('RESPONSIBLE_OFFICER'), ('AUXILIARY'), ('MEDIATOR'), ('SECURITY_DIRECTOR'), ('GRID_WORKER')) d (duty)
  left join ${standardsAsking(reading)} s on s.grid_kind = g.kind and s.complexity = g.complexity and s.duty = d.duty
  left join (select h.grid_id, h.duty, count(*)::int as filled from ${seatsHeld(reading)} h group by h.grid_id, h.duty) h
    on h.grid_id = g.id and h.duty = d.duty
  where ${isGridInSight(reading)}`);

/** Of all the bureau, whatever asks for them. */
export const allPosts = (reading: Reading): Fragment => posts(wholly(reading));

/** The same reading, of all the bureau however few rows are asked for: what it counts is worked out once. */
export const wholly = (reading: Reading): Reading => ({ ...reading, isBounded: false, share: reading.shareWhole });

/** The ids of the unit and of all below it. */
export const subtreeOf = (unit: Fragment | NonNullable<ReturnType<Reading["arg"]>>, reading: Reading): Fragment => sql`
  with recursive below as (
    select ${unit} as id
    union all
    select u.id from units u join below on u.bureau_id = ${reading.bureau} and u.parent_id = below.id
  ) select id from below`;
