import { migrate } from "@maple-bridge/drizzle/migrate";
import { divisions } from "@maple-bridge/drizzle/tables";
import { insert, inTransaction } from "@maple-bridge/server/kernel/command";
import { type Database, openDatabase } from "@maple-bridge/server/kernel/database/database";
import { inBureau } from "@maple-bridge/server/kernel/database/in-bureau";
import { Unavailable } from "@maple-bridge/server/kernel/errors";
import { newId } from "@maple-bridge/server/kernel/ids";
import { startPostgres } from "@maple-bridge/server/postgres/start";
import type { EmbeddedPostgres } from "@maple-bridge/server/postgres/types";
import { record } from "@maple-bridge/server/kernel/record";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contextOf } from "../api/kernel/commanding.ts";
import { newKey } from "../support/client.ts";
import { claimTestFolder, removeTestFolder } from "../support/test-folder.ts";

const minutes = 60_000;
const [kills, between, callers] = [3, 100, 8];

let folder: string;
let server: EmbeddedPostgres;
let database: Database;

beforeAll(async () => {
  folder = await claimTestFolder();
  server = await startPostgres({ dataDir: folder, log: () => {} });
  await migrate(server.ownerUrl, server.applicationRole);
  database = openDatabase({ url: server.applicationUrl });
}, 3 * minutes);

afterAll(async () => {
  await database.close();
  await server.stop();
  await removeTestFolder(folder);
});

interface Call {
  id: string;
  key: string;
  code: string;
}

test(
  "every acknowledged write outlives the kills of PostgreSQL, and what was not acknowledged has one effect when repeated",
  async () => {
    const bureau = await makeBureau();
    const acknowledged: Call[] = [];
    const unknown: Call[] = [];
    let made = 0;
    let isOver = false;
    const work = Array.from({ length: callers }, async () => {
      while (!isOver) {
        const call = { id: newId(), key: newKey(), code: `410481${String(++made).padStart(6, "0")}` };
        const outcome = await makeDivision(bureau, call).catch((error: Error) => error);
        if (!(outcome instanceof Error)) acknowledged.push(call);
        else if (outcome instanceof Unavailable) unknown.push(call);
        else throw outcome;
      }
    });
    const killing = async () => {
      for (let kill = 1; kill <= kills; kill++) {
        await expect.poll(() => acknowledged.length, { timeout: minutes }).toBeGreaterThan(kill * between);
        const before = unknown.length;
        await killOneBackend();
        await expect.poll(() => unknown.length, { timeout: minutes }).toBeGreaterThan(before);
      }
    };
    const killed = killing().finally(() => (isOver = true));
    await Promise.all([killed, ...work]);

    await expect.poll(() => missingOf([]).catch((error: unknown) => error), { timeout: minutes }).toEqual([]);
    expect(await missingOf(acknowledged)).toEqual([]);
    await repeat(bureau, unknown);
    expect(await missingOf(unknown)).toEqual([]);
    const all = acknowledged.length + unknown.length;
    expect(await countsOf(bureau)).toEqual({ divisions: all, entries: all, keys: all, broken: null });
  },
  5 * minutes,
);

type Commanded = Parameters<typeof contextOf>[0];

function makeDivision(bureau: Commanded, { id, key, code }: Call) {
  return inTransaction(contextOf(bureau), "test", { idempotencyKey: key }, async (tx) => {
    await insert(tx, divisions, [{ id, code, kind: "VILLAGE", name: "测试村" }]);
    await record(tx, { action: "division.create", entity: { type: "Division", id } });
    return { id };
  });
}

async function repeat(bureau: Commanded, calls: readonly Call[]) {
  for (const call of calls)
    await expect
      .poll(() => makeDivision(bureau, call).catch((error: unknown) => error), { timeout: minutes })
      .toEqual({ id: call.id });
}

/** As the death of any process of its does, it takes the memory that all share with it, and what was not written yet. */
async function killOneBackend() {
  const [backend] = await asSuperuser(
    (sql) => sql<{ pid: number }[]>`
      select pid from pg_stat_activity where datname = current_database() and application_name = 'maple-bridge commands' limit 1`,
  );
  process.kill(backend!.pid, "SIGKILL");
}

async function missingOf(calls: readonly Call[]): Promise<string[]> {
  const rows = await asSuperuser((sql) => sql<{ id: string }[]>`select id from divisions`);
  const there = new Set(rows.map(({ id }) => id));
  return calls.map(({ id }) => id).filter((id) => !there.has(id));
}

async function countsOf({ id }: Commanded) {
  const [counts] = await asSuperuser(
    (sql) => sql`
      select (select count(*)::int from divisions) as divisions, (select count(*)::int from audit_entries) as entries,
        (select count(*)::int from idempotency_keys) as keys, audit_chain_break(${id}) as broken`,
  );
  return { ...counts };
}

/** On a connection of its own: those from before a kill are lost. */
async function asSuperuser<R>(work: (sql: Sql) => Promise<R>): Promise<R> {
  const sql = postgres(server.superuserUrl, { database: "maple", max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 0 });
  }
}

async function makeBureau(): Promise<Commanded> {
  const [id, rootId, accountId] = [newId(), newId(), newId()];
  await inBureau(database, id, async (sql) => {
    await sql`insert into bureaus ${sql({ bureauId: id, code: "410481", name: "测试公安局" })}`;
    await sql`insert into units ${sql({ bureauId: id, id: rootId, kind: "BUREAU", name: "测试公安局", level: 0 })}`;
    await sql`insert into accounts ${sql({ bureauId: id, id: accountId, name: "admin", displayName: "测试账号", passwordHash: "$argon2id$none", mustChangePassword: false })}`;
  });
  const administrator = { accountId, accountName: "admin", sessionId: newId() };
  return { id, rootId, app: { database }, administrator };
}
