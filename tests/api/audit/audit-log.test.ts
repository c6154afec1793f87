import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { type Bureau, makeBureau, theServer } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";

const chain = `{ auditChain { entries isIntact brokenAt headHash isLast checkedTo } }`;
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
  expect(auditChain).toEqual({
    entries: 3,
    isIntact: true,
    brokenAt: null,
    headHash: newest.hash,
    isLast: true,
    checkedTo: 3,
  });
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
  expect((await auditor.run(`{ viewer { viewerMay } }`)).viewer.viewerMay).toEqual([
    "SEE_ACCOUNTS",
    "READ_AUDIT_LOG",
    "CHECK_AUDIT_CHAIN",
  ]);
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

test("it may do nothing else with these tables either, and nothing that it may call runs on a path that others can lay", async () => {
  const { superuserUrl, applicationUrl } = await theServer();
  const role = new URL(applicationUrl).username;
  opened ??= postgres(superuserUrl, { max: 1 });
  const held = await opened`
    select t.name, p.privilege from unnest(array['audit_entries', 'audit_heads', 'outbox_events']) t (name)
    cross join unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) p (privilege)
    where has_table_privilege(${role}, t.name, p.privilege) order by t.name`;
  expect(held.map(({ name, privilege }) => `${name} ${privilege}`)).toEqual([
    "audit_entries INSERT",
    "outbox_events INSERT",
  ]);
  const columns = await opened`
    select distinct table_name from information_schema.column_privileges
    where grantee = ${role} and privilege_type = 'UPDATE' and table_name in ('audit_entries', 'audit_heads', 'outbox_events')`;
  expect([...columns]).toEqual([]);
  const definers = await opened<{ name: string; config: string[] | null }[]>`
    select proname as name, proconfig as config from pg_proc
    where pronamespace = 'public'::regnamespace and prosecdef order by proname`;
  expect(definers.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["audit_heads_to_keep", "begin_audit_chain", "chain_audit_entry", "keep_audit_heads"]),
  );
  for (const { name, config } of definers)
    expect([name, config]).toEqual([name, expect.arrayContaining(["search_path=public, pg_temp"])]);
  const [open] = await opened`select has_schema_privilege(${role}, 'public', 'CREATE') as may_create`;
  expect(open).toEqual({ may_create: false });
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
  await expect(as("truncate audit_entries")).rejects.toThrow("only ever appended to");
  await expect(as("delete from audit_heads")).rejects.toThrow("only ever appended to");
  await expect(as("truncate audit_heads")).rejects.toThrow("only ever appended to");
  await expect(as("update audit_heads set sequence = 0")).rejects.toThrow("only moves on");
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
  ["a lost end", 1, (sql: postgres.TransactionSql, id: string) => sql`delete from audit_heads where bureau_id = ${id}`],
  [
    "a log that is gone with its end",
    1,
    async (sql: postgres.TransactionSql, id: string) => {
      await sql`delete from audit_entries where bureau_id = ${id}`;
      await sql`delete from audit_heads where bureau_id = ${id}`;
    },
  ],
  [
    "an end set back to an earlier row",
    3,
    (sql: postgres.TransactionSql, id: string) =>
      sql`update audit_heads h set sequence = e.sequence, hash = e.hash from audit_entries e where h.bureau_id = ${id} and e.bureau_id = ${id} and e.sequence = 2`,
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

test("where the end is lost work goes on, and the break stays to be found", async () => {
  const bureau = await makeBureau();
  await write(bureau);
  await tamper(async (sql) => {
    await sql`delete from audit_entries where bureau_id = ${bureau.id} and sequence > 1`;
    await sql`delete from audit_heads where bureau_id = ${bureau.id}`;
  });
  await bureau.administrator.run(policy, {
    input: { idempotencyKey: newKey(), idleMinutes: 30, hours: 8, expectedVersion: 4 },
  });
  expect((await bureau.administrator.run(chain)).auditChain).toMatchObject({
    isIntact: false,
    brokenAt: 2,
    entries: 2,
  });
});

/** Many rows as the trigger would have chained them, without its price for each. */
const fill = (bureau: Bureau, rows: number) =>
  tamper((sql) =>
    sql.unsafe(`do $$
      declare
        entry audit_entries;
        head audit_heads;
      begin
        select * into head from audit_heads where bureau_id = '${bureau.id}';
        for sequence in 1..${rows} loop
          entry := jsonb_populate_record(null::audit_entries, jsonb_build_object('bureau_id', head.bureau_id, 'id', gen_random_uuid(),
            'sequence', sequence, 'at', now(), 'actor_name', 'filled', 'action', 'grid.update', 'entity_type', 'Grid',
            'entity_id', head.bureau_id, 'request_id', 'fill'));
          entry.previous_hash := head.hash;
          entry.hash := sha256(head.hash || audit_content(entry));
          insert into audit_entries select entry.*;
          head.hash := entry.hash;
        end loop;
        update audit_heads set sequence = ${rows}, hash = head.hash where bureau_id = head.bureau_id;
      end $$`),
  );

const portion = `query ($after: AuditChainPoint) { auditChain(after: $after) { entries isIntact brokenAt isLast checkedTo checkedHash } }`;

async function portions(bureau: Bureau) {
  const seen = [];
  for (let after: object | undefined; ;) {
    const { auditChain: state } = await bureau.administrator.run(portion, { after });
    seen.push([state.checkedTo, state.isIntact, state.brokenAt]);
    if (state.isLast || !state.isIntact) return seen;
    after = { sequence: state.checkedTo, hash: state.checkedHash };
  }
}

test(
  "a long log is checked in portions, each going on from the hash that the one before it ended with",
  { timeout: 60_000 },
  async () => {
    const bureau = await makeBureau();
    await fill(bureau, 12_500);
    expect(await portions(bureau)).toEqual([
      [10_000, true, null],
      [12_500, true, null],
    ]);
    const { auditChain: first } = await bureau.administrator.run(portion);
    await tamper(
      (sql) => sql`update audit_entries set hash = sha256('x') where bureau_id = ${bureau.id} and sequence = 10000`,
    );
    const rest = async (hash: string) =>
      (await bureau.administrator.run(portion, { after: { sequence: 10_000, hash } })).auditChain;
    expect(await rest(first.checkedHash)).toMatchObject({ brokenAt: null });
    expect(await rest("f".repeat(64))).toMatchObject({ brokenAt: 10_001 });
    expect(await portions(bureau)).toEqual([[10_000, false, 10_000]]);
    expect(await bureau.administrator.refused(portion, { after: { sequence: 1, hash: "no hash" } })).toMatchObject({
      code: "INVALID",
      fields: [{ path: ["after", "hash"], code: "CURSOR" }],
    });
  },
);

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
