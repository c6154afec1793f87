import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wugangRoster } from "../../support/roster.ts";
import { loadedDemo, now, today, whileLoading } from "./demo.ts";

type Demo = Awaited<ReturnType<typeof loadedDemo>>;

let sql: postgres.Sql;
let load: Demo["load"];
let loaded: Demo["loaded"];
let logged: string[];

beforeAll(async () => {
  ({ sql, load, loaded, logged } = await loadedDemo());
}, whileLoading);

afterAll(() => sql.end());

const inBureau = (code: string) => sql`bureau_id = (select bureau_id from bureaus where code = ${code})`;

async function counted(rows: postgres.PendingQuery<{ key: string; count: number }[]>) {
  return Object.fromEntries((await rows).map(({ key, count }) => [key, count]));
}

/** As they are now. */
const gridsNow = () =>
  sql`(select g.*, f.station_id, f.police_room_id, f.name, f.kind, f.complexity, f.level from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.starts_on <= ${today} and (f.ends_on is null or f.ends_on > ${today}))`;

const units = (code: string) =>
  counted(sql`select kind as key, count(*)::int from units where ${inBureau(code)} group by kind`);

const openGrids = (code: string) =>
  counted(
    sql`select kind as key, count(*)::int from ${gridsNow()} g where ${inBureau(code)} and closed_on is null group by kind`,
  );

const strength = (code: string) =>
  counted(
    sql`select kind as key, count(*)::int from members where ${inBureau(code)} and left_on is null group by kind`,
  );

/** By duty: seats the standards ask for at open grids, less those held. */
const vacancies = (code: string) =>
  counted(sql`
    select s.duty as key, sum(greatest(s.at_least - held.count, 0))::int as count
    from ${gridsNow()} g
    join staffing_standards s on s.bureau_id = g.bureau_id and s.grid_kind = g.kind and s.complexity = g.complexity
    cross join lateral (
      select count(*) from assignments a
      where a.bureau_id = g.bureau_id and a.grid_id = g.id and a.duty = s.duty and a.starts_at <= ${now.toISOString()}
        and (a.ends_at is null or a.ends_at > ${now.toISOString()})) held
    where g.${inBureau(code)} and g.closed_on is null and s.starts_at <= ${now} and (s.ends_at is null or s.ends_at > ${now})
    group by s.duty having sum(greatest(s.at_least - held.count, 0)) > 0`);

/** Members on the strength who hold no seat, by kind. */
const idle = (code: string) =>
  counted(sql`
    select kind as key, count(*)::int from members m
    where ${inBureau(code)} and left_on is null and not exists (
      select from assignments a where a.bureau_id = m.bureau_id and a.member_id = m.id
        and a.starts_at <= ${now} and (a.ends_at is null or a.ends_at > ${now}))
    group by kind`);

describe("舞钢市公安局", () => {
  test("has 14 stations, 27 police rooms and a workstation for each of its 219 and 5 special grids", async () => {
    expect(await units("410481")).toMatchObject({ STATION: 14, POLICE_ROOM: 27, WORKSTATION: 224 });
    expect(await openGrids("410481")).toEqual({ VILLAGE: 191, COMMUNITY: 28, ENTERPRISE: 1, COMMERCIAL: 2, SCENIC: 2 });
  });

  test("records its 29th community, whose grid is closed", async () => {
    const closed = await sql`
      select d.kind, g.closed_on is not null as closed from grids g join divisions d on d.bureau_id = g.bureau_id and d.id = g.division_id
      where g.${inBureau("410481")} and g.closed_on is not null`;
    expect(closed).toEqual([{ kind: "COMMUNITY", closed: true }]);
    const divisions = await counted(
      sql`select kind as key, count(*)::int from divisions where ${inBureau("410481")} group by kind`,
    );
    expect(divisions).toEqual({ COUNTY: 1, TOWNSHIP: 14, VILLAGE: 191, COMMUNITY: 29 });
  });

  test("has 687 members and every seat filled", async () => {
    expect(await strength("410481")).toEqual({ OFFICER: 30, AUXILIARY: 219, MEDIATOR: 219, SECURITY_DIRECTOR: 219 });
    expect(await vacancies("410481")).toEqual({});
    expect(await idle("410481")).toEqual({});
  });
});

