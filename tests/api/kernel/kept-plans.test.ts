import { openDatabase } from "@maple-bridge/server/kernel/database/database";
import { countsSince, countsSoFar } from "@maple-bridge/server/kernel/counts";
import { parameter, raw, sql, toStatement } from "@maple-bridge/server/kernel/read/fragment";
import { newId } from "@maple-bridge/server/kernel/ids";
import { beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../../support/database.ts";

let url: string;

beforeAll(async () => {
  url = (await freshDatabase()).applicationUrl;
});

const newBureau = () => ({ bureauId: newId(), accountId: newId() });
/** The machine may be busy: what is waited for is a thing, not a time. */
const patiently = { timeout: 15_000 };

type Who = ReturnType<typeof newBureau>;

test("a connection keeps planned what its budget allows, and the screens' own whatever others ask", async () => {
  const before = countsSoFar();
  const one = openDatabase({ url, light: 1 });
  const ask = (who: Who, text: string, isOfScreens = false) =>
    one.read(
      toStatement(
        sql`select '"' || ${parameter("account", "uuid", () => who.accountId)} || '"' as json /* ${raw(text)} */`,
      ),
      { ...who, now: "", scope: () => [], args: [] },
      { heavy: false, prepare: true, isOfScreens },
    );
  const [many, other] = [newBureau(), newBureau()];
  await ask(other, "of the screens", true);
  await ask(other, "of another account");
  for (let turn = 0; turn < 100; turn++) await ask(many, `${turn} ${"x".repeat(20_000)}`);
  const kept = toStatement(
    sql`select json_agg(statement)::text as json from pg_prepared_statements where ${parameter("x", "int", () => 1)} = 1`,
  );
  const told = await one.read(kept, { ...other, now: "", scope: () => [], args: [] }, { heavy: false, prepare: false });
  const statements = JSON.parse(told.toString()) as string[];
  expect(statements.filter((text) => text.includes("xxx")).length).toBeGreaterThan(5);
  expect(statements.join("").length).toBeLessThan(220_000);
  for (const text of ["of the screens", "of another account"])
    expect(statements.filter((each) => each.includes(text))).toHaveLength(1);
  expect(countsSince(before).plansClosed).toBeGreaterThan(80);
  await one.close();
});

test("connections share out what is to be kept planned: together they keep what none of them has room for", async () => {
  const three = openDatabase({ url, light: 3 });
  const who = newBureau();
  const long = Array.from({ length: 12 }, (_, turn) =>
    toStatement(
      sql`select '"' || ${parameter("account", "uuid", () => who.accountId)} || '"' as json /* ${raw(`${turn} ${"x".repeat(150_000)}`)} */`,
    ),
  );
  const closedInARound = async () => {
    const start = countsSoFar();
    for (const statement of long)
      await three.read(
        statement,
        { ...who, now: "", scope: () => [], args: [] },
        { heavy: false, prepare: true, isOfScreens: true },
      );
    return countsSince(start).plansClosed ?? 0;
  };
  expect(await closedInARound()).toBeGreaterThan(0);
  await expect.poll(closedInARound, patiently).toBe(0);
  await three.close();
});
