import { mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepHeadsHourly, openKeeper } from "@maple-bridge/server/modules/audit";
import { readKeptHeads } from "@maple-bridge/server/operator/kept-heads";
import { verifyAudit } from "@maple-bridge/server/operator/verify-audit";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Bureau, makeBureau, theServer } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";

let superuser: postgres.Sql;
let folder: string;
let bureau: Bureau;
beforeAll(async () => {
  superuser = postgres((await theServer()).superuserUrl, { max: 1 });
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "maple-heads-"));
  bureau = await makeBureau();
});
afterEach(() => rm(folder, { recursive: true }));
afterAll(() => superuser.end());

const policy = `mutation ($input: UpdateSessionPolicyInput!) { updateSessionPolicy(input: $input) { version } }`;
async function write(from: number, rows: number) {
  for (let version = from; version < from + rows; version++)
    await bureau.administrator.run(policy, {
      input: { idempotencyKey: newKey(), idleMinutes: 10 + version, hours: 8, expectedVersion: version },
    });
}

const keeper = async () => openKeeper((await theServer()).app.database, folder);
const verdict = async () =>
  verifyAudit((await theServer()).app.database, bureau.code, (await readKeptHeads(folder)).byBureau);
const fileOf = (name: string) => join(folder, name);

/** Cuts the log back to a row and makes its end fit, as one who holds the database can. */
const cutTo = (sequence: number) =>
  superuser.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`delete from audit_entries where bureau_id = ${bureau.id} and sequence > ${sequence}`;
    await sql`update audit_heads h set sequence = e.sequence, hash = e.hash from audit_entries e
      where h.bureau_id = ${bureau.id} and e.bureau_id = ${bureau.id} and e.sequence = ${sequence}`;
  });

const chain = `{ auditChain { isIntact brokenAt keptSequence keptAt isKeptThere } }`;

test("a log whose end was cut off and made to fit is found by the head that was kept, on the screen too", async () => {
  await write(1, 3);
  const hourly = await keeper();
  await hourly.keep(new Date("2026-11-28T08:00:00Z"));
  expect((await bureau.administrator.run(chain)).auditChain).toEqual({
    isIntact: true,
    brokenAt: null,
    keptSequence: 3,
    keptAt: "2026-11-28T08:00:00.000Z",
    isKeptThere: true,
  });
  await cutTo(2);
  expect(await verifyAudit((await theServer()).app.database, bureau.code)).toMatchObject({
    brokenAt: null,
    entries: 2,
  });
  expect(await verdict()).toMatchObject({ brokenAt: 3, entries: 2 });
  const seen = (await bureau.administrator.run(chain)).auditChain;
  expect(seen).toMatchObject({ isIntact: false, brokenAt: 3, keptSequence: 3, isKeptThere: false });
  const { lost } = await hourly.keep(new Date("2026-11-28T09:00:00Z"));
  expect(lost).toMatchObject([{ code: bureau.code, sequence: 3 }]);
  await write(4, 1);
  expect(await verdict()).toMatchObject({ brokenAt: 3, entries: 3 });
});

test("a head is kept when it moved, and every hour leaves a line", async () => {
  await write(1, 1);
  const hourly = await keeper();
  const [first, second] = [await hourly.keep(new Date()), await hourly.keep(new Date())];
  expect([first.moved, second.moved]).toEqual([first.bureaus, 0]);
  await write(2, 2);
  expect(await hourly.keep(new Date())).toMatchObject({ moved: 1, lost: [] });
  const read = await readKeptHeads(folder, [bureau.code]);
  expect([read.lines, read.faults]).toEqual([3, []]);
  expect(read.byBureau.get(bureau.id)!.map(({ sequence }) => sequence)).toEqual([1, 3]);
  for (const name of ["audit-heads.jsonl", "audit-heads.key"])
    expect([name, (await stat(fileOf(name))).mode & 0o777]).toEqual([name, 0o600]);
});

test("a bureau that is in the file and gone from the database is among the lost", async () => {
  await write(1, 1);
  await (await keeper()).keep(new Date());
  await superuser.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`delete from bureaus where bureau_id = ${bureau.id}`;
  });
  const { lost } = await (await keeper()).keep(new Date());
  expect(lost).toMatchObject([{ code: bureau.code, sequence: 1 }]);
});

test("a line that was changed, made up or broken off is told with its number, and the ones around it are read", async () => {
  const hourly = await keeper();
  await write(1, 1);
  await hourly.keep(new Date());
  const [line] = (await readFile(fileOf("audit-heads.jsonl"), "utf8")).split("\n");
  await writeFile(
    fileOf("audit-heads.jsonl"),
    `${line!.replace(bureau.code, "another")}\n${line}\n{"signed":"{}"}\n{"sig`,
  );
  await (await keeper()).keep(new Date());
  const read = await readKeptHeads(folder, [bureau.code]);
  expect([read.lines, read.faults.map(({ number }) => number)]).toEqual([5, [1, 3, 4]]);
  expect(read.byBureau.get(bureau.id)).toHaveLength(1);
});

test("a file that was cut while the server ran is told, and holds again what was known of it", async () => {
  const hourly = await keeper();
  await write(1, 2);
  await hourly.keep(new Date());
  await cutTo(1);
  await truncate(fileOf("audit-heads.jsonl"), 10);
  expect(await hourly.keep(new Date())).toMatchObject({ wasCut: true, lost: [{ code: bureau.code, sequence: 2 }] });
  expect((await readKeptHeads(folder, [bureau.code])).byBureau.get(bureau.id)).toMatchObject([{ sequence: 2 }]);
  expect(await verdict()).toMatchObject({ brokenAt: 2 });
  expect(await hourly.keep(new Date())).toMatchObject({ wasCut: false });
});

test("what fails is logged, counting: a key that is gone is not made anew", async () => {
  await (await keeper()).keep(new Date());
  await rm(fileOf("audit-heads.key"));
  const logged: object[] = [];
  const log = { info: () => {}, error: (fields: object, message: string) => logged.push({ ...fields, message }) };
  const { database } = (await theServer()).app;
  await keepHeadsHourly(database, folder, log).stop();
  expect(logged).toMatchObject([
    {
      failures: 1,
      message: "could not keep the ends of the audit logs",
      err: { message: expect.stringContaining("The key of the kept audit heads is gone") },
    },
  ]);
});
