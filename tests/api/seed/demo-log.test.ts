import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadedDemo, now, whileLoading } from "./demo.ts";

let sql: postgres.Sql;

beforeAll(async () => {
  ({ sql } = await loadedDemo());
}, whileLoading);
afterAll(() => sql.end());

const expectNone = async (rows: postgres.PendingQuery<postgres.Row[]>) => expect([...(await rows)]).toEqual([]);

/** What files brought by this day is not told row by row. */
const loadedOn = "2024-03-29";

/** Work goes on by day and by night, and most of it is of one bureau. */
const isOfOffices = () =>
  sql`(action !~ '^(work|matter|evidence|recheck)[.]|^checklist[.]makeRuns$|^weekReview[.]sign$')`;

test("each bureau's log has some hundreds of entries besides those of work, in order of time, in office hours, and in each month of the year", async () => {
  const logs = await sql`
    select b.code, count(*)::int as entries, max(at) < ${now} as past,
      count(distinct to_char(at, 'YYYY-MM')) filter (where at >= '2025-12-01' and at < '2026-11-01')::int as months
    from audit_entries e join bureaus b on b.bureau_id = e.bureau_id where ${isOfOffices()} group by b.code`;
  expect(logs).toHaveLength(4);
  for (const { code, entries, past, months } of logs) {
    expect([code, past, months]).toEqual([code, true, 11]);
    expect(entries, code).toBeGreaterThan(200);
    expect(entries, code).toBeLessThan(1_800);
  }
  await expectNone(sql`
    select action, at, extract(isodow from at at time zone 'Asia/Shanghai') as weekday from audit_entries
    where ${isOfOffices()} and ((at at time zone 'Asia/Shanghai')::time not between '8:30' and '18:00' or extract(isodow from at at time zone 'Asia/Shanghai') > 5)`);
  await expectNone(sql`
    select e.sequence from audit_entries e join audit_entries later on later.bureau_id = e.bureau_id and later.sequence = e.sequence + 1 where later.at < e.at`);
  await expectNone(
    sql`select bureau_id, at, count(*)::int from audit_entries where ${isOfOffices()} group by bureau_id, at having count(*) > 25`,
  );
});

test(
  "loaded just after a later midnight, it tells of nothing that is yet to be done, and nobody else is away",
  async () => {
    const midnight = new Date("2027-03-07T16:00:02Z");
    const { sql: later } = await loadedDemo(midnight);
    const newest = await later`select max(at) < ${midnight} as past from audit_entries group by bureau_id`;
    const chains = await later`select audit_chain_break(bureau_id) as broken from bureaus`;
    const away = await later`
    select b.code from absences a join bureaus b on b.bureau_id = a.bureau_id where starts_at <= ${midnight} and (ends_at is null or ends_at > ${midnight})`;
    await later.end();
    expect(newest.map(({ past }) => past)).toEqual([true, true, true, true]);
    expect(chains.map(({ broken }) => broken)).toEqual([null, null, null, null]);
    expect(away.map(({ code }) => code)).toEqual(["140802", "140802"]);
  },
  whileLoading,
);

test("each entry has its event, and one request tells of one moment", async () => {
  await expectNone(sql`
    (select bureau_id, at, action, entity_id from audit_entries except all select bureau_id, at, type, entity_id from outbox_events)
    union all (select bureau_id, at, type, entity_id from outbox_events except all select bureau_id, at, action, entity_id from audit_entries)`);
  await expectNone(
    sql`select bureau_id, request_id from audit_entries group by bureau_id, request_id having count(distinct (at, actor_name)) > 1`,
  );
});

