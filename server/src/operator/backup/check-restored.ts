import { rename } from "node:fs/promises";
import { openDatabase } from "../../kernel/database/database.ts";
import { headsToKeep, openKeeper } from "../../modules/audit/index.ts";
import { type KeptHeads, readKeptHeads } from "../kept-heads.ts";
import { verifyAudit } from "../verify-audit.ts";

/** Walks every bureau's audit log, and says what this machine knew of them that the backup does not have. Gives the exit code. */
export async function checkRestored(
  applicationUrl: string,
  dataFolder: string,
  say: (line: string) => void,
): Promise<number> {
  const database = openDatabase({ url: applicationUrl, light: 1, heavy: 1, writers: 1, commands: 1 });
  try {
    const heads = await headsToKeep(database);
    const kept = await readKeptHeads(dataFolder);
    const later = laterThan(heads, kept);
    let broken = 0;
    for (const { code } of heads) {
      const { brokenAt, entries } = await verifyAudit(database, code, withoutLater(heads, kept));
      if (brokenAt === null) continue;
      broken++;
      say(`${code}: its audit log is BROKEN at row ${brokenAt} of ${entries}`);
    }
    if (broken === 0) say(`The audit logs of ${heads.length} bureaus are whole.`);
    for (const { code, sequence } of later)
      say(`${code}: its audit log reached row ${sequence} here, which is later than the backup: that is not in it.`);
    if (later.length > 0) await beginHeadsAnew(kept.path, say);
    await (await openKeeper(database, dataFolder)).keep(new Date());
    return broken > 0 ? 1 : 0;
  } finally {
    await database.close();
  }
}

type Heads = Awaited<ReturnType<typeof headsToKeep>>;

const endOf = (heads: Heads, bureauId: string) => heads.find((head) => head.bureauId === bureauId)?.sequence ?? 0;

function laterThan(heads: Heads, { byBureau }: KeptHeads) {
  return [...byBureau].flatMap(([bureauId, kept]) => {
    const furthest = kept.toSorted((a, b) => b.sequence - a.sequence)[0]!;
    return furthest.sequence > endOf(heads, bureauId) ? [furthest] : [];
  });
}

const withoutLater = (heads: Heads, { byBureau }: KeptHeads) =>
  new Map(
    [...byBureau].map(([bureauId, kept]) => [
      bureauId,
      kept.filter(({ sequence }) => sequence <= endOf(heads, bureauId)),
    ]),
  );

/** What was kept of what is no longer there would be told as lost for ever; it stays, under another name. */
async function beginHeadsAnew(path: string, say: (line: string) => void) {
  const aside = path.replace(/\.jsonl$/, `.before-restore-${new Date().toISOString().replaceAll(":", "")}.jsonl`);
  await rename(path, aside);
  say(`The heads kept until now are set aside in ${aside}.`);
}
