import { rm } from "node:fs/promises";
import postgres from "postgres";
import { filesUnder } from "../../kernel/files/disk-files.ts";
import { actFor, bureausOf } from "./snapshot.store.ts";

const portion = 1_000;

/**
 * Files that no row knows of: those of what was restored over, or of a restore that came to nothing. Without a server at work none can
 * be about to be written.
 */
export async function clearUnknownFiles(applicationUrl: string, folder: string): Promise<number> {
  const sql = postgres(applicationUrl, { max: 1, onnotice: () => {} });
  let cleared = 0;
  try {
    const bureaus = new Set(await bureausOf(sql));
    for await (const { bureauId, digests, pathOf } of filesUnder(folder, portion)) {
      const known = bureaus.has(bureauId) ? await knownOf(sql, bureauId, digests) : new Set();
      for (const digest of digests.filter((each) => !known.has(each))) {
        await rm(pathOf(digest), { force: true });
        cleared++;
      }
    }
    return cleared;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const knownOf = (sql: postgres.Sql, bureauId: string, digests: readonly string[]) =>
  sql.begin(async (tx) => {
    await actFor(tx, bureauId);
    const rows = await tx<{ digest: string }[]>`
      select digest from stored_files where bureau_id = ${bureauId} and digest in ${tx(digests as string[])}
      union select kept_digest from evidence_files where bureau_id = ${bureauId} and kept_digest in ${tx(digests as string[])}
      union select thumbnail_digest from evidence_files where bureau_id = ${bureauId} and thumbnail_digest in ${tx(digests as string[])}`;
    return new Set(rows.map(({ digest }) => digest));
  });
