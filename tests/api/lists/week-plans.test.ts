import { modules } from "@maple-bridge/server/modules";
import { explain, planOf } from "@maple-bridge/server/operator/explain";
import { schemaOf } from "@maple-bridge/server/kernel/schema";
import postgres from "postgres";
import { expect, test } from "vitest";
import { codeOf, loadDataset } from "../../bench/dataset.ts";
import { loadWork } from "../../bench/work-dataset.ts";
import { freshDatabase } from "../../support/database.ts";

const nowhere = "00000000-0000-7000-8000-000000000000";
const asked = [
  {
    query: `query ($memberId: ID!, $week: LocalDate!) { threeLists(memberId: $memberId, week: $week) { week lines { key source standing } } }`,
    variables: { memberId: nowhere, week: "2026-11-23" },
  },
  {
    query: `query ($unitId: ID!, $from: LocalDate!) { weekMatrix(unitId: $unitId, from: $from, weeks: 8) { week lines done } }`,
    variables: { unitId: nowhere, from: "2026-10-05" },
  },
];

const bureaus = 1_000;
/** As many of each as so many bureaus have: the planner does not know that a station, a grid or a member is of one bureau. */
const apart = { bureau_id: bureaus, station_id: 14_000, grid_id: 225_000, submitted_by: 225_000, member_id: 225_000 };

/** Each look at work, with what it goes by. */
function looksAtWork(plan: readonly string[]) {
  return plan.flatMap((line, at) => {
    const [, index] = /Scan (?:using|on) (work_items_\w+)/.exec(line) ?? [];
    return index ? [{ index, by: plan[at + 1] ?? "" }] : [];
  });
}

test("among a thousand bureaus no week goes through all that a station was issued, or all that a member handed in", async () => {
  const { superuserUrl, applicationUrl } = await freshDatabase();
  await loadDataset(superuserUrl, {
    bureaus: 1,
    grids: 225,
    firstBureau: 1,
    onDay: "2026-11-28",
    passwordHash: "",
    audited: false,
  });
  await loadWork(superuserUrl, { codes: [codeOf(1)], items: 2_000, runs: 520 });
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  for (const [column, values] of Object.entries(apart))
    await sql`alter table work_items alter column ${sql(column)} set (n_distinct = ${sql.unsafe(String(values))})`;
  await sql`analyze work_items`;
  await sql`update pg_class set reltuples = reltuples * ${bureaus} where oid = 'work_items'::regclass or oid in (select indexrelid from pg_index where indrelid = 'work_items'::regclass)`;
  await sql.end();
  const schema = schemaOf(modules);
  for (const each of asked) {
    const { plan } = explain(schema, each);
    const looks = looksAtWork(await planOf(applicationUrl, plan));
    const byMember = looks.filter(({ index }) => index === "work_items_submitted_index");
    expect(looks.map(({ index }) => index)).not.toContain("work_items_created_index");
    expect(looks.map(({ index }) => index)).toContain("work_items_seat_closed_index");
    expect(byMember.length).toBeGreaterThan(0);
    for (const { by } of byMember) expect(by).toContain("closed_on >=");
  }
});
