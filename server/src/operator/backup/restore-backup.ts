import { jobsWanted } from "@maple-bridge/drizzle/jobs";
import { applyAll, knownMigrations, type Migration } from "@maple-bridge/drizzle/levels";
import { grant } from "@maple-bridge/drizzle/privileges";
import postgres, { type TransactionSql } from "postgres";
import type { FileStore } from "../../kernel/files/file-store.ts";
import type { Envelope } from "./envelope.ts";
import type { Head } from "./parts.ts";
import { looker, readBackup, type Whole } from "./read-backup.ts";
import { refused } from "./refused.ts";
import { buildLevel, clearAway, copyIn, openForLoading, sessionsOf } from "./restore.store.ts";
import { settleForCopies } from "./snapshot.store.ts";

interface Restoring {
  /** Of the role that owns the database. */
  ownerUrl: string;
  applicationRole: string;
  files: FileStore;
  file: string;
  envelope: Envelope;
}

/** Reads all of a backup and says what is in it; whatever is wrong with it is thrown. */
export async function checkBackup(file: string, envelope: Envelope): Promise<Whole> {
  const whole = await readBackup(file, envelope, looker);
  levelsOf(whole.head);
  return whole;
}

/**
 * Puts a backup in the place of what is there. All of it is read and held to its hashes first; then one transaction takes the old away,
 * builds the database at the backup's level, loads it and brings it to ours, so that whatever ends it before its commit leaves the old.
 * Files are known by their content: they are added beside the old ones, of which none is changed.
 */
export async function restoreBackup(restoring: Restoring): Promise<Whole> {
  const { ownerUrl, applicationRole, file, envelope } = restoring;
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, idle_timeout: 0, max_lifetime: null });
  try {
    await sql.begin((tx) => assertAlone(tx, applicationRole));
    await checkBackup(file, envelope);
    return (await sql.begin(async (tx) => {
      await settleForCopies(tx);
      await assertAlone(tx, applicationRole);
      await clearAway(tx);
      return load(tx, restoring);
    })) as Whole;
  } catch (error) {
    throw isOutOfLocks(error) ? refused("BACKUP_LOCKS", {}, "DATABASE_OWNER_URL") : error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const isOutOfLocks = (error: unknown) => error instanceof postgres.PostgresError && error.code === "53200";

async function assertAlone(tx: TransactionSql, applicationRole: string) {
  const sessions = await sessionsOf(tx, applicationRole);
  if (sessions > 0) throw refused("BACKUP_SERVER_RUNS", { sessions });
}

async function load(tx: TransactionSql, { applicationRole, files, file, envelope }: Restoring): Promise<Whole> {
  let later: Migration[] = [];
  let loading: Awaited<ReturnType<typeof openForLoading>> | undefined;
  const counted: number[] = [];
  const whole = await readBackup(file, envelope, {
    async head(head) {
      const levels = levelsOf(head);
      later = levels.later;
      await buildLevel(tx, levels.had);
      loading = await openForLoading(tx);
    },
    async table(table, rows) {
      if (!loading!.has(table)) throw refused("BACKUP_PART_DAMAGED", { part: `${table.schema}.${table.name}` });
      counted.push(await copyIn(tx, table, rows));
    },
    async file({ bureauId, digest }, bytes) {
      await put(files, bureauId, digest, bytes);
    },
  });
  for (const [index, { schema, name, rows }] of whole.manifest.tables.entries())
    if (counted[index] !== rows) throw refused("BACKUP_PART_DAMAGED", { part: `${schema}.${name}` });
  await loading!.guardAgain();
  await applyAll(tx, later);
  await grant(tx, applicationRole);
  return whole;
}

/** What lies there under the digest already is another thing only where a disk has failed. */
async function put(files: FileStore, bureauId: string, digest: string, bytes: Buffer) {
  const patience = () => AbortSignal.timeout(60_000);
  const there = await files.get(bureauId, digest, patience());
  if (there?.equals(bytes)) return;
  if (there) await files.delete(bureauId, digest, patience());
  await files.put(bureauId, digest, bytes, patience());
}

/** The migrations that the backup had, and those that it is to have yet. */
function levelsOf({ migrations, jobs }: Head) {
  const known = knownMigrations();
  for (const [index, { when, hash }] of migrations.entries()) {
    const ours = known[index];
    const named = new Date(when).toISOString();
    if (!ours) throw refused("BACKUP_MIGRATIONS_NEWER", { migration: named });
    if (ours.when !== when || ours.hash !== hash) throw refused("BACKUP_MIGRATIONS_OTHER", { migration: named });
  }
  if (jobs > jobsWanted) throw refused("BACKUP_JOBS_NEWER", { version: jobs });
  return { had: known.slice(0, migrations.length), later: known.slice(migrations.length) };
}
