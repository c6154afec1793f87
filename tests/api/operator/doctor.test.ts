import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFolder } from "@maple-bridge/server/kernel/files/disk-files";
import { digestOf } from "@maple-bridge/server/kernel/files/file-store";
import { hasMessage, locales, message } from "@maple-bridge/server/kernel/messages";
import { openHeadsFile } from "@maple-bridge/server/modules/audit";
import { seal } from "@maple-bridge/server/modules/matters";
import { rememberBackup } from "@maple-bridge/server/operator/backup/last-backup";
import { checksHere, checksThere, examine, thereOf } from "@maple-bridge/server/operator/doctor/examine";
import type { Finding, There } from "@maple-bridge/server/operator/doctor/finding";
import { localeOf } from "@maple-bridge/server/operator/locale";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Ground, layGround } from "../../isolation/support/ground.ts";
import { freshDatabase, type TestDatabase } from "../../support/database.ts";
import { asSuperuser } from "./backup-ground.ts";

const now = new Date("2026-06-15T04:00:00Z");
const photo = Buffer.from("a photo");
const key = randomBytes(32);
let folder: string;
let database: TestDatabase;
let ground: Ground;
let superuser: Sql;
let application: Sql;
let there: There;

const here = (more: Partial<There> = {}) => ({ env: {}, dataFolder: folder, now, ...more });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maple-doctor-"));
  database = await freshDatabase();
  ground = await asSuperuser(database, (sql) => layGround(sql, "a"));
  superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
  application = postgres(database.applicationUrl, { max: 1, onnotice: () => {} });
  await writeFile(join(folder, "seal.key"), `${key.toString("base64")}\n`, { mode: 0o600 });
  there = await thereOf(here(), database, application);
  await makeWell();
});
afterAll(async () => {
  await Promise.all([superuser.end(), application.end()]);
  await rm(folder, { recursive: true });
});

/** The ground's texts are canaries: what the doctor looks at is given as a server writes it. */
async function makeWell() {
  const digest = digestOf(photo);
  await superuser`update evidence_files set kept_digest = ${digest} where kept_digest is not null`;
  await superuser`update evidence_files set thumbnail_digest = ${digest} where thumbnail_digest is not null`;
  await (await openFolder(join(folder, "files"))).put(ground.id, digest, photo, AbortSignal.timeout(5_000));
  await superuser`alter table calendar_revisions disable trigger user`;
  await superuser`update calendar_revisions set announced_years = '{2026}'`;
  const contacts = await superuser<{ id: string; matterId: string }[]>`
    select id, matter_id as "matterId" from sealed_contacts where sealed is not null`;
  for (const { id, matterId } of contacts)
    await superuser`update sealed_contacts set sealed = ${seal(key, { bureauId: ground.id, matterId, id }, "138")} where id = ${id}`;
  await superuser`alter table audit_chain_results disable trigger user`;
  await superuser`update audit_chain_results set finished_at = ${now}`;
  const [head] = await superuser<{ sequence: number; hash: string }[]>`
    select sequence::int, encode(hash, 'hex') as hash from audit_heads`;
  await keepHead(head!);
}

const keepHead = async ({ sequence, hash }: { sequence: number; hash: string }, at = now) =>
  (await openHeadsFile(folder)).append({
    at: at.toISOString(),
    heads: [{ bureauId: ground.id, code: ground.code, sequence, hash }],
  });

const statesOf = (findings: Finding[]) => findings.map(({ state, code }) => `${state} ${code}`);
const look = async (check: keyof typeof checksThere | keyof typeof checksHere, more: Partial<There> = {}) => {
  const findings = await (checksThere[check] ?? checksHere[check])!({ ...there, ...more });
  for (const { code } of findings) expect(hasMessage(`DOCTOR_${code}`), code).toBe(true);
  return statesOf(findings);
};

