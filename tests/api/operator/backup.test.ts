import { randomBytes } from "node:crypto";
import { copyFile, mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { knownMigrations } from "@maple-bridge/drizzle/levels";
import { digestOf } from "@maple-bridge/server/kernel/files/file-store";
import { openFolder } from "@maple-bridge/server/kernel/files/disk-files";
import { newId } from "@maple-bridge/server/kernel/ids";
import { openEnvelope, plainEnvelope, sealedEnvelope } from "@maple-bridge/server/operator/backup/envelope";
import { openBackup } from "@maple-bridge/server/operator/backup/read-backup";
import { checkBackup, restoreBackup } from "@maple-bridge/server/operator/backup/restore-backup";
import { buildLevel, clearAway } from "@maple-bridge/server/operator/backup/restore.store";
import { takeBackup } from "@maple-bridge/server/operator/backup/take-backup";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { layGround, layUnrecorded } from "../../isolation/support/ground.ts";
import { copyOf, freshDatabase, type TestDatabase } from "../../support/database.ts";
import { asSuperuser, everythingIn, passphrase, weak } from "./backup-ground.ts";

let folder: string;
let database: TestDatabase;
/** Of several chunks, however it is packed. */
const photo = randomBytes(600_000);
const given = async () => passphrase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maple-backup-"));
  database = await freshDatabase();
  const files = await openFolder(join(folder, "files"));
  await asSuperuser(database, async (sql) => {
    for (const letter of ["a", "b"]) {
      const ground = await layGround(sql, letter);
      await layUnrecorded(ground);
      const digest = digestOf(photo);
      await sql`update evidence_files set kept_digest = ${digest} where bureau_id = ${ground.id} and kept_digest is not null`;
      await files.put(ground.id, digest, photo, AbortSignal.timeout(5_000));
    }
    await sql`insert into maple_jobs.queue (name, policy, retry_limit, retry_delay, retry_backoff, expire_seconds, retention_seconds, deletion_seconds, partition, table_name)
      values (${"evidence.clearFiles"}, ${"standard"}, 3, 1, true, 60, 600, 600, false, ${"job_common"})`;
    await sql`insert into maple_jobs.job (name, data, state) select ${"evidence.clearFiles"}, ${sql.json({ bureauId: "x" })}, s from unnest(enum_range(null::maple_jobs.job_state)) s`;
  });
});
afterAll(() => rm(folder, { recursive: true }));

const filesIn = (name: string) => openFolder(join(folder, name));
const fileOf = (name: string) => join(folder, name);

async function taken(name: string, envelope = plainEnvelope()) {
  const files = await filesIn("files");
  return takeBackup({ databaseUrl: database.applicationUrl, files, file: fileOf(name), envelope, sealKey: null });
}

async function restored(into: TestDatabase, name: string, files = "other-files") {
  const envelope = await openBackup(fileOf(name), given);
  return restoreBackup({ ...into, files: await filesIn(files), file: fileOf(name), envelope });
}

test("a backup by the application's role, restored into another database, is every row of every table, and the photos", async () => {
  const told = await taken("whole", await sealedEnvelope(passphrase, weak));
  expect(told.tables.filter(({ rows, schema }) => rows === 0 && schema === "public")).toEqual([]);
  const other = await freshDatabase();
  const whole = await restored(other, "whole");
  expect(whole.manifest.tables.length).toBe(told.tables.length);
  expect(await everythingIn(other)).toEqual(await everythingIn(database));
  expect(told.files.count).toBeGreaterThan(1);
});

test("what it was restored over is gone, and its roles, rights and guards are as a start makes them", async () => {
  const other = await freshDatabase();
  await asSuperuser(other, (sql) => layGround(sql, "c"));
  await restored(other, "whole");
  expect(await everythingIn(other)).toEqual(await everythingIn(database));
});

test("photos come back as they were, beside others, and one that a disk has spoiled is put right", async () => {
  const [bureauId] = await readdir(fileOf("files")).then((names) => names.filter((name) => name !== "unfinished"));
  const digest = digestOf(photo);
  const path = join(fileOf("other-files"), bureauId!, digest.slice(0, 2), digest);
  await writeFile(path, "spoilt");
  await restored(await freshDatabase(), "whole");
  expect(digestOf(await readFile(path))).toBe(digest);
});

