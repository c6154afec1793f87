import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadedDemo, now, today, whileLoading } from "./demo.ts";

let sql: postgres.Sql;

beforeAll(async () => {
  ({ sql } = await loadedDemo());
}, whileLoading);
afterAll(() => sql.end());

type Counts = Record<string, number>;

/** Every bureau has at least so many of each. */
async function expectEverywhere(rows: postgres.PendingQuery<postgres.Row[]>, least: Counts) {
  const bureaus = await rows;
  expect(bureaus).toHaveLength(4);
  for (const bureau of bureaus)
    for (const [name, count] of Object.entries(least))
      expect(bureau[name], `${name} of ${bureau["code"]}`).toBeGreaterThanOrEqual(count);
}

/** Nothing is wrong, and what is would be told. */
const expectNone = async (rows: postgres.PendingQuery<postgres.Row[]>) => expect([...(await rows)]).toEqual([]);

test("each bureau has lived a year: grids changed, people moved, left and came back, stood in, and more is planned", () =>
  expectEverywhere(
    sql`select b.code,
      (select count(*)::int from grid_facts f where f.bureau_id = b.bureau_id and f.starts_on between '2025-11-22' and ${today}) as changed,
      (select count(*)::int from member_units u where u.bureau_id = b.bureau_id and u.starts_on between '2025-07-01' and ${today}) as moved,
      (select count(*)::int from members m where m.bureau_id = b.bureau_id and m.left_on is not null) as left,
      (select count(*)::int from service_breaks s where s.bureau_id = b.bureau_id) as back,
      (select count(*)::int from absences a where a.bureau_id = b.bureau_id and a.substitute_id is not null and a.ends_at > a.starts_at) as substituted,
      (select count(*)::int from grid_facts f where f.bureau_id = b.bureau_id and f.starts_on > ${today}) +
      (select count(*)::int from member_units u where u.bureau_id = b.bureau_id and u.starts_on > ${today}) as planned,
      (select count(*)::int from absences a where a.bureau_id = b.bureau_id and a.starts_at > ${now}) as away_soon
    from bureaus b`,
    { changed: 3, moved: 2, left: 3, back: 1, substituted: 20, planned: 1, away_soon: 1 },
  ));

test("somewhere a grid changed its police room, station, complexity, level, name and kind, and a standard its numbers", async () => {
  const [changed] = await sql`
    select bool_or(was.police_room_id <> f.police_room_id and was.station_id = f.station_id) as room, bool_or(was.station_id <> f.station_id) as station,
      bool_or(was.complexity <> f.complexity) as complexity, bool_or(was.level <> f.level) as level, bool_or(was.name <> f.name) as name,
      bool_or(was.kind <> f.kind) as kind, bool_and(f.reason is not null) as reason
    from grid_facts f join grid_facts was on was.bureau_id = f.bureau_id and was.grid_id = f.grid_id and was.ends_on = f.starts_on`;
  expect(changed).toEqual({
    room: true,
    station: true,
    complexity: true,
    level: true,
    name: true,
    kind: true,
    reason: true,
  });
  const standards = await sql`
    select distinct s.starts_at > ${now} as planned from staffing_standards s join staffing_standards was
      on was.bureau_id = s.bureau_id and was.ends_at = s.starts_at and was.grid_kind = s.grid_kind and was.duty = s.duty order by 1`;
  expect(standards.map(({ planned }) => planned)).toEqual([false, true]);
  const [opened] = await sql`
    select count(*) filter (where opened_on > '2025-11-22')::int as opened, count(*) filter (where closed_on > '2025-11-22')::int as closed from grids`;
  expect(opened).toEqual({ opened: 2, closed: 1 });
});