/** Each check with what breaks it, and how it is put right again. */
const broken: [check: string, well: string, breakIt: string, told: string, mend: string][] = [
  [
    "guards",
    "TABLES_GUARDED",
    "alter table grids no force row level security",
    "bad TABLE_UNGUARDED",
    "alter table grids force row level security",
  ],
  [
    "guards",
    "TABLES_GUARDED",
    "alter policy own_bureau on grids rename to nobodys",
    "bad TABLE_UNGUARDED",
    "alter policy nobodys on grids rename to own_bureau",
  ],
  [
    "migrations",
    "MIGRATIONS_APPLIED",
    "update drizzle.__drizzle_migrations set created_at = created_at - 1 where id = (select max(id) from drizzle.__drizzle_migrations)",
    "bad MIGRATIONS_MISSING",
    "update drizzle.__drizzle_migrations set created_at = created_at + 1 where id = (select max(id) from drizzle.__drizzle_migrations)",
  ],
  [
    "calendar",
    "CALENDAR_ANNOUNCED",
    "update calendar_revisions set announced_years = '{2025}'",
    "bad CALENDAR_UNANNOUNCED",
    "update calendar_revisions set announced_years = '{2026}'",
  ],
  [
    "photos",
    "PHOTOS_THERE",
    "update evidence_files set thumbnail_digest = repeat('0', 64) where thumbnail_digest is not null",
    "bad PHOTOS_MISSING",
    "update evidence_files set thumbnail_digest = kept_digest where thumbnail_digest is not null",
  ],
  [
    "jobs",
    "JOBS_UP_TO_DATE",
    "insert into maple_jobs.queue (name, policy, retry_limit, retry_delay, retry_backoff, expire_seconds, retention_seconds, deletion_seconds, partition, table_name) values ('x.y', 'standard', 3, 1, true, 60, 600, 600, false, 'job_common'); insert into maple_jobs.job (name, start_after) values ('x.y', now() - interval '1 hour')",
    "bad JOBS_BEHIND",
    "update maple_jobs.job set state = 'completed'",
  ],
  [
    "jobs",
    "JOBS_UP_TO_DATE",
    "update maple_jobs.job set state = 'failed'",
    "soon JOBS_FAILED",
    "update maple_jobs.job set state = 'completed'",
  ],
];

const oldCheck: (typeof broken)[number] = [
  "chains",
  "CHAINS_WHOLE",
  "update audit_chain_results set finished_at = finished_at - interval '4 days'",
  "soon CHAIN_UNCHECKED",
  "update audit_chain_results set finished_at = finished_at + interval '4 days'",
];
const brokenChain: (typeof broken)[number] = [
  "chains",
  "CHAINS_WHOLE",
  "update audit_chain_results set broken_at = 2",
  "bad CHAIN_BROKEN",
  "update audit_chain_results set broken_at = null",
];

test.each([...broken, oldCheck, brokenChain])("%s: %s, until %s", async (check, fine, breakIt, told, mend) => {
  expect(await look(check)).toEqual([`well ${fine}`]);
  await superuser.unsafe(breakIt).simple();
  const found = await look(check);
  await superuser.unsafe(mend).simple();
  expect(found).toContain(told);
  expect(found).not.toContain(`well ${fine}`);
  expect(await look(check)).toEqual([`well ${fine}`]);
});

test("the key of sealed contacts: it fits, another does not, none is missed, and half of one is no key", async () => {
  expect(await look("sealKey")).toEqual(["well SEAL_KEY_FITS"]);
  expect(await look("sealKey", { env: { MAPLE_SEAL_KEY: randomBytes(32).toString("base64") } })).toEqual([
    "bad SEAL_KEY_UNFIT",
  ]);
  expect(await look("sealKey", { dataFolder: tmpdir() })).toEqual(["bad SEAL_KEY_ABSENT"]);
  expect(await look("sealKey", { env: { MAPLE_SEAL_KEY: "short" } })).toEqual(["bad SEAL_KEY_UNREADABLE"]);
});

test("the next year's holidays are missed from December on, and the clocks of both machines are compared", async () => {
  expect(await look("calendar", { now: new Date("2026-12-03T04:00:00Z") })).toEqual(["soon CALENDAR_NEXT"]);
  expect(await look("clock")).toEqual(["well CLOCKS_AGREE"]);
  const late = { sql: Object.assign(async () => [{ at: Date.now() - 60_000 }], {}) as never };
  expect(await look("clock", late)).toEqual(["bad CLOCKS_DIFFER"]);
});

test("kept ends of audit logs: none, old ones, one that the log no longer reaches, a line that was changed", async () => {
  expect(await look("audit")).toEqual(["well AUDIT_ENDS_KEPT"]);
  expect(await look("audit", { now: new Date(now.getTime() + 5 * 3_600_000) })).toEqual(["soon HEADS_OLD"]);
  const empty = await mkdtemp(join(tmpdir(), "maple-doctor-"));
  expect(await look("audit", { dataFolder: empty })).toEqual(["soon HEADS_NONE"]);
  await keepHead({ sequence: 1_000_000, hash: "00" });
  expect(await look("audit")).toEqual(["bad AUDIT_CUT"]);
  await writeFile(join(empty, "audit-heads.jsonl"), "{}\n", { mode: 0o600 });
  await writeFile(join(empty, "audit-heads.key"), await readFile(join(folder, "audit-heads.key")), { mode: 0o600 });
  expect(await look("audit", { dataFolder: empty })).toContain("bad HEADS_CHANGED");
  await rm(empty, { recursive: true });
});