test("a photo that the store has lost is told of, and the rest is kept", async () => {
  const files = await filesIn("no-files");
  const told = await takeBackup({
    databaseUrl: database.ownerUrl,
    files,
    file: fileOf("without-photos"),
    envelope: plainEnvelope(),
    sealKey: Buffer.alloc(32, 1),
  });
  expect(told.files).toMatchObject({ count: 0, missing: expect.any(Number) });
  expect(told.files.missing).toBeGreaterThan(1);
  const whole = await checkBackup(fileOf("without-photos"), plainEnvelope());
  expect(whole.head.sealKey).toMatch(/^[0-9a-f]{16}$/);
});

test("one is not written over another, and nothing unfinished is left", async () => {
  await expect(taken("whole")).rejects.toThrow("BACKUP_EXISTS");
  await expect(taken("nowhere/whole")).rejects.toThrow("BACKUP_FOLDER_MISSING");
  expect((await readdir(folder)).filter((name) => name.includes("unfinished-"))).toEqual([]);
  expect((await stat(fileOf("whole"))).mode & 0o777).toBe(0o600);
});

/** A copy of a backup in which the byte there is another one. */
async function damaged(name: string, at: number) {
  await copyFile(fileOf(name), fileOf("damaged"));
  await using file = await open(fileOf("damaged"), "r+");
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at);
  buffer[0]! ^= 0x40;
  await file.write(buffer, 0, 1, at);
}

const refusedFor = async (passphrase = given) => {
  const opened = await openBackup(fileOf("damaged"), passphrase).catch((error: Error) => error);
  return opened instanceof Error ? opened : checkBackup(fileOf("damaged"), opened).catch((error: Error) => error);
};

test.each(["whole", "plain"])("a byte that is another one, wherever it stands, is refused: %s", async (name) => {
  if (name === "plain") await taken("plain");
  const { size } = await stat(fileOf(name));
  const places = [
    0,
    13,
    20,
    60,
    90,
    130,
    250,
    400,
    1_000,
    100_000,
    262_144,
    262_500,
    300_000,
    size - 40,
    size - 17,
    size - 1,
  ];
  for (const at of [...places, ...Array.from({ length: 24 }, (_, part) => Math.floor((size / 24) * part) + 5)]) {
    await damaged(name, at);
    expect(await refusedFor(), `byte ${at} of ${size}`).toMatchObject({
      message: expect.stringMatching(/BACKUP_(NOT_ONE|FORMAT_NEWER|PASSPHRASE_WRONG|DAMAGED|PART_DAMAGED)/),
    });
  }
});

test.each(["whole", "plain"])("one that is cut off anywhere, or longer than it was, is refused: %s", async (name) => {
  const { size } = await stat(fileOf(name));
  const { header } = await openBackup(fileOf(name), given);
  await using whole = await open(fileOf(name));
  const { buffer } = await whole.read(Buffer.alloc(4), 0, 4, header.length);
  const behindFirst = header.length + 4 + buffer.readUInt32BE() + (name === "plain" ? 32 : 16);
  for (const length of [0, 5, header.length, header.length + 3, behindFirst, behindFirst + 2, size - 1]) {
    await copyFile(fileOf(name), fileOf("damaged"));
    await truncate(fileOf("damaged"), length);
    expect(await refusedFor(), `${length} of ${size}`).toBeInstanceOf(Error);
  }
  await copyFile(fileOf(name), fileOf("damaged"));
  await using longer = await open(fileOf("damaged"), "a");
  await longer.write("x");
  expect(await refusedFor()).toMatchObject({ message: expect.stringContaining("BACKUP_DAMAGED") });
});

test("chunks in another order, and chunks of another backup, are refused", async () => {
  const { header } = await openBackup(fileOf("whole"), given);
  const bytes = await readFile(fileOf("whole"));
  expect(bytes.length).toBeGreaterThan(3 * 262_144);
  const length = 4 + bytes.readUInt32BE(header.length) + 16;
  const [first, second] = [0, 1].map((index) => {
    const from = header.length + index * length;
    return bytes.subarray(from, from + length);
  });
  const rest = bytes.subarray(header.length + 2 * length);
  await writeFile(fileOf("damaged"), Buffer.concat([header, second!, first!, rest]));
  expect(await refusedFor()).toMatchObject({ message: expect.stringContaining("BACKUP_DAMAGED") });
  await taken("another", await sealedEnvelope(passphrase, weak));
  const other = await readFile(fileOf("another"));
  const mixed = [header, other.subarray(header.length, header.length + length), second!, rest];
  await writeFile(fileOf("damaged"), Buffer.concat(mixed));
  expect(await refusedFor()).toMatchObject({ message: expect.stringContaining("BACKUP_DAMAGED") });
});

