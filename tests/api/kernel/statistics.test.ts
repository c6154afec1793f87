import { refreshStatisticsBeside } from "@maple-bridge/drizzle/statistics";
import postgres from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { freshDatabase } from "../../support/database.ts";

const tables = async (sql: postgres.Sql) =>
  (
    await sql<{ told: number; of: number }[]>`
      select count(*) filter (where s.last_analyze is not null)::int as told, count(*)::int as of
      from pg_stat_user_tables s where s.schemaname = 'public'`
  )[0]!;

async function fresh() {
  const { ownerUrl } = await freshDatabase();
  const sql = postgres(ownerUrl, { max: 1 });
  onTestFinished(() => sql.end());
  return { ownerUrl, sql };
}

test("statistics of every table are refreshed beside all else", async () => {
  const { ownerUrl, sql } = await fresh();
  const failures: unknown[] = [];
  await refreshStatisticsBeside(ownerUrl, (error) => failures.push(error)).done;
  await expect.poll(async () => tables(sql)).toEqual({ told: (await tables(sql)).of, of: expect.any(Number) });
  expect(failures).toEqual([]);
});

test("told to stop in the middle they end at once, and that is no failure", async () => {
  const { ownerUrl, sql } = await fresh();
  const failures: unknown[] = [];
  const refreshing = refreshStatisticsBeside(ownerUrl, (error) => failures.push(error));
  await refreshing.stop();
  await refreshing.stop();
  expect(failures).toEqual([]);
  await expect
    .poll(
      async () => sql`select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    .toHaveLength(0);
});

test("a database that does not answer is told of once, and ends nothing", async () => {
  const failures: unknown[] = [];
  await refreshStatisticsBeside("postgres://nobody:nothing@127.0.0.1:9/none", (error) => failures.push(error)).done;
  expect(failures).toHaveLength(1);
});