test("whoever did it is an account of the bureau that was there by then and may do it: chiefs seats, absences, checklists and weeks of their own station", async () => {
  await expectNone(sql`
    select e.action, e.actor_name from audit_entries e left join accounts a on a.bureau_id = e.bureau_id and a.id = e.account_id and a.name = e.actor_name
    where (a.id is null or e.at < a.created_at) and (e.actor_name, e.account_id, e.action) is distinct from ('demo', null, e.action)
      and ((e.actor_name, e.account_id) is distinct from ('系统', null) or e.action not in ('checklist.makeRuns', 'recheck.draw'))`);
  await expectNone(sql`
    select e.action, e.actor_name from audit_entries e
    where e.account_id is null and e.action not in ('bureau.create', 'account.create', 'checklist.makeRuns', 'recheck.draw')`);
  await expectNone(sql`
    select e.action, g.role from audit_entries e join role_grants g on g.bureau_id = e.bureau_id and g.account_id = e.account_id
    where ${isOfOffices()} and (g.role not in ('BUREAU_ADMINISTRATOR', 'STATION_CHIEF') or (g.role = 'STATION_CHIEF' and e.action !~ '^(assignment|absence|checklist|weekReview)[.]'))`);
  await expectNone(sql`
    select e.action, e.actor_name, e.at from audit_entries e
    join role_grants g on g.bureau_id = e.bureau_id and g.account_id = e.account_id and g.role = 'STATION_CHIEF'
    join assignments a on a.bureau_id = e.bureau_id and a.id = e.entity_id
    cross join lateral (select (e.at at time zone 'Asia/Shanghai')::date as day) on_
    join grid_facts f on f.bureau_id = a.bureau_id and f.grid_id = a.grid_id and f.starts_on <= day and (f.ends_on is null or f.ends_on > day)
    where f.station_id <> g.unit_id`);
  await expectNone(sql`
    with recursive below as (
      select bureau_id, id as station_id, id from units where kind = 'STATION'
      union all select b.bureau_id, b.station_id, u.id from below b join units u on u.bureau_id = b.bureau_id and u.parent_id = b.id)
    select e.action, e.actor_name, e.at from audit_entries e
    join role_grants g on g.bureau_id = e.bureau_id and g.account_id = e.account_id and g.role = 'STATION_CHIEF'
    join absences x on x.bureau_id = e.bureau_id and x.id::text = coalesce(nullif(e.after, 'null'), e.before)->>'absenceId'
    cross join lateral (select (x.starts_at at time zone 'Asia/Shanghai')::date as day) first
    join member_units u on u.bureau_id = x.bureau_id and u.member_id = x.member_id and u.starts_on <= day and (u.ends_on is null or u.ends_on > day)
    where not exists (select from below b where b.bureau_id = g.bureau_id and b.station_id = g.unit_id and b.id = u.unit_id)`);
});

const tables = {
  Account: "accounts",
  Assignment: "assignments",
  Bureau: "bureaus",
  CalendarRevision: "calendar_revisions",
  ChecklistTemplate: "checklist_templates",
  DeadlineRule: "deadline_rules",
  DutyHolders: "duty_holders",
  DutyLine: "duty_lines",
  Grid: "grids",
  ImportRun: "import_runs",
  ListScheme: "list_schemes",
  Matter: "matters",
  MatterCategory: "matter_categories",
  Member: "members",
  Recheck: "rechecks",
  RecheckDraw: "recheck_draws",
  StaffingStandard: "staffing_standards",
  Unit: "units",
  WeekReview: "week_reviews",
  WorkItem: "work_items",
};

