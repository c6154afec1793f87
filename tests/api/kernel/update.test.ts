import { bureaus, sessions, units } from "@maple-bridge/drizzle/tables";
import { inTransaction, reckoned, type Transaction, unawaited, update } from "@maple-bridge/server/kernel/command";
import { newId } from "@maple-bridge/server/kernel/ids";
import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { makeStation } from "../members/ground.ts";
import { contextOf } from "./commanding.ts";

let bureau: Bureau;
beforeAll(async () => void (bureau = await makeBureau()));

const inCommand = async <R>(work: (tx: Transaction) => Promise<R>): Promise<R> => {
  const { done } = await inTransaction(contextOf(bureau), "test", { idempotencyKey: newKey() }, async (tx) => ({
    done: await work(tx),
  }));
  return done;
};

const versionsOf = (ids: string[]) =>
  bureau.sql(async (sql) => {
    const rows = await sql<{ id: string; version: number }[]>`select id, version from units where id = any(${ids})`;
    return ids.map((id) => rows.find((row) => row.id === id)?.version);
  });

test("gives what it changed, row by row as they were named, and leaves alone what does not differ", async () => {
  const [first, second, third] = await Promise.all([
    makeStation(bureau, { code: "S1", openedOn: "2024-01-01" }),
    makeStation(bureau, { code: "S2", openedOn: "2024-06-01" }),
    makeStation(bureau, { code: null, openedOn: "2024-03-01", template: "STANDARD" }),
  ]);
  const changed = await inCommand((tx) =>
    update(tx, units, [third, second, first, newId()], { openedOn: "2024-06-01", template: null, level: undefined }),
  );
  expect(changed).toEqual([
    {
      id: third,
      before: { openedOn: "2024-03-01", template: "STANDARD" },
      after: { openedOn: "2024-06-01", template: null },
    },
    { id: first, before: { openedOn: "2024-01-01" }, after: { openedOn: "2024-06-01" } },
  ]);
  expect(await versionsOf([first, second, third])).toEqual([2, 1, 2]);
});

test("without values raises the version alone; without rows does nothing", async () => {
  const id = await makeStation(bureau);
  expect(await inCommand((tx) => update(tx, units, id, {}))).toEqual([{ id, before: {}, after: {} }]);
  expect(await versionsOf([id])).toEqual([2]);
  expect(await inCommand((tx) => update(tx, units, [], { name: "无" }))).toEqual([]);
});

test("takes what is reckoned from the row, rows without a version, and the bureau itself", async () => {
  const { sessionId } = await bureau.signIn({ role: "AUDITOR" });
  const end = (at: Date) =>
    inCommand((tx) => update(tx, sessions, sessionId, { endedAt: reckoned("coalesce(ended_at, $)", at) }));
  const [first, later] = [new Date("2030-01-01T00:00:00Z"), new Date("2031-01-01T00:00:00Z")];
  expect(await end(first)).toEqual([{ id: sessionId, before: { endedAt: null }, after: { endedAt: first } }]);
  expect(await end(later)).toEqual([]);
  const hours = await inCommand((tx) => update(tx, bureaus, bureau.id, { sessionHours: 13 }));
  expect(hours).toEqual([{ id: bureau.id, before: { sessionHours: 12 }, after: { sessionHours: 13 } }]);
});

test("reaches no other bureau's rows", async () => {
  const other = await makeBureau();
  const foreign = await makeStation(other);
  expect(await inCommand((tx) => update(tx, units, foreign, { name: "外人" }))).toEqual([]);
});

test("leaves the version where nobody is to notice, and takes no value that is none", async () => {
  const id = await makeStation(bureau);
  await inCommand((tx) => update(tx, units, id, { name: "改名的所" }, { isUnseen: true }));
  expect(await versionsOf([id])).toEqual([1]);
  const part = (tx: Transaction) => update(tx, units, id, { name: tx.sql`'所'` });
  await expect(inCommand(part)).rejects.toThrow("Column name takes no such value.");
});

test("what nobody waited for fails the command with what it failed with itself", async () => {
  const id = await makeStation(bureau);
  const failing = (tx: Transaction) => unawaited(tx, update(tx, units, id, { kind: "TOWN" }));
  const isCheck = { code: "23514" };
  await expect(inCommand(failing)).rejects.toMatchObject(isCheck);
  await expect(inCommand(async (tx) => (await failing(tx), tx.sql`select 1`))).rejects.toMatchObject(isCheck);
});
