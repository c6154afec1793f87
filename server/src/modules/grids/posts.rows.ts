import { type Fragment, inReach, type Reading, sql } from "#kernel/read";

/** The moment a field is asked about: its `at` argument, else now. */
export const momentOf = (reading: Reading) => reading.arg("at", "timestamptz") ?? reading.now;

export const dayAt = (at: Fragment | ReturnType<typeof momentOf>): Fragment =>
  sql`(${at} at time zone 'Asia/Shanghai')::date`;

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

/**
 * Every duty of every open grid in reach (`g`, `d`), with the standard in force for it (`s`) and each assignment in
 * force (`a`); without either, one row with nulls.
 */
export const dutiesWithHolders = (reading: Reading): Fragment => {
  const at = momentOf(reading);
  return sql`grids g
    cross join (values ('RESPONSIBLE_OFFICER', 1), ('AUXILIARY', 2), ('MEDIATOR', 3), ('SECURITY_DIRECTOR', 4), ('GRID_WORKER', 5)) d (duty, position)
    left join staffing_standards s on s.bureau_id = ${reading.bureau} and s.grid_kind = g.kind and s.complexity = g.complexity and s.duty = d.duty
      and ${inForce({ startsAt: sql`s.starts_at`, endsAt: sql`s.ends_at` }, at)}
    left join assignments a on a.bureau_id = ${reading.bureau} and a.grid_id = g.id and a.duty = d.duty
      and ${inForce({ startsAt: sql`a.starts_at`, endsAt: sql`a.ends_at` }, at)}
    where g.bureau_id = ${reading.bureau} and ${inReach(reading, sql`g.station_id`)}
      and ${isOpen({ openedOn: sql`g.opened_on`, closedOn: sql`g.closed_on` }, at)}`;
};

/** A post is a duty at a grid: how many holders its standard asks for, and how many there are. */
export const posts = (reading: Reading): Fragment => sql`
  select g.id as grid_id, g.station_id, g.police_room_id, g.kind, g.complexity, g.opened_on, d.duty,
    coalesce(s.at_least, 0) as required, count(a.id)::int as filled
  from ${dutiesWithHolders(reading)}
  group by g.id, g.station_id, g.police_room_id, g.kind, g.complexity, g.opened_on, d.duty, s.at_least`;

/** The ids of the unit and of all below it. */
export const subtreeOf = (unit: Fragment | NonNullable<ReturnType<Reading["arg"]>>, reading: Reading): Fragment => sql`
  with recursive below as (
    select ${unit} as id
    union all
    select u.id from units u join below on u.bureau_id = ${reading.bureau} and u.parent_id = below.id
  ) select id from below`;