test("each entry is about a row that is there, and tells of it after telling of how it came", async () => {
  const types = await sql<
    { type: keyof typeof tables }[]
  >`select distinct entity_type as type from audit_entries order by 1`;
  expect(types.map(({ type }) => type)).toEqual(Object.keys(tables));
  for (const { type } of types) {
    const key = sql(type === "Bureau" ? "bureau_id" : "id");
    await expectNone(sql`
      select e.action, e.entity_id from audit_entries e where e.entity_type = ${type}
        and not exists (select from ${sql(tables[type])} t where t.bureau_id = e.bureau_id and t.${key} = e.entity_id)`);
  }
  await expectNone(sql`
    select e.action, e.entity_id from audit_entries e join audit_entries c on c.bureau_id = e.bureau_id and c.entity_id = e.entity_id and c.sequence > e.sequence
    where c.action in ('grid.create', 'unit.create', 'member.create', 'assignment.assign', 'account.create', 'matter.register', 'work.issue')`);
  await expectNone(sql`
    select e.entity_id from audit_entries e join audit_entries c on c.bureau_id = e.bureau_id and e.action = 'assignment.assign'
      and c.action in ('member.create', 'grid.create') and c.entity_id::text in (e.after->>'memberId', e.after->>'gridId') and c.sequence > e.sequence`);
});

test("what the log tells of a grid is what its periods say: each change once, as it was and as it became", async () => {
  const told = sql`
    select e.bureau_id, e.entity_id as grid_id, e.after->>'startsOn' as starts_on, e.reason, e.before, e.after - 'startsOn' as after
    from audit_entries e where e.action in ('grid.update', 'grid.move') and e.after ? 'startsOn'`;
  const facts = (row: string) =>
    sql.unsafe(
      `jsonb_build_object('stationId', ${row}.station_id, 'policeRoomId', ${row}.police_room_id, 'name', ${row}.name, 'kind', ${row}.kind, 'complexity', ${row}.complexity, 'level', ${row}.level)`,
    );
  await expectNone(sql`
    select f.grid_id, f.starts_on, t.before, t.after, t.reason from grid_facts f
    join grid_facts was on was.bureau_id = f.bureau_id and was.grid_id = f.grid_id and was.ends_on = f.starts_on
    full join (${told}) t on t.bureau_id = f.bureau_id and t.grid_id = f.grid_id and t.starts_on = f.starts_on::text
    where f.grid_id is null or t.grid_id is null or t.reason is distinct from f.reason
      or ${facts("was")} || t.before is distinct from ${facts("was")} or ${facts("was")} || t.after is distinct from ${facts("f")}
      or exists (select from jsonb_each(t.before) b where b.value = t.after->b.key)`);
  await expectNone(sql`
    select g.id from grids g full join (select bureau_id, entity_id, after->>'closedOn' as on_day from audit_entries where action = 'grid.close') e
      on e.bureau_id = g.bureau_id and e.entity_id = g.id where (g.closed_on is not null or e.entity_id is not null) and g.closed_on::text is distinct from e.on_day`);
  await expectNone(sql`
    select g.id, g.code from grids g join audit_entries e on e.bureau_id = g.bureau_id and e.entity_id = g.id and e.after ? 'countedYear' and e.action = 'grid.update'
    where to_jsonb(g.counted_year) <> e.after->'countedYear' or to_jsonb(g.households) <> coalesce(e.after->'households', to_jsonb(g.households))`);
});

test("what the log tells of a member is what the rows say: transfers, leavings and returns", async () => {
  await expectNone(sql`
    select u.member_id, u.starts_on, e.reason from member_units u
    join member_units was on was.bureau_id = u.bureau_id and was.member_id = u.member_id and was.ends_on = u.starts_on
    full join (select * from audit_entries where action = 'member.transfer') e
      on e.bureau_id = u.bureau_id and e.entity_id = u.member_id and e.after->>'startsOn' = u.starts_on::text
    where u.member_id is null or e.id is null or e.reason is distinct from u.reason
      or e.after->>'unitId' <> u.unit_id::text or e.before->>'unitId' <> was.unit_id::text`);
  const left = sql`
    select bureau_id, id as member_id, left_on as day from members where left_on is not null union all select bureau_id, member_id, starts_on from service_breaks`;
  await expectNone(sql`
    select l.member_id, e.entity_id from (${left}) l full join (select * from audit_entries where action = 'member.leave') e
      on e.bureau_id = l.bureau_id and e.entity_id = l.member_id and e.after->>'leftOn' = l.day::text where l.member_id is null or e.id is null`);
  await expectNone(sql`
    select s.member_id, e.entity_id from service_breaks s full join (select * from audit_entries where action = 'member.return') e
      on e.bureau_id = s.bureau_id and e.entity_id = s.member_id and e.before->>'leftOn' = s.starts_on::text and e.after->>'startsOn' = s.ends_on::text
    where s.member_id is null or e.id is null or e.reason is distinct from s.reason`);
  await expectNone(sql`
    select m.badge from members m join audit_entries e on e.bureau_id = m.bureau_id and e.entity_id = m.id
    where coalesce(e.before->>'phone', '') || coalesce(e.after->>'phone', '') ~ '[0-9]{5}' or e.after->>'phone' <> '***' || right(m.phone, 4)`);
});

