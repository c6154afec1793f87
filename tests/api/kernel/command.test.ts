import { atCommit, inTransaction, provided } from "@maple-bridge/server/kernel/command";
import type { Actor } from "@maple-bridge/server/kernel/actor";
import type { Context } from "@maple-bridge/server/kernel/context";
import { Conflict } from "@maple-bridge/server/kernel/errors";
import { newId } from "@maple-bridge/server/kernel/ids";
import { record } from "@maple-bridge/server/kernel/record";
import { operatorsContext } from "@maple-bridge/server/operator/as-operator";
import { expect, test } from "vitest";
import { type Bureau, makeBureau, now } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";

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
      const unit = { bureauId: tx.bureauId, id, parentId, kind: "TEAM", name: "测试队", level: 1 };
      await atCommit(tx, tx.sql`insert into units ${tx.sql(unit)}`);
      await record(tx, { action: "unit.create", entity: { type: "Unit", id } });
      return { id };
    });
  await expect(attempt(newId())).rejects.toMatchObject({ constraint_name: "units_bureau_parent" });
  expect(await rowsOf(bureau, id)).toEqual({ units: 0, entries: 0, events: 0, keys: 0 });
  expect(await attempt(bureau.rootId)).toEqual({ id });
  expect(await rowsOf(bureau, id)).toEqual({ units: 1, entries: 1, events: 1, keys: 1 });
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
  expect(await rowsOf(bureau, id)).toEqual({ units: 0, entries: 0, events: 0, keys: 1 });
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

async function makeUnit(bureau: Bureau, stands: boolean) {
  const id = newId();
  const seen: string[] = [];
  const [stamp] = await bureau.sql((sql) => sql<{ at: number }[]>`select identity_stamp as at from bureaus`);
  const result = await inTransaction(
    contextOf(bureau, { known: { stamp: stamp!.at, until: null } }),
    "test",
    { idempotencyKey: newKey() },
    {
      swift: {
        look: ({ sql, bureauId }) => sql`select name from units where bureau_id = ${bureauId}`,
        seen: (_tx, { name }) => `seen ${name}`,
        stands: ({ sql }) => sql`${stands}::boolean`,
      },
      load: async () => "held",
      async act(tx, loaded) {
        seen.push(loaded);
        await atCommit(
          tx,
          tx.sql`insert into units (bureau_id, id, parent_id, kind, name, level)
            select ${tx.bureauId}, ${id}, ${bureau.rootId}, 'TEAM', '测试队', 1 ${provided(tx)}`,
        );
        await record(tx, { action: "unit.create", entity: { type: "Unit", id } });
        return { id };
      },
    },
  );
  return { id, seen, result };
}

test("what is decided on what still stands is written by one statement", async () => {
  const bureau = await makeBureau();
  const { id, seen, result } = await makeUnit(bureau, true);
  expect(result).toEqual({ id });
  expect(seen).toEqual(["seen 测试公安局"]);
  expect(await rowsOf(bureau, id)).toEqual({ units: 1, entries: 1, events: 1, keys: 1 });
});

test("what is decided on what stands no more is not written, and is decided again with the rows held", async () => {
  const bureau = await makeBureau();
  const { id, seen, result } = await makeUnit(bureau, false);
  expect(result).toEqual({ id });
  expect(seen).toEqual(["seen 测试公安局", "held"]);
  expect(await rowsOf(bureau, id)).toEqual({ units: 1, entries: 1, events: 1, keys: 1 });
});

function contextOf({ id, app, rootId, administrator }: Bureau, known: Partial<Actor> = {}): Context {
  const { accountId, accountName } = administrator;
  const via = { kind: "session", id: administrator.sessionId } as const;
  const actor: Actor = {
    bureauId: id,
    accountId,
    name: accountName,
    memberId: null,
    via,
    mustChangePassword: false,
    mayWrite: true,
    grants: [{ role: "BUREAU_ADMINISTRATOR", unitId: rootId, whole: true, unitIds: [] }],
    known: { stamp: 0, until: null },
    ...known,
  };
  return {
    ...operatorsContext(app.database),
    now,
    actor,
    credential: { kind: "account", bureauId: id, accountId, via },
  };
}

async function rowsOf(bureau: Bureau, id: string) {
  const [counts] = await bureau.sql(
    (sql) => sql<{ units: number; entries: number; events: number; keys: number }[]>`
      select (select count(*)::int from units where id = ${id}) as units,
        (select count(*)::int from audit_entries where entity_id = ${id}) as entries,
        (select count(*)::int from outbox_events where entity_id = ${id}) as events,
        (select count(*)::int from idempotency_keys) as keys`,
  );
  return { ...counts };
}
