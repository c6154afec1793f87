import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase } from "../support/database.ts";
import { codeOf, loadDataset } from "./dataset.ts";
import { loadWork } from "./work-dataset.ts";

const shape = { bureaus: 2, grids: 225, firstBureau: 1, onDay: "2026-11-28", passwordHash: "", audited: true };
const workShape = { codes: [codeOf(1), codeOf(2)], items: 2_000, runs: 260 };
let sql: Sql;
let url: string;
let catalogue: object[];

beforeAll(async () => {
  url = (await freshDatabase()).superuserUrl;
  sql = postgres(url, { max: 1, onnotice: () => {} });
  catalogue = await indexesAndConstraints();
  await loadDataset(url, shape);
  await loadWork(url, workShape);
});

afterAll(() => sql.end());

const indexesAndConstraints = () => sql`
  select pg_get_indexdef(indexrelid) as is from pg_index join pg_class on pg_class.oid = indexrelid where relnamespace = 'public'::regnamespace
  union all select pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace order by 1`;

const count = async (table: string) =>
  (await sql`select count(*)::int as n from ${sql(table)} group by bureau_id`).map(({ n }) => n);

it("holds the bureaus that were asked for", async () => {
  expect([await count("grids"), await count("members")]).toEqual([
    [225, 225],
    [687, 687],
  ]);
  for (const table of ["units", "assignments", "absences", "staffing_standards", "audit_entries"])
    expect([table, (await count(table)).every((rows) => rows > 20)]).toEqual([table, true]);
});

it("keeps to the foreign keys that its loading passed over", async () => {
  const keys = await sql`
    select conrelid::regclass::text as table, confrelid::regclass::text as target, conname,
      (select string_agg(format('o.%I = t.%I', o.attname, t.attname), ' and ') from unnest(conkey, confkey) k (mine, theirs)
        join pg_attribute o on o.attrelid = conrelid and o.attnum = mine join pg_attribute t on t.attrelid = confrelid and t.attnum = theirs) as joined,
      (select string_agg(format('o.%I is not null', attname), ' and ') from pg_attribute where attrelid = conrelid and attnum = any(conkey)) as given
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`;
  expect(keys.length).toBeGreaterThan(15);
  for (const { table, target, conname, joined, given } of keys) {
    const orphans = await sql.unsafe(
      `select from ${table} o where ${given} and not exists (select from ${target} t where ${joined})`,
    );
    expect([conname, orphans.length]).toEqual([conname, 0]);
  }
});

it("leaves every index and constraint as it was, and the audit chains whole", async () => {
  expect(await indexesAndConstraints()).toEqual(catalogue);
  const chains = await sql`select audit_chain_break(bureau_id) as broken from bureaus`;
  expect(chains.map(({ broken }) => broken)).toEqual([null, null]);
});

it("has vacancies, plans and people away on its day, beside four years that have passed", async () => {
  const [found] = await sql`
    select count(*) filter (where starts_at > day) > 0 as planned, count(*) filter (where ends_at < day) > 1000 as past, min(starts_at) < day - interval '3 years' as old,
      (select count(*) > 10 from absences where starts_at <= day and ends_at > day) as away
    from assignments, (select ${shape.onDay}::timestamptz as day) d group by day`;
  expect(found).toEqual({ planned: true, past: true, old: true, away: true });
});

it("is loaded once, and not over a dataset of another shape", async () => {
  expect(await loadDataset(url, shape)).toBe(false);
  await expect(loadDataset(url, { ...shape, grids: 90 })).rejects.toThrow("other bureaus");
});

it("lays work in bureaus that are there: four items a grid are open, and of each there is the issue and the last step", async () => {
  expect(await count("work_items")).toEqual([2_260, 2_260]);
  const [found] = await sql`
    select count(*) filter (where kind <> 'RUN' and closed_at is null and state <> 'CANCELLED')::int as open, count(distinct kind)::int as kinds, bool_and(e.action = 'ISSUE') as issued,
      bool_and(l.sequence = last_sequence and l.at = last_event_at and l.to_state = state) as stepped
    from work_items i left join work_events e on e.bureau_id = i.bureau_id and e.item_id = i.id and e.sequence = 1
    left join work_events l on l.bureau_id = i.bureau_id and l.id = i.last_event_id`;
  expect(found).toEqual({ open: 2 * 4 * 224, kinds: 4, issued: true, stepped: true });
  expect(await loadWork(url, workShape)).toEqual([]);
});

it("lays a run a week for as many seats as that makes, of which some were missed and some wait", async () => {
  const [found] = await sql`
    select count(distinct grid_id)::int as grids, count(*) filter (where state = 'ACCEPTED')::int as open, count(*) filter (where state = 'SUBMITTED') > 0 as waiting,
      count(*) filter (where state = 'MISSED') between 10 and 50 as missed, count(distinct occurrence_on)::int as weeks from work_items where kind = 'RUN'`;
  expect(found).toEqual({ grids: 6, open: 6, waiting: true, missed: true, weeks: 104 });
});
