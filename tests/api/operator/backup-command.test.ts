import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFolder } from "@maple-bridge/server/kernel/files/disk-files";
import { newId } from "@maple-bridge/server/kernel/ids";
import { checkRestored } from "@maple-bridge/server/operator/backup/check-restored";
import { passphraseFrom } from "@maple-bridge/server/operator/backup/passphrase";
import { openBackup } from "@maple-bridge/server/operator/backup/read-backup";
import { restoreBackup } from "@maple-bridge/server/operator/backup/restore-backup";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { layGround } from "../../isolation/support/ground.ts";
import { freshDatabase, type TestDatabase } from "../../support/database.ts";
import { asSuperuser, everythingIn, passphrase } from "./backup-ground.ts";
import { maple } from "./maple.ts";

const many = 500_000;
/** Each starts the command line as a process of its own. */
const longest = 5 * 60_000;
let folder: string;
let database: TestDatabase;
let bureauId: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maple-backups-"));
  await writeFile(join(folder, "passphrase"), `${passphrase}\n`);
  for (const name of ["data", "other"]) await mkdir(join(folder, name));
  database = await freshDatabase();
  bureauId = await asSuperuser(database, async (sql) => {
    const { id } = await layGround(sql, "a");
    await sql`insert into stored_files (bureau_id, digest, laid_at) select ${id}, encode(sha256(n::text::bytea), 'hex'), now() from generate_series(1, ${many}) n`;
    return id;
  });
});
afterAll(() => rm(folder, { recursive: true }));

const of = (place: TestDatabase, name: string) => ({ database: place, dataFolder: join(folder, name) });
const backupFile = () => join(folder, "maple.backup");
const passphraseFile = () => ["--passphrase-file", join(folder, "passphrase")];

test(
  "a backup taken while commands write holds what was committed at one moment, and half a million rows",
  async () => {
    const writing = new AbortController();
    const pairs = writePairs(writing.signal);
    const { code, out, told } = await maple(of(database, "data"), "backup", backupFile(), ...passphraseFile()).ended;
    writing.abort();
    expect([code, told]).toEqual([0, ""]);
    expect(out).toContain("rows of");
    expect(out).toContain("to be kept apart from it");
    expect(await pairs).toBeGreaterThan(0);
    expect(JSON.parse(await readFile(join(folder, "data", "last-backup.json"), "utf8"))).toMatchObject({
      file: backupFile(),
      isEncrypted: true,
    });
  },
  longest,
);

/** Two rows in each transaction, in tables that come first and last: one alone is what no moment had. */
async function writePairs(signal: AbortSignal): Promise<number> {
  const sql = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
  let count = 0;
  for (; !signal.aborted; count++) {
    await sql.begin(async (tx) => {
      await tx`select set_config('maple.bureau_id', ${bureauId}, true)`;
      const number = 100_000 + count;
      await tx`insert into divisions ${tx({ bureau_id: bureauId, id: newId(), code: `999${number}`, name: `pair ${count}`, kind: "TOWNSHIP" })}`;
      await tx`insert into units ${tx({ bureau_id: bureauId, id: newId(), name: `pair ${count}`, kind: "STATION", level: 1, parent_id: await rootOf(tx) })}`;
    });
  }
  await sql.end();
  return count;
}

async function rootOf(sql: postgres.TransactionSql) {
  const [root] = await sql<{ id: string }[]>`select id from units where bureau_id = ${bureauId} and kind = 'BUREAU'`;
  return root!.id;
}

test(
  "restored it is all there, and its audit logs are walked",
  async () => {
    const other = await freshDatabase();
    const envelope = await openBackup(backupFile(), async () => passphrase);
    const files = await openFolder(join(folder, "files"));
    await restoreBackup({ ...other, files, file: backupFile(), envelope });
    const said: string[] = [];
    expect(await checkRestored(other.applicationUrl, join(folder, "other"), (line) => said.push(line))).toBe(0);
    expect(said).toEqual(["The audit logs of 1 bureaus are whole."]);
    await asSuperuser(other, async (sql) => {
      const [row] = await sql`select (select count(*)::int from stored_files) as files,
      (select count(*)::int from divisions d full join units u on u.bureau_id = d.bureau_id and u.name = d.name
        where coalesce(d.name, u.name) like 'pair %' and (d.id is null or u.id is null)) as halves`;
      expect(row!["files"]).toBeGreaterThanOrEqual(many);
      expect(row!["halves"]).toBe(0);
    });
  },
  longest,
);

test(
  "killed in the middle, a restore leaves what was there",
  async () => {
    const other = await freshDatabase();
    await asSuperuser(other, (sql) => layGround(sql, "b"));
    const before = await everythingIn(other);
    const { child, ended } = maple(of(other, "other"), "restore", backupFile(), ...passphraseFile());
    await asSuperuser(other, async (sql) => {
      for (;;) {
        const [row] = await sql`select exists (select from pg_stat_progress_copy where command = 'COPY FROM'
        and datname = current_database() and tuples_processed > 10000) as is_loading`;
        if (row!["is_loading"]) break;
        expect(child.exitCode).toBeNull();
      }
      child.kill("SIGKILL");
      await ended;
      for (;;) {
        const [row] =
          await sql`select count(*)::int as left from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
        if (row!["left"] === 0) break;
      }
    });
    expect(await everythingIn(other)).toEqual(before);
  },
  longest,
);

test("a passphrase comes from a file or the environment, and is long enough; else it is said what to do", async () => {
  const from = (env: NodeJS.ProcessEnv, isNew = true, file?: string) => passphraseFrom({ env, isNew, file });
  expect(await from({}, true, join(folder, "passphrase"))).toBe(passphrase);
  expect(await from({ MAPLE_BACKUP_PASSPHRASE: passphrase })).toBe(passphrase);
  expect(await from({ MAPLE_BACKUP_PASSPHRASE: "short" }, false)).toBe("short");
  await expect(from({ MAPLE_BACKUP_PASSPHRASE: "short" })).rejects.toThrow("BACKUP_PASSPHRASE_SHORT");
  await expect(from({})).rejects.toThrow("BACKUP_PASSPHRASE_NEEDED");
});
