import { openDatabase } from "@maple-bridge/server/kernel/database/database";
import { parameter, sql, toStatement } from "@maple-bridge/server/kernel/read/fragment";
import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { workerDatabase } from "../../support/database.ts";

test("reads of two bureaus that share a connection at one time each see their own", async () => {
  const { applicationUrl } = await workerDatabase();
  const database = openDatabase({ url: applicationUrl, light: 1 });
  const [one, other] = [await makeBureau(), await makeBureau()];
  const statement = toStatement(
    sql`select min(code) as json from bureaus where ${parameter("one", "int", () => 1)} = 1`,
  );
  const code = async ({ id }: { id: string }) =>
    String(
      await database.read(
        statement,
        { bureauId: id, accountId: null, now: "", scope: () => [], args: [] },
        { heavy: false, prepare: true },
      ),
    );
  await code(one);
  const asked = [one, other, one, one, other, other, one];
  expect(await Promise.all(asked.map(code))).toEqual(asked.map((bureau) => bureau.code));
  await database.close();
});

test("no connection lets PostgreSQL compile plans: where it can, it would for seconds", async () => {
  const { applicationUrl } = await workerDatabase();
  const database = openDatabase({ url: applicationUrl, light: 1 });
  const one = await makeBureau();
  const statement = toStatement(
    sql`select current_setting('jit') as json where ${parameter("one", "int", () => 1)} = 1`,
  );
  const environment = { bureauId: one.id, accountId: null, now: "", scope: () => [], args: [] };
  for (const heavy of [false, true])
    expect(String(await database.read(statement, environment, { heavy, prepare: false }))).toBe("off");
  expect(await database.writes`select current_setting('jit') as jit`).toMatchObject([{ jit: "off" }]);
  await database.close();
});
