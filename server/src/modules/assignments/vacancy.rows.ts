import { type Fragment, type Reading, sql } from "#kernel/read";
import { momentOf } from "#modules/grids";

interface VacantSeat {
  gridId: Fragment;
  kind: Fragment;
  complexity: Fragment;
  openedOn: Fragment;
  duty: Fragment;
  ordinal: Fragment;
}

/**
 * Since when the n-th seat of a post is vacant without a break: the latest of the grid's opening, the moment its standard
 * began to ask for n holders, and the moment the holders last fell below n.
 */
export const vacantSince = (reading: Reading, seat: VacantSeat): Fragment =>
  sql`greatest((${seat.openedOn}::timestamp at time zone 'Asia/Shanghai'), ${askedSince(reading, seat)}, ${fellBelowAt(reading, seat)})`;

export const askedSince = (
  reading: Reading,
  { kind, complexity, duty, ordinal }: Pick<VacantSeat, "kind" | "complexity" | "duty" | "ordinal">,
): Fragment => sql`(
  select max(v.starts_at) from staffing_standards v
  where v.bureau_id = ${reading.bureau} and v.grid_kind = ${kind} and v.complexity = ${complexity} and v.duty = ${duty}
    and v.starts_at <= ${momentOf(reading)} and v.ends_at is distinct from v.starts_at and v.at_least >= ${ordinal}
    and not exists (
      select from staffing_standards w
      where w.bureau_id = ${reading.bureau} and w.grid_kind = ${kind} and w.complexity = ${complexity} and w.duty = ${duty}
        and w.ends_at = v.starts_at and w.starts_at < w.ends_at and w.at_least >= ${ordinal}))`;

export const fellBelowAt = (
  reading: Reading,
  { gridId, duty, ordinal }: Pick<VacantSeat, "gridId" | "duty" | "ordinal">,
): Fragment => sql`(
  select max(e.ends_at) from assignments e
  where e.bureau_id = ${reading.bureau} and e.grid_id = ${gridId} and e.duty = ${duty} and e.ends_at <= ${momentOf(reading)} and e.starts_at < e.ends_at
    and (${ordinal} = 1 or ${ordinal} <= (
      select count(*) from assignments o
      where o.bureau_id = ${reading.bureau} and o.grid_id = ${gridId} and o.duty = ${duty}
        and o.starts_at < e.ends_at and (o.ends_at is null or o.ends_at >= e.ends_at))))`;
