import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { today, whileLoading } from "./demo.ts";
import { demoServer } from "./demo-server.ts";

let demo: Awaited<ReturnType<typeof demoServer>>;
let sql: postgres.Sql;

beforeAll(async () => {
  demo = await demoServer();
  ({ sql } = demo);
}, whileLoading);
afterAll(() => demo.end());

const expectNone = async (rows: postgres.PendingQuery<postgres.Row[]>) => expect([...(await rows)]).toEqual([]);

const chiefs = { 解州: "chief-xiezhou@140802", 新义: "chief-xinyi@141181", 巨轮: "chief-julun@140107" };
const lastWeek = "2026-11-09";
const firstWeek = "2026-09-14";

test("three stations have eight weeks signed in a row, each with its snapshot's digest in the audit chain, which holds", async () => {
  const weeks = await sql`
    select u.name, w.week_start as week, bool_and(w.signed_at is not null and w.waiting = 0) as signed from week_reviews w
    join units u on u.bureau_id = w.bureau_id and u.id = w.station_id group by 1, 2 order by 1, 2`;
  const mondays = Array.from({ length: 8 }, (_, index) =>
    new Date(Date.parse(firstWeek) + index * 7 * 86_400_000).toISOString().slice(0, 10),
  );
  for (const name of Object.keys(chiefs))
    expect(weeks.filter((each) => each["name"] === `${name}派出所`)).toEqual(
      mondays.map((week) => ({ name: `${name}派出所`, week, signed: true })),
    );
  expect(weeks).toHaveLength(3 * 8);
  await expectNone(sql`
    select w.id from week_reviews w left join audit_entries e on e.bureau_id = w.bureau_id and e.entity_id = w.id and e.action = 'weekReview.sign'
    where w.digest is distinct from encode(sha256(convert_to(w.snapshot::text, 'UTF8')), 'hex') or e.after->>'digest' is distinct from w.digest or e.at <> w.signed_at`);
  expect((await sql`select audit_chain_break(bureau_id) as broken from bureaus`).map(({ broken }) => broken)).toEqual([
    ...[null, null, null, null],
  ]);
});

test("they are worth looking at: done, late, missed, returned, with photos and words, and what was returned stands on the next week", async () => {
  const stations = await sql<{ [count: string]: number | string }[]>`
    select u.name, sum(w.done)::int as done, sum(w.late)::int as late, sum(w.missed)::int as missed, sum(w.returned)::int as returned,
      (select count(*)::int from week_reviews r cross join jsonb_array_elements(r.snapshot -> 'lines') l where r.station_id = u.id and (l ->> 'photos')::int > 0) as photos,
      (select count(*)::int from week_reviews r cross join jsonb_array_elements(r.snapshot -> 'lines') l where r.station_id = u.id and l ->> 'source' = 'ACHIEVEMENTS') as achievements,
      (select count(*)::int from review_comments c join week_reviews r on r.bureau_id = c.bureau_id and r.id = c.review_id where r.station_id = u.id) as words
    from week_reviews w join units u on u.bureau_id = w.bureau_id and u.id = w.station_id group by u.id, u.name`;
  expect(stations).toHaveLength(3);
  for (const { name, ...counts } of stations)
    for (const [count, value] of Object.entries(counts)) expect(value, `${count} of ${name}`).toBeGreaterThan(5);
  await expectNone(sql`
    select d.id from review_lines d join week_reviews w on w.bureau_id = d.bureau_id and w.id = d.review_id
    where d.decision = 'RETURNED' and w.week_start < '2026-11-02' and not exists (
      select from week_reviews n cross join jsonb_array_elements(n.snapshot -> 'lines') l
      where n.bureau_id = w.bureau_id and n.station_id = w.station_id and n.week_start = w.week_start + 7 and l ->> 'item_id' = d.item_id::text)`);
});

interface Cell {
  week: string;
  signedAt: string | null;
  waiting: number;
  lines: number;
}

test("last week waits for its chief, ten members' and more at 解州, and this one is under way", async () => {
  for (const [name, account] of Object.entries(chiefs)) {
    const chief = await demo.signInAs(account);
    const [station] = await sql<{ id: string }[]>`select id from units where name = ${`${name}派出所`}`;
    const { weekMatrix }: { weekMatrix: Cell[] } = await chief.run(
      `query ($unitId: ID!) { weekMatrix(unitId: $unitId, from: "2026-11-02", weeks: 3) { week signedAt waiting lines } }`,
      { unitId: station!.id },
    );
    const of = (week: string) => weekMatrix.filter((cell) => cell.week === week);
    expect(
      of("2026-11-02").every(({ signedAt }) => signedAt !== null),
      name,
    ).toBe(true);
    expect(
      of(lastWeek).every(({ signedAt }) => signedAt === null),
      name,
    ).toBe(true);
    expect(of(lastWeek).filter(({ waiting }) => waiting > 0).length, name).toBeGreaterThanOrEqual(10);
    expect(of("2026-11-16").filter(({ lines }) => lines > 0).length, name).toBeGreaterThan(10);
  }
});

test("新义's lists are 责任/问题/任务, 解州's 职责/任务/成绩; one officer of 巨轮 has five tasks of today beside the standing duties", async () => {
  const schemes = await sql`
    select u.name, s.titles from list_schemes s join units u on u.bureau_id = s.bureau_id and u.id = s.station_id order by 1 desc`;
  expect(schemes).toEqual([
    { name: "解州派出所", titles: ["职责", "任务", "成绩"] },
    { name: "新义派出所", titles: ["责任", "问题", "任务"] },
  ]);
  const tasks = await sql`
    select a.member_id, count(*)::int, (
      select count(*)::int from duty_lines d where d.bureau_id = a.bureau_id and d.duty = 'RESPONSIBLE_OFFICER') as duties
    from work_items i join units u on u.bureau_id = i.bureau_id and u.id = i.station_id
    join assignments a on a.bureau_id = i.bureau_id and a.grid_id = i.grid_id and a.duty = i.duty and a.ends_at is null
    where u.name = '巨轮派出所' and i.kind = 'TASK' and i.due_on = ${today} and i.opens_at = ${`${today}T00:00:00+08:00`} group by a.member_id, a.bureau_id`;
  expect(tasks.map(({ count, duties }) => [count, duties])).toEqual([[5, 4]]);
});