test("a bucket or a folder that cannot be reached is told", async () => {
  const bucket = {
    bucket: "maple",
    endpoint: "http://127.0.0.1:9",
    region: "us-east-1",
    accessKeyId: "a",
    secretAccessKey: "b",
  };
  expect(await look("photos", { files: bucket })).toEqual(["bad BUCKET_UNREACHED"]);
  await writeFile(join(folder, "no-folder"), "");
  expect(await look("photos", { files: { folder: join(folder, "no-folder") } })).toEqual(["bad FILES_UNREACHED"]);
});

test("the server: its version, whether it keeps what it acknowledges, and whom it serves", async () => {
  expect(await look("version")).toEqual(["well POSTGRES_VERSION"]);
  // The tests' own server is one that is thrown away, with fsync off.
  expect(await look("durability")).toContain("bad POSTGRES_NOT_DURABLE");
  expect(await look("locks")).toEqual(["well LOCKS_ENOUGH"]);
  const few = { sql: Object.assign(async () => [{ room: 6_400, tables: 100 }], {}) as never };
  expect(await look("locks", few)).toEqual(["soon LOCKS_FEW"]);
  expect(await look("role")).toEqual(["well ROLE_ORDINARY"]);
  const owner = postgres(database.ownerUrl, { max: 1 });
  expect(await look("role", { sql: owner })).toEqual(["bad ROLE_MIGHTY"]);
  await owner.end();
});

test("this machine: settings, folder, secrets, room, port, and the last backup", async () => {
  expect(await look("settings")).toEqual(["well SETTINGS_READ"]);
  expect(await look("settings", { env: { PORT: "0" } })).toEqual(["bad SETTINGS_WRONG"]);
  expect(await look("folder")).toEqual(["well FOLDER_THERE"]);
  expect(await look("folder", { dataFolder: join(folder, "absent") })).toEqual(["bad FOLDER_ABSENT"]);
  expect(await look("permissions")).toEqual(["well SECRETS_CLOSED"]);
  await chmod(join(folder, "seal.key"), 0o644);
  expect(await look("permissions")).toEqual(["bad SECRET_OPEN"]);
  const postgres = { ...database, folder };
  expect(await look("cluster", { postgres })).toContain("bad SECRET_OPEN");
  await chmod(join(folder, "seal.key"), 0o600);
  expect(await look("cluster", { postgres })).toContain("well SECRETS_CLOSED");
  expect(await look("cluster")).toEqual([]);
  expect((await look("room"))[0]).toMatch(/ROOM_/);
  expect(await look("backup")).toEqual(["soon BACKUP_NONE"]);
  await rememberBackup(folder, { takenAt: "2026-06-15T00:00:00.000Z", file: "/x", bytes: 1, isEncrypted: true });
  expect(await look("backup")).toEqual(["well BACKUP_FRESH"]);
  await rememberBackup(folder, { takenAt: "2026-06-01T00:00:00.000Z", file: "/x", bytes: 1, isEncrypted: false });
  expect(await look("backup")).toEqual(["soon BACKUP_OLD", "soon BACKUP_PLAIN"]);
});

test("a port is free, or another's", async () => {
  const other = createServer((socket) => socket.destroy());
  const port = await new Promise<number>((resolve) => {
    other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port));
  });
  expect(await look("port", { env: { PORT: String(port) } })).toEqual(["bad PORT_TAKEN"]);
  await new Promise((resolve) => other.close(resolve));
  expect(await look("port", { env: { PORT: String(port) } })).toEqual(["well PORT_FREE"]);
});

test("without a database, or with one that does not answer, the rest is told, and nothing is made", async () => {
  const empty = await mkdtemp(join(tmpdir(), "maple-doctor-"));
  const none = await examine({ env: {}, dataFolder: empty, now });
  expect(statesOf(none)).toContain("bad DATABASE_ABSENT");
  const away = { DATABASE_URL: "postgres://a:b@127.0.0.1:9/none" };
  expect(statesOf(await examine({ env: away, dataFolder: empty, now }))).toContain("bad DATABASE_UNREACHED");
  const all = await examine({ env: { DATABASE_URL: database.applicationUrl }, dataFolder: folder, now });
  expect(statesOf(all).filter((each) => each.includes("CHECK_FAILED"))).toEqual([]);
  expect(all.length).toBeGreaterThanOrEqual(Object.keys(checksThere).length + Object.keys(checksHere).length - 2);
  for (const locale of locales)
    for (const { code, params } of all)
      expect(message(locale, `DOCTOR_${code}`, params)).not.toMatch(/\{\w+\}|^DOCTOR_/);
  await rm(empty, { recursive: true });
});

test("it speaks as the terminal does, or as it is told to", () => {
  expect(localeOf(undefined, { LANG: "zh_CN.UTF-8" })).toBe("zh-CN");
  expect(localeOf(undefined, { LANG: "C" })).toBe("en");
  expect(localeOf("zh-CN", {})).toBe("zh-CN");
  expect(() => localeOf("fr", {})).toThrow("zh-CN or en");
});
