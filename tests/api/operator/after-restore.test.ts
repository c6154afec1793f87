import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFolder } from "@maple-bridge/server/kernel/files/disk-files";
import { digestOf } from "@maple-bridge/server/kernel/files/file-store";
import { newId } from "@maple-bridge/server/kernel/ids";
import { openHeadsFile } from "@maple-bridge/server/modules/audit";
import { checkRestored } from "@maple-bridge/server/operator/backup/check-restored";
import { clearUnknownFiles } from "@maple-bridge/server/operator/backup/clear-unknown-files";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Ground, layGround } from "../../isolation/support/ground.ts";
import { freshDatabase, type TestDatabase } from "../../support/database.ts";
import { asSuperuser } from "./backup-ground.ts";

let folder: string;
let database: TestDatabase;
let ground: Ground;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maple-restored-"));
  database = await freshDatabase();
  ground = await asSuperuser(database, (sql) => layGround(sql, "a"));
});
afterAll(() => rm(folder, { recursive: true }));

async function checked() {
  const said: string[] = [];
  const code = await checkRestored(database.applicationUrl, folder, (line) => said.push(line));
  return { code, said };
}

const headsNow = () => readdir(folder).then((names) => names.filter((name) => name.endsWith(".jsonl")).sort());

test("the ends of the restored logs are kept; what was kept later is told once and set aside", async () => {
  expect(await checked()).toEqual({ code: 0, said: ["The audit logs of 1 bureaus are whole."] });
  expect(await headsNow()).toEqual(["audit-heads.jsonl"]);
  const later = { bureauId: ground.id, code: ground.code, sequence: 1_000_000, hash: "00" };
  const gone = { bureauId: newId(), code: "gone", sequence: 7, hash: "00" };
  await (await openHeadsFile(folder)).append({ at: new Date().toISOString(), heads: [later, gone] });
  const { code, said } = await checked();
  expect(code).toBe(0);
  expect(said[1]).toBe(
    `${ground.code}: its audit log reached row 1000000 here, which is later than the backup: that is not in it.`,
  );
  expect(said[2]).toContain("gone: its audit log reached row 7 here");
  expect((await headsNow()).length).toBe(2);
  expect((await checked()).said).toEqual(["The audit logs of 1 bureaus are whole."]);
});

test("a log that was changed before it was backed up is told", async () => {
  await asSuperuser(database, async (sql) => {
    await sql`alter table audit_entries disable trigger user`;
    await sql`update audit_entries set actor_name = 'another' where sequence = 2`;
  });
  const { code, said } = await checked();
  expect(code).toBe(1);
  expect(said[0]).toMatch(/its audit log is BROKEN at row 2 of \d+/);
});

test("files that no row knows of are cleared away, of bureaus that are there and of others; the others stay", async () => {
  const files = await openFolder(join(folder, "files"));
  const put = async (bureauId: string, text: string) => {
    const bytes = Buffer.from(text);
    await files.put(bureauId, digestOf(bytes), bytes, AbortSignal.timeout(5_000));
    return join(folder, "files", bureauId, digestOf(bytes).slice(0, 2), digestOf(bytes));
  };
  const known = await put(ground.id, "known");
  const unknown = await put(ground.id, "unknown");
  const another = await put(newId(), "known");
  await asSuperuser(
    database,
    (sql) =>
      sql`insert into stored_files (bureau_id, digest, laid_at) values (${ground.id}, ${digestOf(Buffer.from("known"))}, now())`,
  );
  expect(await clearUnknownFiles(database.applicationUrl, join(folder, "files"))).toBe(2);
  expect([known, unknown, another].map(existsSync)).toEqual([true, false, false]);
});