test("no member holds a seat while off the strength, and no more hold one than the standard of that day allows", async () => {
  await expectNone(sql`
    select a.id from assignments a join service_breaks s on s.bureau_id = a.bureau_id and s.member_id = a.member_id
    where tstzrange(a.starts_at, a.ends_at) && tstzrange(s.starts_on::timestamp at time zone 'Asia/Shanghai', s.ends_on::timestamp at time zone 'Asia/Shanghai')`);
  await expectNone(sql`
    with moments as (
      select a.bureau_id, a.grid_id, a.duty, a.starts_at as moment, (a.starts_at at time zone 'Asia/Shanghai')::date as day from assignments a
      where a.ends_at is distinct from a.starts_at
      union select f.bureau_id, f.grid_id, a.duty, f.starts_on::timestamp at time zone 'Asia/Shanghai', f.starts_on
      from grid_facts f join assignments a on a.bureau_id = f.bureau_id and a.grid_id = f.grid_id where f.starts_on > '-infinity')
    select m.grid_id, m.duty, m.moment from moments m
    join grid_facts f on f.bureau_id = m.bureau_id and f.grid_id = m.grid_id and f.starts_on <= m.day and (f.ends_on is null or f.ends_on > m.day)
    join staffing_standards s on s.bureau_id = m.bureau_id and s.grid_kind = f.kind and s.complexity = f.complexity and s.duty = m.duty
      and s.starts_at <= m.moment and (s.ends_at is null or s.ends_at > m.moment)
    where s.at_most < (select count(*) from assignments a where a.bureau_id = m.bureau_id and a.grid_id = m.grid_id and a.duty = m.duty
      and a.starts_at <= m.moment and (a.ends_at is null or a.ends_at > m.moment))`);
});

test("on every day a grid's police room stood in its station and was open, and so was a member's unit", async () => {
  await expectNone(sql`
    with recursive above as (
      select bureau_id, id, parent_id as over from units
      union all select a.bureau_id, a.id, u.parent_id from above a join units u on u.bureau_id = a.bureau_id and u.id = a.over)
    select f.grid_id, f.starts_on from grid_facts f join units r on r.bureau_id = f.bureau_id and r.id = f.police_room_id
    where r.kind <> 'POLICE_ROOM' or not exists (select from above a where a.bureau_id = f.bureau_id and a.id = r.id and a.over = f.station_id)
      or coalesce(f.ends_on, 'infinity') > coalesce(r.closed_on, 'infinity')`);
  await expectNone(sql`
    select m.member_id, m.starts_on from member_units m join units u on u.bureau_id = m.bureau_id and u.id = m.unit_id
    where coalesce(m.ends_on, 'infinity') > coalesce(u.closed_on, 'infinity') or u.kind = 'BUREAU' or u.kind = 'PARTNER' and not exists (
      select from accounts a where a.bureau_id = m.bureau_id and a.member_id = m.member_id and a.name = 'partner-chongwen')`);
  await expectNone(sql`
    select m.id from members m join member_units u on u.bureau_id = m.bureau_id and u.member_id = m.id
    where u.starts_on > '-infinity' and (u.starts_on <= m.joined_on or u.starts_on >= m.left_on)`);
});

test("whoever stood in was there, and may hold each duty that the absent one held", async () => {
  const away = sql`select * from absences where ends_at is distinct from starts_at and substitute_id is not null`;
  await expectNone(sql`
    select x.id from (${away}) x join members s on s.bureau_id = x.bureau_id and s.id = x.substitute_id
    join assignments a on a.bureau_id = x.bureau_id and a.member_id = x.member_id and tstzrange(a.starts_at, a.ends_at) && tstzrange(x.starts_at, x.ends_at)
    where not exists (select from duty_holders d where d.bureau_id = a.bureau_id and d.duty = a.duty and d.member_kind = s.kind)`);
  await expectNone(sql`
    select x.id from (${away}) x join members s on s.bureau_id = x.bureau_id and s.id = x.substitute_id
    cross join lateral (select (x.starts_at at time zone 'Asia/Shanghai')::date as first, coalesce((x.ends_at at time zone 'Asia/Shanghai')::date, ${today}) as past) day
    where first < s.joined_on or past > s.left_on
      or exists (select from service_breaks b where b.bureau_id = s.bureau_id and b.member_id = s.id and b.starts_on < past and first < b.ends_on)
      or exists (select from absences o where o.bureau_id = s.bureau_id and o.member_id = s.id and o.ends_at is distinct from o.starts_at
        and tstzrange(o.starts_at, o.ends_at) && tstzrange(x.starts_at, x.ends_at))`);
});
