import { type Fragment, type Reading, sql } from "#kernel/read";

interface VacantSeat {
  gridId: Fragment;
  kind: Fragment;
  complexity: Fragment;
  openedOn: Fragment;
  /** Since when the grid is what it is: of another kind or name. */
  factsSince: Fragment;
  duty: Fragment;
  ordinal: Fragment;
}

/**
 * Since when the n-th seat of a post is vacant without a break: the latest of the grid's opening, the moment from which n
 * holders are asked for, and the moment the holders last fell below n.
 */
export const vacantSince = (reading: Reading, seat: VacantSeat): Fragment =>
  sql`greatest((${seat.openedOn}::timestamp at time zone 'Asia/Shanghai'), ${askedSince(reading, seat)}, ${fellBelowAt(reading, seat)})`;

/** Few grids were ever something else: of the others it is known by their kind alone, which may be worked out once for all. */
export const askedSince = (
  reading: Reading,
  seat: Pick<VacantSeat, "gridId" | "factsSince" | "kind" | "complexity" | "duty" | "ordinal">,
  askedOfKind = askedOfKindSince(reading, seat),
): Fragment =>
  sql`case when ${seat.factsSince} = '-infinity' then ${askedOfKind} else ${askedOfGridSince(reading, seat)} end`;

/** The standards of whatever the grid was at the time: the begin of the first of those that follow one another to the moment. */
const askedOfGridSince = (
  reading: Reading,
  { gridId, duty, ordinal }: Pick<VacantSeat, "gridId" | "duty" | "ordinal">,
): Fragment => sql`(
  with asked as (
    select greatest(v.starts_at, f.starts_on::timestamp at time zone 'Asia/Shanghai') as since,
      least(v.ends_at, f.ends_on::timestamp at time zone 'Asia/Shanghai') as until
    from grid_facts f join staffing_standards v on v.bureau_id = f.bureau_id and v.grid_kind = f.kind and v.complexity = f.complexity
    where f.bureau_id = ${reading.bureau} and f.grid_id = ${gridId} and v.duty = ${duty} and v.at_least >= ${ordinal} and v.ends_at is distinct from v.starts_at
  )
  select max(a.since) from asked a where a.since <= ${reading.at} and (a.until is null or a.since < a.until)
    and not exists (select from asked b where b.until = a.since and b.since < b.until))`;

export const askedOfKindSince = (
  reading: Reading,
  { kind, complexity, duty, ordinal }: Pick<VacantSeat, "kind" | "complexity" | "duty" | "ordinal">,
): Fragment => sql`(
  select max(v.starts_at) from staffing_standards v
  where v.bureau_id = ${reading.bureau} and v.grid_kind = ${kind} and v.complexity = ${complexity} and v.duty = ${duty}
    and v.starts_at <= ${reading.at} and v.ends_at is distinct from v.starts_at and v.at_least >= ${ordinal}
    and not exists (
      select from staffing_standards w
      where w.bureau_id = ${reading.bureau} and w.grid_kind = ${kind} and w.complexity = ${complexity} and w.duty = ${duty}
        and w.ends_at = v.starts_at and w.starts_at < w.ends_at and w.at_least >= ${ordinal}))`;

export const fellBelowAt = (
  reading: Reading,
  { gridId, duty, ordinal }: Pick<VacantSeat, "gridId" | "duty" | "ordinal">,
): Fragment => sql`(
  select max(e.ends_at) from assignments e
  where e.bureau_id = ${reading.bureau} and e.grid_id = ${gridId} and e.duty = ${duty} and e.ends_at <= ${reading.at} and e.starts_at < e.ends_at
    and (${ordinal} = 1 or ${ordinal} <= (
      select count(*) from assignments o
      where o.bureau_id = ${reading.bureau} and o.grid_id = ${gridId} and o.duty = ${duty}
        and o.starts_at < e.ends_at and (o.ends_at is null or o.ends_at >= e.ends_at))))`;