describe("孝义市公安局", () => {
  test("has both kinds of station, and 新义 its desks, zones and police rooms", async () => {
    const templates =
      await sql`select name, template from units where ${inBureau("141181")} and kind = 'STATION' order by position`;
    expect(templates).toEqual([
      { name: "崇文派出所", template: "ONE_ROOM_ONE_TEAM" },
      { name: "新义派出所", template: "TWO_TEAMS_ONE_ROOM" },
    ]);
    expect(await units("141181")).toMatchObject({ DESK: 5, ZONE: 4, POLICE_ROOM: 14 + 5 });
    const desks = await sql<{ name: string; room: string; station: string }[]>`
      select d.name, r.name as room, s.name as station from units d
      join units r on r.bureau_id = d.bureau_id and r.id = d.parent_id
      join units s on s.bureau_id = r.bureau_id and s.id = r.parent_id
      where d.${inBureau("141181")} and d.kind = 'DESK' order by d.position`;
    expect(desks).toEqual(
      ["指挥调度", "警网融合", "勤务监督", "综合内务", "视频巡查"].map((name) => ({
        name: `${name}专班`,
        room: "综合指挥室",
        station: "新义派出所",
      })),
    );
  });

  test("has 162 volunteers in 新义, some in each of its police rooms", async () => {
    const rooms = await sql<{ name: string; kind: string; count: number }[]>`
      select u.name, u.kind, count(*)::int as count from members m
      join member_units mu on mu.bureau_id = m.bureau_id and mu.member_id = m.id
        and mu.starts_on <= ${today} and (mu.ends_on is null or mu.ends_on > ${today})
      join units u on u.bureau_id = mu.bureau_id and u.id = mu.unit_id
      where m.${inBureau("141181")} and m.kind = 'VOLUNTEER' and m.left_on is null group by u.id, u.name, u.kind`;
    expect(rooms.map(({ kind }) => kind)).toEqual(Array.from({ length: 14 }, () => "POLICE_ROOM"));
    expect(rooms.reduce((sum, { count }) => sum + count, 0)).toBe(162);
  });

  test("has an officer to each grid: 14 in 崇文, 68 with 156 grid workers in the 20 communities of 新义", async () => {
    const holders = await sql`
      select u.name, count(distinct g.id)::int as grids, count(distinct g.division_id)::int as communities,
        count(distinct a.member_id) filter (where duty = 'RESPONSIBLE_OFFICER')::int as officers,
        count(distinct a.member_id) filter (where duty = 'GRID_WORKER')::int as workers
      from units u join ${gridsNow()} g on g.bureau_id = u.bureau_id and g.station_id = u.id
      join assignments a on a.bureau_id = g.bureau_id and a.grid_id = g.id and a.ends_at is null
      where u.${inBureau("141181")} group by u.name order by 2`;
    expect(holders).toEqual([
      { name: "崇文派出所", grids: 14, communities: 14, officers: 14, workers: 28 },
      { name: "新义派出所", grids: 68, communities: 20, officers: 68, workers: 156 },
    ]);
    expect(await vacancies("141181")).toEqual({});
  });
});

