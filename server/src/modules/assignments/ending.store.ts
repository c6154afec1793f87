import { assignments } from "@maple-bridge/drizzle/tables";
import { reckoned, type Transaction, update } from "#kernel/command";
import type { Deed } from "#kernel/record";

/** Ends them at the instant; those that would begin later are taken back. As the audit log is told it. */
export async function endSeats(
  tx: Transaction,
  ids: readonly string[],
  instant: string,
  reason: string | null,
): Promise<Deed[]> {
  const endsAt = reckoned("greatest(starts_at, $)", instant);
  const ended = await update<{ endsAt: Date | null; endReason: string | null }, typeof assignments>(
    tx,
    assignments,
    ids,
    {
      endsAt,
      endReason: reason,
    },
  );
  return ended.map(({ id, before, after }) => ({
    action: "assignment.end",
    entity: { type: "Assignment", id },
    before: { endsAt: before.endsAt?.toISOString() ?? null },
    after: { endsAt: after.endsAt?.toISOString() ?? null },
    reason,
  }));
}
