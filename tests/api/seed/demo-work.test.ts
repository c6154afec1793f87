import { demoMeans } from "@maple-bridge/server/face/demo-means";
import { calendarRevision } from "@maple-bridge/server/modules/calendar";
import { dueBy, ledgerRules, pausesOf } from "@maple-bridge/server/modules/work";
import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadedDemo, now, whileLoading } from "./demo.ts";

let sql: postgres.Sql;

beforeAll(async () => {
  ({ sql } = await loadedDemo());
}, whileLoading);
afterAll(() => sql.end());

const expectNone = async (rows: postgres.PendingQuery<postgres.Row[]>) => expect([...(await rows)]).toEqual([]);

type Basis = Parameters<typeof dueBy>[1];
type Stored = Basis & {
  bureauId: string;
  itemId: string;
  calendarRevisionId: string;
  dueAt: Date;
  warnAt: Date;
  satisfiedAt: Date | null;
  voidAt: Date | null;
};

test("every stored due time is what the server works out from its basis, its calendar and its pauses", async () => {
  const clocks = await sql<Stored[]>`
    select c.bureau_id as "bureauId", c.item_id as "itemId", c.calendar_revision_id as "calendarRevisionId", c.unit, c.started_at as "startedAt", c.budget,
      c.extended_by as "extendedBy", r.warn_at_percent as "warnAtPercent", c.due_at as "dueAt", c.warn_at as "warnAt", c.satisfied_at as "satisfiedAt", c.void_at as "voidAt"
    from work_clocks c join deadline_rules r on r.bureau_id = c.bureau_id and r.id = c.rule_id`;
  expect(clocks.length).toBeGreaterThan(6_000);
  const pauses = await sql<{ itemId: string; startsAt: Date; endsAt: Date | null }[]>`
    select item_id as "itemId", starts_at as "startsAt", ends_at as "endsAt" from work_pauses`;
  const calendars = new Map<string, Awaited<ReturnType<typeof calendarOf>>>();
  for (const { bureauId, calendarRevisionId } of clocks)
    if (!calendars.has(bureauId)) calendars.set(bureauId, await calendarOf(bureauId, calendarRevisionId));
  const astray = clocks.filter((clock) => {
    const own = pauses.filter(({ itemId }) => itemId === clock.itemId);
    const { dueAt, warnAt } = dueBy(calendars.get(clock.bureauId)!, clock, pausesOf(clock, own));
    return dueAt.getTime() !== clock.dueAt.getTime() || warnAt.getTime() !== clock.warnAt.getTime();
  });
  expect(astray).toEqual([]);
});

async function calendarOf(bureauId: string, id: string) {
  const { shifts, days, ...calendar } = await calendarRevision({ sql: camel(sql), bureauId } as never, id);
  return { ...calendar, shifts, days };
}

/** The store's statements expect columns' names as the server's connections give them. */
function camel(own: postgres.Sql) {
  const toCamel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return async (strings: TemplateStringsArray, ...values: never[]) => {
    const rows = await own(strings, ...values);
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [toCamel(key), value])));
  };
}

/** Where steps lead that nobody chooses. */
const others: Record<string, string> = { END_RECEIPT: "CLOSED", MISS: "MISSED" };

test("each step is one that the state table has, from the state before, and the item is as its last event left it", async () => {
  const steps = await sql<{ action: string; from: string | null; to: string }[]>`
    select distinct e.action, e.from_state as "from", e.to_state as "to" from work_events e where e.action <> 'ISSUE' and not (
      e.action = 'SUBMIT' and e.to_state = 'CLOSED' and exists (
        select from work_items i join checklist_versions v on v.bureau_id = i.bureau_id and v.id = i.template_version_id
        where i.bureau_id = e.bureau_id and i.id = e.item_id and not v.is_reviewed))`;
  const after = (action: string) => ledgerRules.stateAfter(action as never);
  const astray = steps.filter(({ action, from, to }) => to !== (after(action) ?? others[action] ?? from));
  expect(astray).toEqual([]);
  await expectNone(sql`
    select e.item_id, e.sequence from work_events e left join work_events was on was.bureau_id = e.bureau_id and was.item_id = e.item_id and was.sequence = e.sequence - 1
    where e.from_state is distinct from was.to_state or (e.sequence > 1) <> (was.item_id is not null) or was.at > e.at`);
  await expectNone(sql`
    select i.number from work_items i join lateral (select * from work_events e where e.bureau_id = i.bureau_id and e.item_id = i.id order by sequence desc limit 1) e on true
    where (e.sequence, e.id, e.at, e.to_state, e.round) is distinct from (i.last_sequence, i.last_event_id, i.last_event_at, i.state, i.round) or i.version <> i.last_sequence`);
  await expectNone(sql`select item_id from work_events where at > ${now} or (account_id is null) <> (cause = 'JOB')`);
});

