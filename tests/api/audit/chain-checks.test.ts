import { inBureau } from "@maple-bridge/server/kernel/database/in-bureau";
import { beginBy, checkChain } from "@maple-bridge/server/modules/audit";
import { verifyAudit } from "@maple-bridge/server/operator/verify-audit";
import postgres from "postgres";
import { afterEach, expect, test } from "vitest";
import { type Bureau, clock, makeBureau, theServer } from "../../support/bureau.ts";
import { type Client, newKey } from "../../support/client.ts";
import { doDaily } from "../../support/jobs.ts";
import { asOwner, rewriteFrom, write } from "./tampering.ts";

afterEach(() => void (clock.at = null));

const list = `query ($filter: ChainCheckFilter) { chainChecks(filter: $filter) { totalCount nodes {
  id origin actorName accountId
  result { afterSequence throughSequence throughHash entries isIntact isCutShort brokenAt }
} } }`;
const ask = `mutation ($input: CheckAuditChainInput!) { checkAuditChain(input: $input) { id origin result { isIntact } } }`;

const checks = async (client: Client, filter: object = {}) => (await client.run(list, { filter })).chainChecks;
const lastOf = async (bureau: Bureau) => (await checks(bureau.administrator)).nodes[0];

const dayMs = 86_400_000;
const firstNight = Date.now() - 60 * dayMs;

/** One night of some weeks ago, so many after the first. */
async function night(bureau: Bureau, days: number) {
  clock.at = new Date(firstNight + days * dayMs);
  await doDaily(bureau, "audit.checkChainNightly");
  clock.at = null;
  return lastOf(bureau);
}

/** One row's content is another: found wherever it is walked over. */
const tamper = (bureau: Bureau, sequence: number, name = "somebody") =>
  asOwner(
    bureau,
    (sql) =>
      sql`update audit_entries set actor_name = ${name} where bureau_id = ${bureau.id} and sequence = ${sequence}`,
  );

type Options = Partial<Parameters<typeof checkChain>[0]>;

/** A check of the night's kind, with its bounds given. */
async function checkBy({ id: bureauId }: Bureau, options: Options) {
  const { database } = (await theServer()).app;
  const within: Parameters<typeof checkChain>[0]["inBureau"] = (work) => inBureau(database, bureauId, work);
  const now = options.now ?? (() => new Date());
  const by = { origin: "NIGHT", actorName: "系统" } as const;
  const id = await within((sql) => beginBy({ sql, bureauId }, by, now()));
  return checkChain({ inBureau: within, bureauId, now, ...options }, id);
}

test("each night goes on from where the last good check ended, and once a week begins at the first row", async () => {
  const bureau = await makeBureau();
  await write(bureau, 3);
  const first = await night(bureau, 0);
  expect(first).toMatchObject({
    origin: "NIGHT",
    accountId: null,
    result: { afterSequence: 0, throughSequence: 3, entries: 3, isIntact: true, isCutShort: false, brokenAt: null },
  });
  await write(bureau, 2, 4);
  expect((await night(bureau, 1)).result).toMatchObject({ afterSequence: 3, throughSequence: 5, isIntact: true });
  for (let day = 2; day < 7; day++)
    expect((await night(bureau, day)).result).toMatchObject({ afterSequence: 5, throughSequence: 5 });
  expect((await night(bureau, 7)).result).toMatchObject({ afterSequence: 0, throughSequence: 5 });
  expect((await night(bureau, 8)).result).toMatchObject({ afterSequence: 5, throughSequence: 5 });
});

test("past checks are found by what they found, by whom and when they were begun, and ordered by what they went over", async () => {
  const bureau = await makeBureau();
  await write(bureau, 4);
  await night(bureau, 0);
  await night(bureau, 1);
  await tamper(bureau, 2);
  const { administrator } = bureau;
  await administrator.run(ask, { input: { idempotencyKey: newKey() } });
  await expect.poll(async () => (await checks(administrator, { ended: false })).totalCount).toBe(0);
  const all = (await checks(administrator)).nodes as { id: string; origin: string; result: Result }[];
  interface Result {
    isIntact: boolean;
    afterSequence: number;
    throughSequence: number;
  }
  const idsOf = async (filter: object) =>
    (await checks(administrator, filter)).nodes.map(({ id }: { id: string }) => id);
  const those = (of: (check: (typeof all)[number]) => boolean) => all.filter(of).map(({ id }) => id);
  expect(all.map(({ origin }) => origin)).toEqual(["ASKED", "NIGHT", "NIGHT"]);
  for (const intact of [true, false])
    expect(await idsOf({ intact })).toEqual(those(({ result }) => result.isIntact === intact));
  for (const origin of ["ASKED", "NIGHT", "OPERATOR"])
    expect(await idsOf({ origin })).toEqual(those((check) => check.origin === origin));
  expect(await idsOf({ actor: administrator.accountName.slice(0, 3) })).toEqual(
    those(({ origin }) => origin === "ASKED"),
  );
  const between = new Date(firstNight + dayMs / 2).toISOString();
  expect(await idsOf({ before: between })).toEqual(all.slice(2).map(({ id }) => id));
  expect(await idsOf({ from: between })).toEqual(all.slice(0, 2).map(({ id }) => id));
  const { chainChecks } = await administrator.run<{ chainChecks: { nodes: typeof all } }>(
    `{ chainChecks(orderBy: ROWS, direction: ASC) { nodes { id origin result { isIntact afterSequence throughSequence } } } }`,
  );
  const rows = chainChecks.nodes.map(
    ({ result: { afterSequence, throughSequence } }) => throughSequence - afterSequence,
  );
  expect(rows).toEqual(rows.toSorted((one, other) => one - other));
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: bureau.rootId });
  expect((await checks(chief)).totalCount).toBe(0);
});

