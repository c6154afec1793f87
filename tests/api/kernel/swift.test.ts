import { divisions } from "@maple-bridge/drizzle/tables";
import { insert, inTransaction } from "@maple-bridge/server/kernel/command";
import { newId } from "@maple-bridge/server/kernel/ids";
import { record } from "@maple-bridge/server/kernel/record";
import postgres from "postgres";
import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { workerDatabase } from "../../support/database.ts";
import { contextOf, rowsOf } from "./commanding.ts";

beforeAll(async () => {
  const { ownerUrl } = await workerDatabase();
  const owner = postgres(ownerUrl, { max: 1 });
  await owner`create or replace function test_ground_stands(bureau uuid, basis jsonb) returns boolean language sql volatile as
    $$ select (basis->>'stands')::boolean and bureau = (select bureau_id from bureaus) $$`;
  await owner.end();
});

interface Asked {
  id?: string;
  key?: string;
  stands?: boolean;
  parentId?: string;
  alone?: string[];
}

let codes = 0;
const newCode = () => `410481${String(++codes).padStart(6, "0")}`;

/** A command that makes a division, and what it was decided on: what it saw swiftly, or "held". */
async function makeDivision(
  bureau: Bureau,
  { id = newId(), key = newKey(), stands = true, parentId, alone = [] }: Asked = {},
) {
  const seen: string[] = [];
  const [stamp] = await bureau.sql((sql) => sql<{ at: number }[]>`select identity_stamp as at from bureaus`);
  const result = await inTransaction(
    contextOf(bureau, { known: { stamp: stamp!.at, until: null } }),
    "test",
    { idempotencyKey: key },
    {
      swift: {
        asks: id,
        look: ({ sql, bureauId }) => sql`select name from units where bureau_id = ${bureauId} and level = 0`,
        seen: (_tx, row) => `${row["name"]}`,
        basis: () => ({ alone, json: { stands } }),
        stands: "test_ground_stands",
      },
      load: async () => "held",
      async act(tx, loaded) {
        seen.push(loaded);
        await insert(tx, divisions, [{ id, parentId, code: newCode(), kind: "VILLAGE", name: "测试村" }]);
        await record(tx, { action: "division.create", entity: { type: "Division", id } });
        return { id };
      },
    },
  );
  return { id, seen, result };
}

const whole = { rows: 1, entries: 1, events: 1 };

test("what is decided on what still stands is written by one statement", async () => {
  const bureau = await makeBureau();
  const { id, seen, result } = await makeDivision(bureau);
  expect(result).toEqual({ id });
  expect(seen).toEqual(["测试公安局"]);
  expect(await rowsOf(bureau, "divisions", id)).toEqual({ ...whole, keys: 1 });
});

test("what is decided on what stands no more is not written, and is decided again with the rows held", async () => {
  const bureau = await makeBureau();
  const { id, seen, result } = await makeDivision(bureau, { stands: false });
  expect(result).toEqual({ id });
  expect(seen).toEqual(["测试公安局", "held"]);
  expect(await rowsOf(bureau, "divisions", id)).toEqual({ ...whole, keys: 1 });
});

test("commands at one time share statements; one whose ground has moved takes nothing from the others", async () => {
  const bureau = await makeBureau();
  const made = await Promise.all(
    Array.from({ length: 12 }, (_, index) => makeDivision(bureau, { stands: index !== 7 })),
  );
  const ways = made.map(({ seen }) => seen.length);
  expect(ways).toEqual(Array.from({ length: 12 }, (_, index) => (index === 7 ? 2 : 1)));
  for (const { id } of made) expect(await rowsOf(bureau, "divisions", id)).toEqual({ ...whole, keys: 12 });
  expect(await transactionsOf(bureau)).toBeLessThan(12);
  expect(await isChainWhole(bureau)).toBe(true);
});

test("one that the database refuses is told so, and those beside it are written all the same", async () => {
  const bureau = await makeBureau();
  const asked = Array.from({ length: 12 }, (_, index) =>
    makeDivision(bureau, index === 7 ? { parentId: newId() } : {}),
  );
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.map(({ status }) => status)).toEqual(
    Array.from({ length: 12 }, (_, index) => (index === 7 ? "rejected" : "fulfilled")),
  );
  expect(outcomes[7]).toMatchObject({ reason: { constraint_name: "divisions_parent" } });
  for (const outcome of outcomes)
    if (outcome.status === "fulfilled")
      expect(await rowsOf(bureau, "divisions", outcome.value.id)).toEqual({ ...whole, keys: 11 });
  expect(await isChainWhole(bureau)).toBe(true);
});

test("one key many times at one time has one effect", async () => {
  const bureau = await makeBureau();
  const key = newKey();
  const made = await Promise.all(Array.from({ length: 8 }, () => makeDivision(bureau, { key })));
  expect(new Set(made.map(({ result }) => result.id)).size).toBe(1);
  expect(await rowsOf(bureau, "divisions", made[0]!.result.id)).toEqual({ ...whole, keys: 1 });
  const [count] = await bureau.sql((sql) => sql<{ made: number }[]>`select count(*)::int as made from divisions`);
  expect(count).toEqual({ made: 1 });
});

test("commands that hold the same row are written one after another", async () => {
  const bureau = await makeBureau();
  const alone = [newId()];
  await Promise.all(Array.from({ length: 8 }, () => makeDivision(bureau, { alone })));
  expect(await transactionsOf(bureau)).toBe(8);
});

test("commands of two bureaus at one time each write their own", async () => {
  const bureaus = [await makeBureau(), await makeBureau()];
  const made = await Promise.all(Array.from({ length: 12 }, (_, index) => makeDivision(bureaus[index % 2]!)));
  for (const [index, { id, seen }] of made.entries()) {
    expect(seen).toHaveLength(1);
    expect(await rowsOf(bureaus[index % 2]!, "divisions", id)).toEqual({ ...whole, keys: 6 });
  }
});

async function transactionsOf(bureau: Bureau) {
  const [row] = await bureau.sql(
    (sql) => sql<{ count: number }[]>`select count(distinct xmin::text)::int as count from divisions`,
  );
  return row!.count;
}

async function isChainWhole(bureau: Bureau) {
  const [row] = await bureau.sql(
    (sql) => sql<{ broken: string | null }[]>`select audit_chain_break(${bureau.id}) as broken`,
  );
  return row!.broken === null;
}