test("who answers takes the steps of who answers, and nobody assesses their own", async () => {
  await expectNone(sql`
    select e.item_id, e.action, e.actor_name from work_events e
    where e.action in ('ACCEPT', 'ARRIVE', 'SUBMIT', 'ASK_EXTENSION') and e.actor_member_id is distinct from e.answered_by_id`);
  await expectNone(sql`
    select c.item_id from work_events c join work_events s on s.bureau_id = c.bureau_id and s.item_id = c.item_id and s.action = 'SUBMIT'
    where c.action in ('CLOSE', 'RETURN', 'FOLLOW_UP') and c.actor_member_id = s.actor_member_id`);
});

test("an open matter is in somebody's hand, one that ended in nobody's, and a running clock is of open work", async () => {
  const open = sql`(select bureau_id, matter_id from work_items where state not in ('CLOSED', 'CANCELLED', 'MISSED'))`;
  await expectNone(sql`
    select m.number from matters m where (m.outcome is null) <> exists (select from ${open} o where o.bureau_id = m.bureau_id and o.matter_id = m.id)`);
  await expectNone(sql`
    select i.number from work_items i where state in ('CLOSED', 'CANCELLED') and (next_due_at is not null or exists (
      select from work_clocks c where c.bureau_id = i.bureau_id and c.item_id = i.id and satisfied_at is null and void_at is null))`);
  await expectNone(sql`
    select i.number from work_items i where is_late <> exists (
      select from work_clocks c where c.bureau_id = i.bureau_id and c.item_id = i.id and breached_at is not null)`);
});

test("numbers have no gap, and their series stand at the last", async () => {
  await expectNone(sql`
    with given as (
      select bureau_id, number from matters union all
      select bureau_id, number from work_items where kind = 'TASK' or order_kind in ('SUPERVISION', 'LINKAGE')),
    parts as (select bureau_id, regexp_match(number, '-(\\d{4})-([A-Z]?)(\\d{6})$') as part from given),
    counted as (select bureau_id, part[1]::int as year, part[2] as series, count(*)::int as count, max(part[3]::int) as last from parts group by 1, 2, 3)
    select s.series, s.year, s.last, c.* from number_series s full join counted c on c.bureau_id = s.bureau_id and c.series = s.series and c.year = s.year
    where (c.count, c.last) is distinct from (s.last, s.last)`);
  await expectNone(sql`
    select m.number from matters m where m.items <> (
      select count(*) from work_items i where i.bureau_id = m.bureau_id and i.matter_id = m.id and i.number like m.number || '-%')`);
});

test("categories and deadlines are those of the server's presets, but for 盐湖's consultations", async () => {
  const categories = await sql`
    select distinct kind, code, name, intake_class as "intakeClass", position from matter_categories where ends_at is null and code <> 'CONSULTATION'`;
  expect(new Set(categories.map((row) => JSON.stringify(Object.entries(row).sort())))).toEqual(
    new Set(demoMeans.categories.map((row) => JSON.stringify(Object.entries(row).sort()))),
  );
  const own = await sql`
    select b.code, c.name from matter_categories c join bureaus b on b.bureau_id = c.bureau_id where c.code = 'CONSULTATION'`;
  expect(own).toEqual([{ code: "140802", name: "咨询" }]);
  const rules = await sql`select count(*)::int from deadline_rules group by bureau_id`;
  expect(rules.map(({ count }) => count)).toEqual([1, 1, 1, 1].map(() => demoMeans.deadlines.length));
});