test("done twice in a night it changes nothing", async () => {
  const bureau = await makeBureau();
  await write(bureau, 1);
  await night(bureau, 0);
  await night(bureau, 0);
  expect((await checks(bureau.administrator)).totalCount).toBe(1);
});

test("a row that the owner changed is found by the night that walks over it, and stands until it is mended", async () => {
  const bureau = await makeBureau();
  await write(bureau, 4);
  const { administrator } = bureau;
  const [row] = await bureau.sql(
    (sql) => sql<{ name: string }[]>`
      select actor_name as name from audit_entries where bureau_id = ${bureau.id} and sequence = 2`,
  );
  await night(bureau, 0);
  await tamper(bureau, 2);
  // What is new is whole, and the row was walked over before.
  expect((await night(bureau, 1)).result).toMatchObject({ isIntact: true, afterSequence: 4 });
  expect((await night(bureau, 7)).result).toMatchObject({ isIntact: false, brokenAt: 2 });
  expect((await checks(administrator, { standing: true })).totalCount).toBe(1);
  // For as long as it stands, each night looks again.
  expect((await night(bureau, 8)).result).toMatchObject({ isIntact: false, brokenAt: 2, afterSequence: 0 });
  await tamper(bureau, 2, row!.name);
  expect((await night(bureau, 9)).result).toMatchObject({ isIntact: true, afterSequence: 0 });
  expect((await checks(administrator, { standing: true })).totalCount).toBe(0);
  expect((await checks(administrator, { standing: false })).totalCount).toBe(5);
});

test("a good check of what is new leaves an earlier break standing", async () => {
  const bureau = await makeBureau();
  await write(bureau, 3);
  const first = await night(bureau, 0);
  await tamper(bureau, 1);
  await bureau.administrator.run(ask, { input: { idempotencyKey: newKey() } });
  await expect.poll(async () => (await checks(bureau.administrator, { ended: false })).totalCount).toBe(0);
  expect((await checks(bureau.administrator, { standing: true })).nodes).toMatchObject([
    { origin: "ASKED", result: { brokenAt: 1 } },
  ]);
  const wholeSince = new Date();
  const from = { lastSequence: 3, lastHash: first.result.throughHash, wholeSince, isCutShort: false, hasBreak: true };
  expect(await checkBy(bureau, { from })).toMatchObject({ brokenAt: null });
  expect((await checks(bureau.administrator, { standing: true })).totalCount).toBe(1);
});

test("a log that was rewritten with all its hashes is found by the ends of earlier checks", async () => {
  const bureau = await makeBureau();
  await write(bureau, 4);
  await night(bureau, 0);
  await rewriteFrom(bureau, 3);
  const { auditChain } = await bureau.administrator.run("{ auditChain { isIntact } }");
  expect(auditChain.isIntact).toBe(true);
  expect((await night(bureau, 1)).result).toMatchObject({ isIntact: false, brokenAt: 4 });
  expect((await night(bureau, 2)).result).toMatchObject({ isIntact: false, brokenAt: 4 });
});

test("a check whose time is over says how far it came, and the next night goes on from there", async () => {
  const bureau = await makeBureau();
  await write(bureau, 5);
  await checkBy(bureau, { rows: 2, goesOn: () => false, now: () => new Date(firstNight) });
  expect((await lastOf(bureau)).result).toMatchObject({
    throughSequence: 2,
    entries: 5,
    isIntact: true,
    isCutShort: true,
  });
  expect((await night(bureau, 30)).result).toMatchObject({
    afterSequence: 2,
    throughSequence: 5,
    isCutShort: false,
    isIntact: true,
  });
});

