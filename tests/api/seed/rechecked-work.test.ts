import { drawFrom, poolIn } from "@maple-bridge/server/modules/rechecks";
import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadedDemo, whileLoading } from "./demo.ts";

let sql: postgres.Sql;
beforeAll(async () => {
  ({ sql } = await loadedDemo());
}, whileLoading);
afterAll(() => sql.end());

interface Draw {
  id: string;
  asked: number;
  seed: string;
  pool: string;
  station: string;
}

test("what 解州 closed is drawn as its seed and its pool give it again, and some of it is checked by another", async () => {
  const draws = await sql<Draw[]>`
    select d.id, d.asked, d.seed, d.pool, u.name as station from recheck_draws d join units u on u.bureau_id = d.bureau_id and u.id = d.station_id order by d.month`;
  expect(new Set(draws.map(({ station }) => station))).toEqual(new Set(["解州派出所"]));
  for (const { id, asked, seed, pool } of draws) {
    const drawn = await sql`
      select place, item_id as "itemId", checker_id as "checkerId" from rechecks where draw_id = ${id} order by place`;
    expect([...drawn]).toEqual(drawFrom(seed, poolIn(pool), asked).items);
  }
  const [found] = await sql`
    select count(*)::int as drawn, count(x.id)::int as checked, count(*) filter (where x.outcome = 'NOT_CONFIRMED')::int as failed,
      count(*) filter (where x.outcome = 'NOT_CONFIRMED' and t.state = 'CLOSED')::int as made_good,
      count(*) filter (where r.checker_id is not distinct from r.done_by_id)::int as own
    from rechecks r left join recheck_results x on x.bureau_id = r.bureau_id and x.recheck_id = r.id
    left join work_items t on t.bureau_id = x.bureau_id and t.id = x.rectification_id`;
  expect(found).toMatchObject({ failed: 1, made_good: 1, own: 0 });
  expect(found!["checked"]).toBeGreaterThan(1);
  expect(found!["drawn"]).toBeGreaterThan(found!["checked"]);
});