describe("运城市公安局盐湖分局", () => {
  test("has 26 villages, 4 of them complex at level 2, a community and the scenic grid of 关帝庙警务室", async () => {
    expect(await openGrids("140802")).toEqual({ VILLAGE: 26, COMMUNITY: 1, SCENIC: 1 });
    const complex =
      await sql`select distinct kind from ${gridsNow()} g where ${inBureau("140802")} and complexity = 'COMPLEX' and level = 2`;
    const [{ count } = { count: 0 }] =
      await sql`select count(*)::int from ${gridsNow()} g where ${inBureau("140802")} and level = 2`;
    expect([complex, count]).toEqual([[{ kind: "VILLAGE" }], 4]);
    const scenic = await sql`
      select u.name from ${gridsNow()} g join units u on u.bureau_id = g.bureau_id and u.id = g.police_room_id
      where g.${inBureau("140802")} and g.kind = 'SCENIC'`;
    expect(scenic).toEqual([{ name: "关帝庙警务室" }]);
  });

  test("has nine vacant seats of three kinds, and enough members without a seat to fill them", async () => {
    expect(await vacancies("140802")).toEqual({ RESPONSIBLE_OFFICER: 2, AUXILIARY: 4, MEDIATOR: 3 });
    const free = await idle("140802");
    expect(free["OFFICER"]).toBeGreaterThanOrEqual(1);
    expect(free["AUXILIARY"]).toBeGreaterThanOrEqual(4);
    expect(free["MEDIATOR"]).toBeGreaterThanOrEqual(3);
  });

  test("has two seat holders on leave, one of them with a substitute", async () => {
    const away = await sql`
      select substitute_id is not null as substituted from absences x
      where ${inBureau("140802")} and starts_at <= ${now} and (ends_at is null or ends_at > ${now})
        and exists (select from assignments a where a.bureau_id = x.bureau_id and a.member_id = x.member_id and a.ends_at is null)
      order by 1`;
    expect(away).toEqual([{ substituted: false }, { substituted: true }]);
  });
});

test("太原市公安局杏花岭分局 is short of a second auxiliary in three of twelve communities", async () => {
  expect(await openGrids("140107")).toEqual({ COMMUNITY: 12 });
  expect(await strength("140107")).toEqual({ OFFICER: 30, AUXILIARY: 30 });
  expect(await vacancies("140107")).toEqual({ AUXILIARY: 3 });
  const short = await sql`
    select count(*)::int as holders from grids g join assignments a on a.bureau_id = g.bureau_id and a.grid_id = g.id
    where g.${inBureau("140107")} and a.duty = 'AUXILIARY' and a.ends_at is null group by g.id having count(*) = 1`;
  expect(short).toHaveLength(3);
});

/** Of 崇文: its command room, the officer of a grid, and a partner. */
const ofChongwen = ["officer-chongwen", "partner-chongwen", "room-chongwen"];

test("each bureau has an administrator, a dispatcher, an auditor and a chief for each of its stations, and 孝义 those who work together", async () => {
  for (const { code, accounts: all } of loaded.bureaus) {
    const accounts = all.filter(({ name }) => !ofChongwen.includes(name));
    const own = all.filter((account) => !accounts.includes(account)).map(({ name }) => name);
    expect(own.sort()).toEqual(code === "141181" ? ofChongwen : []);
    const { STATION: stations } = await units(code);
    const roles = accounts.map((account) => account.role).sort();
    expect(roles).toEqual([
      "AUDITOR",
      "BUREAU_ADMINISTRATOR",
      "DISPATCHER",
      ...Array<string>(stations ?? 0).fill("STATION_CHIEF"),
    ]);
    const granted = await sql`
      select a.name, g.role, a.display_name from accounts a join role_grants g on g.bureau_id = a.bureau_id and g.account_id = a.id
      where a.${inBureau(code)} and not a.must_change_password and (a.member_id is null or a.name in ${sql(ofChongwen)})`;
    expect(new Set(granted.map((row) => row["name"]))).toEqual(new Set(all.map((account) => account.name)));
  }
});

test("no assignment begins before its member joined or its grid opened, or goes on after either is gone", async () => {
  const astray = await sql`
    select a.id from assignments a
    join members m on m.bureau_id = a.bureau_id and m.id = a.member_id
    join grids g on g.bureau_id = a.bureau_id and g.id = a.grid_id
    cross join lateral (select (a.starts_at at time zone 'Asia/Shanghai')::date as first, (a.ends_at at time zone 'Asia/Shanghai')::date as past) day
    where first < m.joined_on or first < g.opened_on
      or coalesce(past, 'infinity') > least(coalesce(m.left_on, 'infinity'), coalesce(g.closed_on, 'infinity'))`;
  expect(astray).toEqual([]);
});

