import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { type Bureau, makeBureau, theServer } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";

const chain = `{ auditChain { entries isIntact brokenAt headHash } }`;
const log = `query ($filter: AuditEntryFilter, $first: Int, $after: String) {
  auditEntries(filter: $filter, first: $first, after: $after) { totalCount nodes { sequence action actorName hash previousHash requestId entityId } pageInfo { endCursor hasNextPage } }
}`;
const policy = `mutation ($input: UpdateSessionPolicyInput!) { updateSessionPolicy(input: $input) { version } }`;

/** Three rows, numbered from 1. */
async function write(bureau: Bureau, rows = 3) {
  for (let version = 1; version <= rows; version++)
    await bureau.administrator.run(policy, {
      input: { idempotencyKey: newKey(), idleMinutes: 10 + version, hours: 8, expectedVersion: version },
    });
}

let opened: postgres.Sql | undefined;

/** As the superuser, whom neither triggers nor row-level security hold. */
async function tamper(work: (sql: postgres.TransactionSql) => Promise<unknown>) {
  const { superuserUrl } = await theServer();
  opened ??= postgres(superuserUrl, { max: 1 });
  await opened.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await work(sql);
  });
}

afterAll(async () => {
  await opened?.end();
});

test("the log tells newest first what was done, each row's hash following from the one before", async () => {
  const bureau = await makeBureau();
  await write(bureau);
  const { auditEntries, auditChain } = await bureau.administrator.run(
    `{ auditEntries { totalCount nodes { sequence action hash previousHash actorName } } ${chain.slice(1)}`,
  );
  const [newest, middle, oldest] = auditEntries.nodes;
  expect(auditEntries.totalCount).toBe(3);
  expect(newest).toMatchObject({
    sequence: 3,
    action: "bureau.updateSessionPolicy",
    actorName: bureau.administrator.accountName,
    previousHash: middle.hash,
  });
  expect(middle.previousHash).toBe(oldest.hash);
  expect(auditChain).toEqual({ entries: 3, isIntact: true, brokenAt: null, headHash: newest.hash });
});

test("it is filtered by action, row, person and time, and comes in pages", async () => {
  const bureau = await makeBureau();
  await write(bureau);
  const count = async (filter: object) => (await bureau.administrator.run(log, { filter })).auditEntries.totalCount;
  const hour = 3_600_000;
  const [before, after] = [new Date(Date.now() - hour), new Date(Date.now() + hour)];
  expect(await count({ action: "bureau." })).toBe(3);
  expect(await count({ action: "grid." })).toBe(0);
  expect(await count({ entityId: bureau.id, entityType: "Bureau" })).toBe(3);
  expect(await count({ actor: bureau.administrator.accountName.slice(0, 5) })).toBe(3);
  expect(await count({ accountId: bureau.rootId })).toBe(0);
  expect(await count({ from: before, to: after })).toBe(3);
  expect(await count({ from: after })).toBe(0);
  expect(await count({ to: before })).toBe(0);
  const { auditEntries: page } = await bureau.administrator.run(log, { first: 2 });
  const { auditEntries: rest } = await bureau.administrator.run(log, { first: 2, after: page.pageInfo.endCursor });
  expect([...page.nodes, ...rest.nodes].map(({ sequence }) => sequence)).toEqual([3, 2, 1]);
});

test("administrators and auditors of the whole bureau read it, nobody else", async () => {
  const [bureau, other] = [await makeBureau(), await makeBureau()];
  await write(bureau);
  const auditor = await bureau.signIn({ role: "AUDITOR" });
  expect((await auditor.run(log)).auditEntries.totalCount).toBe(3);
  expect((await auditor.run(`{ viewer { viewerMay } }`)).viewer.viewerMay).toEqual(["SEE_ACCOUNTS", "READ_AUDIT_LOG"]);
  for (const client of [await bureau.signIn({ role: "STATION_CHIEF" }), other.administrator]) {
    expect((await client.run(log)).auditEntries.totalCount).toBe(0);
  }
  const chief = await bureau.signIn({ role: "STATION_CHIEF" });
  expect((await chief.run(chain)).auditChain).toBeNull();
});

test.each([
  ["update", "update audit_entries set action = 'x'"],
  ["delete", "delete from audit_entries"],
  ["truncate", "truncate audit_entries"],
  ["rewrite the head", "update audit_heads set sequence = 0"],
  ["delete the head", "delete from audit_heads"],
  ["update the outbox", "update outbox_events set type = 'x'"],
])("the application's role may not %s", async (_name, statement) => {
  const bureau = await makeBureau();
  await write(bureau, 1);
  await expect(bureau.sql((sql) => sql.unsafe(statement))).rejects.toMatchObject({ code: "42501" });
});

test("nor may the tables' owner change or delete a row", async () => {
  const bureau = await makeBureau();
  await write(bureau, 1);
  const owner = postgres((await theServer()).ownerUrl, { max: 1 });
  const as = (statement: string) =>
    owner.begin(async (sql) => {
      await sql`select set_config('maple.bureau_id', ${bureau.id}, true)`;
      await sql.unsafe(statement);
    });
  await expect(as("update audit_entries set action = 'x'")).rejects.toThrow("only ever appended to");
  await expect(as("delete from audit_entries")).rejects.toThrow("only ever appended to");
  await owner.end();
});

test.each([
  [
    "a changed row",
    2,
    (sql: postgres.TransactionSql, id: string) =>
      sql`update audit_entries set after = '{"idleMinutes": 99}' where bureau_id = ${id} and sequence = 2`,
  ],
  [
    "a row whose hash was made to fit",
    3,
    (sql: postgres.TransactionSql, id: string) =>
      sql`update audit_entries e set action = 'x', hash = sha256(e.previous_hash || audit_content(jsonb_populate_record(e, '{"action": "x"}'))) where bureau_id = ${id} and sequence = 2`,
  ],
  [
    "a removed row",
    3,
    (sql: postgres.TransactionSql, id: string) =>
      sql`delete from audit_entries where bureau_id = ${id} and sequence = 2`,
  ],
  [
    "a removed end",
    3,
    (sql: postgres.TransactionSql, id: string) =>
      sql`delete from audit_entries where bureau_id = ${id} and sequence = 3`,
  ],
  [
    "another one's name",
    1,
    (sql: postgres.TransactionSql, id: string) =>
      sql`update audit_entries set actor_name = 'somebody' where bureau_id = ${id} and sequence = 1`,
  ],
])("%s is found, at row %i", async (_name, brokenAt, work) => {
  const bureau = await makeBureau();
  await write(bureau);
  await tamper((sql) => work(sql, bureau.id));
  expect((await bureau.administrator.run(chain)).auditChain).toMatchObject({ isIntact: false, brokenAt });
});

test("rows of many who write at once stand in one chain", async () => {
  const bureau = await makeBureau();
  const end = `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { apiToken { id } } }`;
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  await Promise.all(
    Array.from({ length: 12 }, (_, name) =>
      bureau.administrator.run(end, {
        input: { idempotencyKey: newKey(), name: `第${name}个`, scope: "READ", expiresAt },
      }),
    ),
  );
  expect((await bureau.administrator.run(chain)).auditChain).toMatchObject({ entries: 12, isIntact: true });
});