test("what the log tells of seats and absences is what the rows say", async () => {
  await expectNone(sql`
    select a.id, e.entity_id from (select * from assignments where (starts_at at time zone 'Asia/Shanghai')::date > ${loadedOn}) a
    full join (select * from audit_entries where action = 'assignment.assign') e on e.bureau_id = a.bureau_id and e.entity_id = a.id
    where a.id is null or e.id is null or e.reason is distinct from a.reason or (e.after->>'startsAt')::timestamptz <> a.starts_at
      or e.after->>'memberId' <> a.member_id::text or e.after->>'gridId' <> a.grid_id::text or e.after->>'duty' <> a.duty`);
  await expectNone(sql`
    select a.id, e.entity_id from (select * from assignments where ends_at is not null) a
    full join (select * from audit_entries where action = 'assignment.end') e on e.bureau_id = a.bureau_id and e.entity_id = a.id
    where a.id is null or e.id is null or e.reason is distinct from a.end_reason or (e.after->>'endsAt')::timestamptz <> a.ends_at`);
  await expectNone(sql`
    select x.id, e.entity_id from absences x full join (select * from audit_entries where action = 'absence.record') e
      on e.bureau_id = x.bureau_id and e.after->>'absenceId' = x.id::text
    where x.id is null or e.id is null or e.entity_id <> x.member_id or (e.after->>'startsAt')::timestamptz <> x.starts_at or e.reason <> x.reason
      or e.after->>'substituteId' is distinct from x.substitute_id::text`);
  await expectNone(sql`
    with last as (select distinct on (bureau_id, said->>'absenceId') bureau_id, said->>'absenceId' as absence_id, action, said->>'startsAt' as starts_at, said->>'endsAt' as ends_at
      from audit_entries cross join lateral (select coalesce(nullif(after, 'null'), before) as said) s where action like 'absence.%' order by bureau_id, said->>'absenceId', sequence desc)
    select x.id from absences x join last on last.bureau_id = x.bureau_id and last.absence_id = x.id::text
    where x.ends_at is distinct from (case last.action when 'absence.cancel' then last.starts_at else last.ends_at end)::timestamptz`);
});

test("what the log tells of the calendar is what was published: the years loaded are its days, and who did it", async () => {
  await expectNone(sql`
    select r.id from calendar_revisions r left join audit_entries e on e.bureau_id = r.bureau_id and e.entity_id = r.id and e.action = 'calendar.publish'
    where e.id is null or e.at <> r.published_at or e.actor_name <> r.published_by or e.reason <> r.note or e.after->'announcedYears' <> to_jsonb(r.announced_years)`);
  await expectNone(sql`
    select d.day, t.day from calendar_days d full join (
      select e.bureau_id, day->>'day' as day, day->>'opening' as opening, day->>'name' as name
      from audit_entries e cross join lateral jsonb_array_elements(e.after->'days') day where e.action = 'calendar.loadHolidays') t
      on t.bureau_id = d.bureau_id and t.day = d.day::text where (d.opening, d.name) is distinct from (t.opening, t.name)`);
});