test("an operator's check is on record, and what it has found stands until another one of theirs", async () => {
  const bureau = await makeBureau();
  await write(bureau, 3);
  const { app } = await theServer();
  const lost = { bureauId: bureau.id, code: bureau.code, sequence: 2, hash: "0".repeat(64) };
  const verify = (kept = new Map([[bureau.id, [lost]]])) =>
    verifyAudit(app.database, bureau.code, kept, { isOnRecord: true });
  expect(await verify()).toMatchObject({ brokenAt: 2 });
  expect(await lastOf(bureau)).toMatchObject({ origin: "OPERATOR", actorName: "operator", result: { brokenAt: 2 } });
  expect(await checkBy(bureau, {})).toMatchObject({ brokenAt: null });
  const standing = async () => (await checks(bureau.administrator, { standing: true })).totalCount;
  expect(await standing()).toBe(1);
  expect(await verify(new Map())).toMatchObject({ brokenAt: null, entries: 3 });
  expect(await standing()).toBe(0);
});

test("who may read the log asks for a check: one at a time, once under its key, told by the log itself", async () => {
  const [bureau, other] = [await makeBureau(), await makeBureau()];
  await write(bureau, 2);
  const auditor = await bureau.signIn({ role: "AUDITOR" });
  const input = { idempotencyKey: newKey() };
  const { checkAuditChain } = await auditor.run(ask, { input });
  expect(checkAuditChain).toMatchObject({ origin: "ASKED" });
  expect((await auditor.run(ask, { input })).checkAuditChain.id).toBe(checkAuditChain.id);
  await expect.poll(async () => (await lastOf(bureau)).result).toMatchObject({ throughSequence: 3, isIntact: true });
  expect(await lastOf(bureau)).toMatchObject({ accountId: auditor.accountId, actorName: auditor.accountName });
  const { auditEntries } = await auditor.run(
    `{ auditEntries(filter: { action: "auditChain.check" }) { nodes { entityType entityId } } }`,
  );
  expect(auditEntries.nodes).toEqual([{ entityType: "ChainCheck", entityId: checkAuditChain.id }]);
  for (const role of ["STATION_CHIEF", "DISPATCHER", "MEMBER"] as const) {
    const client = await bureau.signIn({ role });
    expect((await client.refused(ask, { input: { idempotencyKey: newKey() } })).code).toBe("FORBIDDEN");
    expect((await checks(client)).totalCount).toBe(0);
  }
  expect((await checks(other.administrator)).totalCount).toBe(0);
});

test("a second one is refused while the first has not ended, for half an hour", async () => {
  const bureau = await makeBureau();
  const waiting = async (at: Date) => {
    await bureau.sql(
      (sql) =>
        sql`insert into audit_chain_checks ${sql({ bureauId: bureau.id, id: crypto.randomUUID(), at, origin: "ASKED", actorName: "x" })}`,
    );
  };
  await waiting(new Date(Date.now() - 31 * 60_000));
  await bureau.administrator.run(ask, { input: { idempotencyKey: newKey() } });
  await expect.poll(async () => (await checks(bureau.administrator, { ended: true })).totalCount).toBe(1);
  await waiting(new Date(Date.now() - 29 * 60_000));
  expect(await bureau.administrator.refused(ask, { input: { idempotencyKey: newKey() } })).toMatchObject({
    code: "CONFLICT",
    fields: [{ code: "CHAIN_CHECK_UNDER_WAY" }],
  });
});

test.each(["audit_chain_checks", "audit_chain_results"])(
  "what is in %s stays: the application's role may only insert, and triggers hold its owner",
  async (table) => {
    const bureau = await makeBureau();
    await write(bureau, 1);
    await night(bureau, 0);
    for (const statement of [`update ${table} set id = id`, `delete from ${table}`, `truncate ${table} cascade`]) {
      await expect(bureau.sql((sql) => sql.unsafe(statement))).rejects.toMatchObject({ code: "42501" });
      const owner = postgres((await theServer()).ownerUrl, { max: 1, onnotice: () => {} });
      const asked = owner.begin(async (sql) => {
        await sql`select set_config('maple.bureau_id', ${bureau.id}, true)`;
        await sql.unsafe(statement);
      });
      await expect(asked).rejects.toThrow("only ever appended to");
      await owner.end();
    }
  },
);

test("in how many bureaus a break stands is all that the server is told of them together", async () => {
  const bureau = await makeBureau();
  await write(bureau, 2);
  const broken = async () => {
    const [row] = await bureau.sql((sql) => sql<{ broken: number }[]>`select broken_audit_chains() as broken`);
    return row!.broken;
  };
  const before = await broken();
  await tamper(bureau, 1);
  await night(bureau, 0);
  expect(await broken()).toBe(before + 1);
});