test("a wrong passphrase is told from a damaged file; the usual strength costs memory, and no file may ask for any amount", async () => {
  await copyFile(fileOf("whole"), fileOf("damaged"));
  expect(await refusedFor(async () => "not this one")).toMatchObject({
    message: expect.stringContaining("BACKUP_PASSPHRASE_WRONG"),
  });
  const { header } = await sealedEnvelope(passphrase);
  expect(header.toString()).toContain('"cost":131072,"blocks":8');
  const dear = Buffer.from(header.toString().replace('"cost":131072', '"cost":1073741824'));
  await expect(openEnvelope(dear, "x", given)).rejects.toThrow("BACKUP_NOT_ONE");
});

test("a damaged one leaves what is there as it was, and so does a server that is still connected", async () => {
  const other = await freshDatabase();
  await asSuperuser(other, (sql) => layGround(sql, "d"));
  const before = await everythingIn(other);
  const { size } = await stat(fileOf("plain"));
  await damaged("plain", size - 60);
  await expect(restored(other, "damaged")).rejects.toThrow(/BACKUP/);
  const server = postgres(other.applicationUrl, { max: 1 });
  await server`select 1`;
  await expect(restored(other, "whole")).rejects.toThrow("BACKUP_SERVER_RUNS");
  await server.end();
  expect(await everythingIn(other)).toEqual(before);
});

/** The migrations that a backup says it had, changed before it is written. */
async function takenAt(name: string, change: string) {
  const other = await copyOf(database);
  await asSuperuser(other, (sql) => sql.unsafe(change));
  const files = await filesIn("files");
  await takeBackup({
    ...other,
    databaseUrl: other.ownerUrl,
    files,
    file: fileOf(name),
    envelope: plainEnvelope(),
    sealKey: null,
  });
}

test("one of a newer program, or of another, is refused before anything is changed", async () => {
  const last = "(select max(id) from drizzle.__drizzle_migrations)";
  await takenAt("newer", "insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 9999999999999)");
  await takenAt("other", `update drizzle.__drizzle_migrations set hash = 'x' where id = ${last}`);
  await takenAt("newer-jobs", "update maple_jobs.version set version = version + 1");
  for (const [name, code] of [
    ["newer", "BACKUP_MIGRATIONS_NEWER"],
    ["other", "BACKUP_MIGRATIONS_OTHER"],
    ["newer-jobs", "BACKUP_JOBS_NEWER"],
  ])
    await expect(checkBackup(fileOf(name!), plainEnvelope())).rejects.toThrow(code);
});

test("one of an older program is brought to this one's level, in the same transaction", async () => {
  const known = knownMigrations();
  const older = known.slice(0, -2);
  const from = await freshDatabase();
  const owner = postgres(from.ownerUrl, { max: 1, onnotice: () => {} });
  await owner.begin(async (tx) => {
    await clearAway(tx);
    await buildLevel(tx, older);
  });
  await asSuperuser(from, async (sql) => {
    const id = newId();
    await sql`select set_config('maple.bureau_id', ${id}, false)`;
    await sql`insert into bureaus (bureau_id, code, name) values (${id}, 'older', '旧局')`;
  });
  await takeBackup({
    databaseUrl: from.ownerUrl,
    files: await filesIn("files"),
    file: fileOf("older"),
    envelope: plainEnvelope(),
    sealKey: null,
  });
  const into = await freshDatabase();
  await restored(into, "older");
  await owner.end();
  await asSuperuser(into, async (sql) => {
    expect(await sql`select code from bureaus`).toEqual([{ code: "older" }]);
    const [row] = await sql`select count(*)::int as count from drizzle.__drizzle_migrations`;
    expect(row!["count"]).toBe(known.length);
  });
  const empty = await everythingIn(await freshDatabase());
  const brought = await everythingIn(into);
  for (const part of ["constraints", "triggers", "indexes", "guards", "policies", "functions", "columns"])
    expect(brought[part], part).toBe(empty[part]);
});

test("no table of ours counts by a sequence, whose state would be left behind", async () => {
  const sequences = await asSuperuser(
    database,
    (sql) => sql<
      { name: string }[]
    >`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and n.nspname in ('public', 'maple_jobs')`,
  );
  expect([...sequences]).toEqual([]);
});
