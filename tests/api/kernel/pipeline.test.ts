import { connectForReads } from "@maple-bridge/server/kernel/database/connect";
import { openPipeline } from "@maple-bridge/server/kernel/database/pipeline";
import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { workerDatabase } from "../../support/database.ts";

test("reads of two bureaus that share a connection at one time each see their own", async () => {
  const { applicationUrl } = await workerDatabase();
  const pool = connectForReads(applicationUrl, 1, { isShort: true });
  const pipeline = openPipeline(pool);
  const [one, other] = [await makeBureau(), await makeBureau()];
  const code = ({ id }: { id: string }) =>
    pipeline.run(id, (sql) => sql<{ code: string }[]>`select min(code) as code from bureaus`);
  await code(one);
  const asked = [one, other, one, one, other, other, one];
  const told = await Promise.all(asked.map(code));
  expect(told.map(([row]) => row!.code)).toEqual(asked.map((bureau) => bureau.code));
  await pool.end({ timeout: 0 });
});
