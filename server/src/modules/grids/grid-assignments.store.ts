import type { Transaction } from "#kernel/command";

export interface HeldSeat {
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
): Promise<HeldSeat[]> {
  return sql<HeldSeat[]>`
    select a.id, a.starts_at, a.ends_at, m.name as member, m.badge
    from assignments a join members m on m.bureau_id = a.bureau_id and m.id = a.member_id
    where a.bureau_id = ${bureauId} and a.grid_id = ${gridId} and (a.ends_at is null or (a.ends_at > ${instant} and a.ends_at > a.starts_at))
    order by a.starts_at, a.id`;
}

export async function firstAssignment({ sql, bureauId }: Transaction, gridId: string): Promise<HeldSeat | undefined> {
  const [first] = await sql<HeldSeat[]>`
    select a.id, a.starts_at, a.ends_at, m.name as member, m.badge
    from assignments a join members m on m.bureau_id = a.bureau_id and m.id = a.member_id
    where a.bureau_id = ${bureauId} and a.grid_id = ${gridId} and a.ends_at is distinct from a.starts_at
    order by a.starts_at, a.id limit 1`;
  return first;
}

/** Ends them at the instant; those that would begin later are taken back. */
export async function endAssignmentsAt(
  { sql, bureauId }: Transaction,
  ids: string[],
  instant: string,
  reason: string | null,
): Promise<void> {
  await sql`update assignments set ends_at = greatest(starts_at, ${instant}::timestamptz), end_reason = ${reason}, version = version + 1
    where bureau_id = ${bureauId} and id = any(${ids}::uuid[])`;
}
