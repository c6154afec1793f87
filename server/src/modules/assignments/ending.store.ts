import type { Transaction } from "#kernel/command";
import type { Deed } from "#kernel/record";

interface Ending {
  id: string;
  startsAt: Date;
  endsAt: Date | null;
}

/** Ends them at the instant; those that would begin later are taken back. */
export async function endSeats(
  { sql, bureauId }: Transaction,
  seats: readonly Ending[],
  instant: string,
  reason: string | null,
): Promise<void> {
  if (seats.length === 0) return;
  const ids = seats.map(({ id }) => id);
  await sql`
    update assignments set ends_at = greatest(starts_at, ${instant}::timestamptz), end_reason = ${reason}, version = version + 1
    where bureau_id = ${bureauId} and id = any(${ids}::uuid[])`;
}

export const endedAt = ({ id, startsAt, endsAt }: Ending, instant: string, reason: string | null): Deed => ({
  action: "assignment.end",
  entity: { type: "Assignment", id },
  before: { endsAt: endsAt?.toISOString() ?? null },
  after: { endsAt: startsAt.toISOString() > instant ? startsAt.toISOString() : instant },
  reason,
});
