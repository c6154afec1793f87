import type { Asking } from "./week-review.store.ts";

interface Frozen {
  id: string;
  memberId: string;
  /** Whether nothing was decided of the week before. */
  isNew: boolean;
  signedAt: Date;
  done: number;
  late: number;
  missed: number;
  returned: number;
  waiting: number;
  snapshot: object;
}

/** The first revision of weeks of which nothing was decided. */
export async function insertOpen(
  { sql, bureauId }: Asking,
  { stationId, week }: { stationId: string; week: string },
  rows: readonly Frozen[],
): Promise<void> {
  const fresh = rows.filter(({ isNew }) => isNew).map(({ id, memberId, signedAt }) => ({ id, memberId, signedAt }));
  await sql`
    insert into week_reviews (bureau_id, id, station_id, member_id, week_start, revision, created_at)
    select ${bureauId}, r.id, ${stationId}, r."memberId", ${week}, 1, r."signedAt"
    from jsonb_to_recordset(${JSON.stringify(fresh)}::text::jsonb) r (id uuid, "memberId" uuid, "signedAt" timestamptz)`;
}

/** Freezes them all; gives the digest of each, by its id. */
export async function saveFrozen(
  { sql, bureauId }: Asking,
  by: { accountId: string; displayName: string },
  rows: readonly Frozen[],
): Promise<Map<string, string>> {
  const saved = await sql<{ id: string; digest: string }[]>`
    update week_reviews w set signed_at = r."signedAt", signed_by = ${by.accountId}, signer = ${by.displayName}, done = r.done, late = r.late, missed = r.missed,
      returned = r.returned, waiting = r.waiting, snapshot = r.snapshot, digest = encode(sha256(convert_to(r.snapshot::text, 'UTF8')), 'hex'), version = w.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      r (id uuid, "signedAt" timestamptz, done int, late int, missed int, returned int, waiting int, snapshot jsonb)
    where w.bureau_id = ${bureauId} and w.id = r.id returning w.id, w.digest`;
  return new Map(saved.map(({ id, digest }) => [id, digest]));
}
