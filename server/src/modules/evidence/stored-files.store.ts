import type { Transaction } from "#kernel/command";

type Place = Pick<Transaction, "sql" | "bureauId">;

/** Says what is about to be put into the store; waits for who is just clearing it away. */
export async function layDown({ sql, bureauId }: Place, digests: readonly string[], now: Date) {
  const rows = [...new Set(digests)].sort().map((digest) => ({ bureauId, digest, laidAt: now }));
  await sql`
    insert into stored_files ${sql(rows)} on conflict (bureau_id, digest) do update set laid_at = greatest(stored_files.laid_at, excluded.laid_at)`;
}

/** A file that no photo refers to, and that nobody can be about to refer to any more; what somebody holds is passed over. */
export async function nextUnused({ sql, bureauId }: Place, before: Date): Promise<string | undefined> {
  const [row] = await sql<{ digest: string }[]>`
    select s.digest from stored_files s where s.bureau_id = ${bureauId} and s.laid_at < ${before}
      and not exists (select from evidence_files e where e.bureau_id = s.bureau_id and e.kept_digest = s.digest)
      and not exists (select from evidence_files e where e.bureau_id = s.bureau_id and e.thumbnail_digest = s.digest)
    order by s.laid_at limit 1 for update of s skip locked`;
  return row?.digest;
}

export async function forget({ sql, bureauId }: Place, digest: string) {
  await sql`delete from stored_files where bureau_id = ${bureauId} and digest = ${digest}`;
}