test("every bureau has work in every state, lit in every way, and of every kind", async () => {
  const bureaus = await sql<{ states: string[]; lights: string[]; kinds: string[] }[]>`
    select array_agg(distinct case when suspended_since is null then state else 'SUSPENDED' end) as states,
      array_agg(distinct case when next_due_at is null or suspended_since is not null then 'NONE' when next_due_at <= ${now} then 'OVERDUE' when warn_at <= ${now} then 'DUE_SOON' else 'NORMAL' end) as lights,
      array_agg(distinct coalesce(order_kind, kind)) || array_agg(distinct coalesce(card, 'NONE')) as kinds
    from work_items where kind <> 'RUN' group by bureau_id`;
  expect(bureaus).toHaveLength(4);
  for (const { states, lights, kinds } of bureaus) {
    expect(new Set(states)).toEqual(
      new Set([
        "ISSUED",
        "ACCEPTED",
        "ARRIVED",
        "SUBMITTED",
        "RETURNED",
        "DECLINED",
        "CLOSED",
        "CANCELLED",
        "SUSPENDED",
      ]),
    );
    expect(new Set(lights)).toEqual(new Set(["NONE", "OVERDUE", "DUE_SOON", "NORMAL"]));
    expect(kinds).toEqual(
      expect.arrayContaining([
        "INCIDENT",
        "CASE",
        "COMMUNITY",
        "SUPERVISION",
        "LINKAGE",
        "TASK",
        "RECEIPT",
        "YELLOW",
        "RED",
      ]),
    );
  }
});

test("what fell due long ago counts as told, so that a first start tells of a handful and sends nothing else up", async () => {
  const left = await sql<{ bureauId: string; count: number }[]>`
    select c.bureau_id as "bureauId", count(*)::int as count from work_clocks c join work_items i on i.bureau_id = c.bureau_id and i.id = c.item_id
    where c.satisfied_at is null and c.void_at is null and i.suspended_since is null and c.due_at <= ${now}
      and not exists (select from work_ticks t where t.bureau_id = c.bureau_id and t.clock_id = c.id and t.kind = 'OVERDUE' and t.at = c.due_at)
    group by 1`;
  expect(left.map(({ count }) => count)).toEqual([4, 4, 4, 4]);
  await expectNone(sql`
    select t.item_id from work_ticks t join work_clocks c on c.bureau_id = t.bureau_id and c.id = t.clock_id
    where c.breached_at is distinct from c.due_at or t.told_at > ${now} or t.at > ${now}`);
});

test("a station has weeks of runs: done, waiting for its chief, missed where nobody answered, each by the version and of a seat", async () => {
  const states = await sql<{ state: string; count: number }[]>`
    select state, count(*)::int as count from work_items where kind = 'RUN' group by state`;
  const counts = new Map(states.map(({ state, count }) => [state, count]));
  expect([...counts.keys()].toSorted()).toEqual(["ACCEPTED", "CLOSED", "MISSED", "SUBMITTED"]);
  expect(counts.get("CLOSED")!).toBeGreaterThan(counts.get("MISSED")!);
  await expectNone(sql`
    select i.number from work_items i left join run_reports r on r.bureau_id = i.bureau_id and r.item_id = i.id and r.id = i.feedback_id
    where i.kind = 'RUN' and (i.state in ('CLOSED', 'SUBMITTED')) <> (r.version_id is not distinct from i.template_version_id)`);
  await expectNone(sql`
    select b.occurrence_on, b.station_id, b.runs, made.count from checklist_batches b left join (
      select bureau_id, template_id, occurrence_on, station_id, count(*)::int as count from work_items where kind = 'RUN' group by 1, 2, 3, 4) made
    using (bureau_id, template_id, occurrence_on, station_id) where b.runs is distinct from made.count`);
});
