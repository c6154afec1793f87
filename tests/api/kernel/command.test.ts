import { insert, inTransaction } from "@maple-bridge/server/kernel/command";
import { Conflict } from "@maple-bridge/server/kernel/errors";
import { newId } from "@maple-bridge/server/kernel/ids";
import { record } from "@maple-bridge/server/kernel/record";
import { units } from "@maple-bridge/drizzle/tables";
import type { Sql } from "postgres";
import { expect, test } from "vitest";
import { makeBureau, theServer } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { contextOf, rowsOf } from "./commanding.ts";

test("what was loaded for an actor who has changed meanwhile is loaded anew", async () => {
  const bureau = await makeBureau();
  const seen: number[] = [];
  const result = await inTransaction(
    contextOf(bureau, { grants: [], known: { stamp: -1, until: null } }),
    "test",
    { idempotencyKey: newKey() },
    {
      load: async ({ actor }) => seen.push(actor.grants.length),
      act: async ({ actor }) => ({ grants: actor.grants.map(({ role }) => role) }),
    },
  );
  expect(seen).toEqual([0, 1]);
  expect(result).toEqual({ grants: ["BUREAU_ADMINISTRATOR"] });
});

test("a statement left for the commit that is refused leaves nothing, not even the key", async () => {
  const bureau = await makeBureau();
  const [ctx, input, id] = [contextOf(bureau), { idempotencyKey: newKey() }, newId()];
  const attempt = (parentId: string) =>
    inTransaction(ctx, "test", input, async (tx) => {
      await insert(tx, units, [{ id, parentId, kind: "TEAM", name: "测试队", level: 1 }]);
      await record(tx, { action: "unit.create", entity: { type: "Unit", id } });
      return { id };
    });
  await expect(attempt(newId())).rejects.toMatchObject({ constraint_name: "units_bureau_parent" });
  expect(await rowsOf(bureau, "units", id)).toEqual({ rows: 0, entries: 0, events: 0, keys: 0 });
  expect(await attempt(bureau.rootId)).toEqual({ id });
  expect(await rowsOf(bureau, "units", id)).toEqual({ rows: 1, entries: 1, events: 1, keys: 1 });
});

test("a call refused for what a call with the same key did meanwhile gives that one's result", async () => {
  const bureau = await makeBureau();
  const [ctx, input] = [contextOf(bureau), { idempotencyKey: newKey() }];
  const result = await inTransaction(ctx, "test", input, async () => {
    await inTransaction(ctx, "test", input, async () => ({ id: "first" }));
    throw new Conflict();
  });
  expect(result).toEqual({ id: "first" });
});

test("a call that ends after one with the same key has no effect", async () => {
  const bureau = await makeBureau();
  const [ctx, input, id] = [contextOf(bureau), { idempotencyKey: newKey() }, newId()];
  let isFirst = true;
  const result = await inTransaction(ctx, "test", input, async (tx) => {
    if (isFirst) {
      isFirst = false;
      await inTransaction(ctx, "test", input, async () => ({ id: "first" }));
    }
    await record(tx, { action: "unit.create", entity: { type: "Unit", id } });
    return { id: "second" };
  });
  expect(result).toEqual({ id: "first" });
  expect(await rowsOf(bureau, "units", id)).toEqual({ rows: 0, entries: 0, events: 0, keys: 1 });
});

test("a bureau whose commands wait for a row leaves connections to the others", async () => {
  const [busy, other] = [await makeBureau(), await makeBureau()];
  const { commands } = await busy.sql(async (sql) => {
    await sql`select from units where id = ${busy.rootId} for update`;
    const commands = Array.from({ length: 20 }, () =>
      inTransaction(contextOf(busy), "test", { idempotencyKey: newKey() }, async (tx) => {
        await tx.sql`select from units where bureau_id = ${tx.bureauId} and id = ${busy.rootId} for update`;
        return { id: busy.id };
      }),
    );
    await expect.poll(() => waitingForRow(), { timeout: 4_000 }).toBe(8);
    const done = await inTransaction(contextOf(other), "test", { idempotencyKey: newKey() }, async () => ({ id: "" }));
    expect(done).toEqual({ id: "" });
    return { commands };
  });
  expect(await Promise.all(commands)).toEqual(commands.map(() => ({ id: busy.id })));
});

test("thousands of deeds are recorded in their order, and the chain holds", async () => {
  const bureau = await makeBureau();
  const ids = Array.from({ length: 2_500 }, () => newId());
  await inTransaction(contextOf(bureau), "test", { idempotencyKey: newKey() }, async (tx) => {
    await record(tx, ...ids.map((id) => ({ action: "unit.update", entity: { type: "Unit", id } })));
    return {};
  });
  const [told] = await bureau.sql(
    (sql) => sql<{ ids: string[]; events: number; keys: number; broken: string | null }[]>`
      select array(select entity_id::text from audit_entries where action = 'unit.update' order by sequence) as ids,
        (select count(*)::int from outbox_events) as events, (select count(*)::int from idempotency_keys) as keys,
        audit_chain_break(${bureau.id}) as broken`,
  );
  expect({ ...told, ids: String(told!.ids).replace(/[{}]/g, "").split(",") }).toEqual({
    ids,
    events: 2_500,
    keys: 1,
    broken: null,
  });
});

async function waitingForRow() {
  const { app } = await theServer();
  const [row] = await app.database.writes<{ waiting: number }[]>`
    select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%from units%for update%'`;
  return row!.waiting;
}

test("what another command has begun a moment after this one began is ended at a later moment", async () => {
  const bureau = await makeBureau();
  const began = Date.parse("2026-11-28T08:00:00Z");
  const moments = [began, began + 20];
  const seen: number[] = [];
  await inTransaction(
    { ...contextOf(bureau), now: () => new Date(moments.shift() ?? began + 30) },
    "test",
    { idempotencyKey: newKey() },
    async (tx) => {
      seen.push(tx.now.getTime() - began);
      if (seen.length === 1) await bureau.sql((sql) => category(sql as never, bureau.id, new Date(began + 10)));
      await tx.sql`update matter_categories set ends_at = ${tx.now} where bureau_id = ${bureau.id}`;
      return {};
    },
  );
  expect(seen).toEqual([0, 20]);
});

const category = (sql: Sql, bureauId: string, startsAt: Date) =>
  sql`insert into matter_categories (bureau_id, id, kind, code, revision, name, name_initials, position, starts_at)
    values (${bureauId}, ${newId()}, 'DISPUTE', 'X', 1, '测试', 'cs', 1, ${startsAt})`;

test("a check that nothing ends before it began is called a period, by which a lost race is known", async () => {
  const bureau = await makeBureau();
  const checks = await bureau.sql(
    (sql) => sql<{ conname: string }[]>`
      select conname from pg_constraint where contype = 'c' and pg_get_constraintdef(oid) ~ 'starts_(at|on) <=? (ends|last)_(at|on)'`,
  );
  expect(checks.length).toBeGreaterThan(10);
  expect(checks.map(({ conname }) => conname).filter((name) => !name.endsWith("_period"))).toEqual([]);
});
