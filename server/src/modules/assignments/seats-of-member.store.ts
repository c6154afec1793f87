import type { Transaction } from "#kernel/command";
import { dayOf } from "#kernel/day";
import type { Duty } from "#modules/grids";
import type { MemberKind } from "#modules/members";

export interface HeldSeat {
  id: string;
  duty: string;
  startsAt: Date;
  endsAt: Date | null;
  grid: string;
  gridCode: string;
}

/** The seats `a` with the grids `g` and what these are today, `f`. */
const seatsAtGrids = ({ sql, now }: Transaction) => sql`
  assignments a join grids g on g.bureau_id = a.bureau_id and g.id = a.grid_id join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id
    and f.starts_on <= ${dayOf(now)} and (f.ends_on is null or f.ends_on > ${dayOf(now)})`;

/** The member's assignments that last past the instant, held. */
export const lockSeatsPast = (tx: Transaction, memberId: string, instant: string) => tx.sql<HeldSeat[]>`
  select a.id, a.duty, a.starts_at, a.ends_at, f.name as grid, g.code as grid_code from ${seatsAtGrids(tx)}
  where a.bureau_id = ${tx.bureauId} and a.member_id = ${memberId}
    and (a.ends_at is null or (a.ends_at > ${instant} and a.ends_at > a.starts_at))
  order by g.code, a.starts_at, a.id for no key update of a`;

export interface SeatToTake {
  id: string;
  gridId: string;
  duty: Duty;
  startsAt: Date;
  endsAt: Date | null;
  endReason: string | null;
}

/** The same, held by nothing yet: their grids are to be held before them. */
export const seatsToTake = ({ sql, bureauId }: Transaction, memberId: string, instant: string) => sql<SeatToTake[]>`
  select a.id, a.grid_id, a.duty, a.starts_at, a.ends_at, a.end_reason from assignments a
  where a.bureau_id = ${bureauId} and a.member_id = ${memberId}
    and (a.ends_at is null or (a.ends_at > ${instant} and a.ends_at > a.starts_at))`;

/** Those of them that are not over, at grids of stations that are neither above nor below the unit, nor it. */
export const lockSeatsElsewhere = (tx: Transaction, memberId: string, unitId: string, instant: string) => tx.sql<
  HeldSeat[]
>`
  select a.id, a.duty, a.starts_at, a.ends_at, f.name as grid, g.code as grid_code from ${seatsAtGrids(tx)}
  where a.bureau_id = ${tx.bureauId} and a.member_id = ${memberId}
    and (a.ends_at is null or (a.ends_at > greatest(${instant}::timestamptz, ${tx.now}) and a.ends_at > a.starts_at))
    and f.station_id not in (
      with recursive above as (
        select u.id, u.parent_id from units u where u.bureau_id = ${tx.bureauId} and u.id = ${unitId}
        union all
        select u.id, u.parent_id from units u join above on u.bureau_id = ${tx.bureauId} and u.id = above.parent_id
      ) select id from above)
    and f.station_id not in (
      with recursive below as (
        select ${unitId}::uuid as id
        union all
        select u.id from units u join below on u.bureau_id = ${tx.bureauId} and u.parent_id = below.id
      ) select id from below)
  order by g.code, a.starts_at, a.id for no key update of a`;

/** The member's first assignment that began before the instant and was not taken back. */
export async function firstSeatBefore(
  tx: Transaction,
  memberId: string,
  instant: string,
): Promise<Pick<HeldSeat, "grid" | "gridCode" | "startsAt"> | undefined> {
  const [seat] = await tx.sql<HeldSeat[]>`
    select f.name as grid, g.code as grid_code, a.starts_at from ${seatsAtGrids(tx)}
    where a.bureau_id = ${tx.bureauId} and a.member_id = ${memberId} and a.starts_at < ${instant} and a.ends_at is distinct from a.starts_at
    order by a.starts_at limit 1`;
  return seat;
}

/** Seats held now or later of duties that this kind of member may not hold. */
export const seatsNotFor = (tx: Transaction, memberId: string, kind: MemberKind) => tx.sql<HeldSeat[]>`
  select a.id, a.duty, a.starts_at, a.ends_at, f.name as grid, g.code as grid_code from ${seatsAtGrids(tx)}
  where a.bureau_id = ${tx.bureauId} and a.member_id = ${memberId} and (a.ends_at is null or (a.ends_at > ${tx.now} and a.ends_at > a.starts_at))
    and not exists (select from duty_holders d where d.bureau_id = a.bureau_id and d.duty = a.duty and d.member_kind = ${kind})
  order by g.code, a.id`;

/** One grid for each duty is told. */
export const dutiesNotFor = (
  { sql, bureauId, now }: Transaction,
  memberId: string,
  kind: string,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date | null },
) => sql<{ grid: string; duty: string }[]>`
  select distinct on (a.duty) f.name as grid, a.duty
  from assignments a join grid_facts f on f.bureau_id = a.bureau_id and f.grid_id = a.grid_id
    and f.starts_on <= ${dayOf(now)} and (f.ends_on is null or f.ends_on > ${dayOf(now)})
  where a.bureau_id = ${bureauId} and a.member_id = ${memberId} and (a.ends_at is null or (a.ends_at > ${startsAt} and a.ends_at > a.starts_at))
    and (${endsAt}::timestamptz is null or a.starts_at < ${endsAt}::timestamptz)
    and not exists (select from duty_holders d where d.bureau_id = a.bureau_id and d.duty = a.duty and d.member_kind = ${kind})
  order by a.duty, f.name`;