test("every unit and division may be found by its pinyin initials", async () => {
  const nameless =
    await sql`select name from units where name_initials = '' union all select name from divisions where name_initials = ''`;
  expect(nameless).toEqual([]);
  const [station] = await sql`select name_initials from units where name = '新义派出所'`;
  expect(station).toEqual({ name_initials: "xypcs" });
});

test("every bureau's members have a past: some seats had an earlier holder", async () => {
  const earlier = await sql<{ code: string; count: number }[]>`
    select b.code, count(*)::int from assignments a join bureaus b on b.bureau_id = a.bureau_id where a.ends_at is not null group by b.code`;
  expect(earlier).toHaveLength(4);
  for (const { count } of earlier) expect(count).toBeGreaterThan(3);
});

test("it was written as a role that row-level security and every exclusion constraint hold", async () => {
  const unguarded = await sql`
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'bureau_id' and not (c.relrowsecurity and c.relforcerowsecurity)`;
  expect(unguarded).toEqual([]);
  const exclusions = await sql`select conname from pg_constraint where contype = 'x' and convalidated order by conname`;
  expect(exclusions.map((row) => row["conname"])).toEqual([
    "absences_one_at_a_time",
    "assignments_once_on_a_seat",
    "assignments_one_responsible_officer",
    "checklist_versions_one_in_force",
    "deadline_rules_one_in_force",
    "duty_lines_one_in_force",
    "list_schemes_one_in_force",
    "matter_categories_one_in_force",
    "role_grants_administrator_is_no_auditor",
    "service_breaks_one_at_a_time",
    "staffing_standards_one_in_force",
    "work_pauses_one_at_a_time",
  ]);
});

test("the catalogue of 舞钢 is the bureau's, and 新义, 崇文, 解州 and 巨轮 have their own", async () => {
  const lines = await sql`
    select coalesce(u.name, b.name) as whose, count(*)::int, count(*) filter (where l.is_ours)::int as ours from duty_lines l
    join bureaus b on b.bureau_id = l.bureau_id left join units u on u.bureau_id = l.bureau_id and u.id = l.station_id group by 1 order by 2 desc, 3 desc`;
  expect(lines).toEqual([
    { whose: "新义派出所", count: 18, ours: 0 },
    { whose: "解州派出所", count: 16, ours: 8 },
    { whose: "巨轮派出所", count: 12, ours: 3 },
    { whose: "舞钢市公安局", count: 6, ours: 1 },
    { whose: "崇文派出所", count: 3, ours: 2 },
  ]);
});

test("the chain of each bureau's audit log holds and begins with its creation", async () => {
  const chains = await sql`
    select (select action from audit_entries e where e.bureau_id = b.bureau_id and sequence = 1), audit_chain_break(bureau_id) as broken from bureaus b`;
  expect(chains).toEqual(Array.from({ length: 4 }, () => ({ action: "bureau.create", broken: null })));
});

test("loading again writes nothing and tells of the same accounts", async () => {
  const before = logged.length;
  expect(await load()).toEqual(loaded);
  expect(logged).toHaveLength(before);
  expect(await sql`select count(*)::int from bureaus`).toEqual([{ count: 4 }]);
});

test("the roster of 舞钢 has 687 rows, one a member, over the 219 open grids", () => {
  const { columns, rows } = wugangRoster();
  expect(rows).toHaveLength(687);
  expect(new Set(rows.map(([badge]) => badge)).size).toBe(687);
  const codes = rows.flatMap((row) => row[columns.indexOf("网格编码")]!.split("、"));
  expect([codes.length, new Set(codes).size]).toEqual([219 * 4, 219]);
});
