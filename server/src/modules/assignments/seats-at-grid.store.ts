import type { Transaction } from "#kernel/command";

export interface SeatAtGrid {
  id: string;
  startsAt: Date;
  endsAt: Date | null;
  member: string;
  badge: string;
}

/** Assignments at the grid that last past the instant, first come first. */
export async function assignmentsPast(
  { sql, bureauId }: Transaction,
  gridId: string,
  instant: string,
): Promise<SeatAtGrid[]> {
  return sql<SeatAtGrid[]>`
    select a.id, a.starts_at, a.ends_at, m.name as member, m.badge
    from assignments a join members m on m.bureau_id = a.bureau_id and m.id = a.member_id
    where a.bureau_id = ${bureauId} and a.grid_id = ${gridId} and (a.ends_at is null or (a.ends_at > ${instant} and a.ends_at > a.starts_at))
    order by a.starts_at, a.id`;
}

export async function firstAssignment({ sql, bureauId }: Transaction, gridId: string): Promise<SeatAtGrid | undefined> {
  const [first] = await sql<SeatAtGrid[]>`
    select a.id, a.starts_at, a.ends_at, m.name as member, m.badge
    from assignments a join members m on m.bureau_id = a.bureau_id and m.id = a.member_id
    where a.bureau_id = ${bureauId} and a.grid_id = ${gridId} and a.ends_at is distinct from a.starts_at
    order by a.starts_at, a.id limit 1`;
  return first;
}
