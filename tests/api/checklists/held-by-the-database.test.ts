import { newId } from "@maple-bridge/server/kernel/ids";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { makeGrid } from "../grids/ground.ts";
import { keepSignedIn } from "../work/ground.ts";
import { goTo } from "../work/time-passes.ts";
import {
  type ChecklistGround,
  failing,
  layChecklists,
  makeRuns,
  onlyRunOf,
  published,
  runsOf,
  submit,
  visit,
} from "./ground.ts";

let ground: ChecklistGround;
beforeAll(async () => {
  ground = await layChecklists();
  await keepSignedIn(ground.bureau);
  goTo("2026-03-02T10:00");
});
afterAll(() => void (clock.at = null));

async function opened(content: object = {}) {
  const template = await published(ground.bureau.administrator, { content: { ...visit, ...content } });
  await makeRuns(ground.bureau);
  return { template, run: await onlyRunOf(ground.officer, template.id) };
}

const attack = (statement: string) => ground.bureau.sql((sql) => sql.unsafe(statement));
const clone = (table: string, id: string, change: object) =>
  `insert into ${table} select (jsonb_populate_record(t, '${JSON.stringify(change)}')).* from ${table} t where t.id = '${id}'`;

test("A1: a seat has one run of a day, whoever writes", async () => {
  const { run } = await opened();
  await expect(attack(clone("work_items", run.id, { id: newId(), number: newId() }))).rejects.toMatchObject({
    constraint_name: "work_items_run_unique",
  });
});

test("a run is what it is: no version, day, seat or grid of it changes, and nothing else is a run", async () => {
  const { run } = await opened();
  const { run: other } = await opened();
  const grid = await makeGrid(ground.bureau, ground.stationId);
  for (const change of [
    `template_version_id = (select template_version_id from work_items where id = '${other.id}'), template_id = (select template_id from work_items where id = '${other.id}')`,
    "occurrence_on = '2026-03-03'",
    "seat_duty = 'MEDIATOR'",
    "window_ends_on = '2026-04-01'",
    `grid_id = '${grid.id}', last_sequence = last_sequence + 1`,
  ])
    await expect(attack(`update work_items set ${change} where id = '${run.id}'`), change).rejects.toMatchObject({
      constraint_name: "work_items_identity",
    });
  await expect(attack(`update work_items set late_days = null where id = '${run.id}'`)).rejects.toMatchObject({
    constraint_name: "work_items_runs",
  });
});

test("A31: a run is answered by its own version, and what was answered stays", async () => {
  const { run } = await opened();
  const { template: other } = await opened();
  const { feedback } = await submit(ground.officer, run.id, failing);
  const elsewhere = other.versions[0].id;
  await expect(
    attack(clone("run_reports", feedback.id, { id: newId(), round: 9, version_id: elsewhere })),
  ).rejects.toMatchObject({
    constraint_name: "run_reports_of_their_version",
  });
  const [answer] = await ground.bureau.sql(
    (sql) => sql<{ id: string }[]>`select id from run_answers where report_id = ${feedback.id} limit 1`,
  );
  await expect(
    attack(clone("run_answers", answer!.id, { id: newId(), version_id: elsewhere, code: "ROUTE" })),
  ).rejects.toMatchObject({
    constraint_name: "run_answers_report",
  });
  await expect(attack(clone("run_answers", answer!.id, { id: newId(), code: "NONE" }))).rejects.toMatchObject({
    constraint_name: "run_answers_item",
  });
  for (const table of ["run_reports", "run_answers", "run_hazards", "checklist_batches"])
    await expect(attack(`update ${table} set bureau_id = bureau_id`), table).rejects.toThrow(/permission denied/);
});

test("A12: an item of a run opens a matter once, and a matter is of one item, whoever writes", async () => {
  const { run } = await opened();
  await submit(ground.officer, run.id, failing);
  const [hazard] = await attack(`select matter_id as id from run_hazards where run_id = '${run.id}'`);
  const again = (position: number, matterId: string) =>
    attack(
      `insert into run_hazards (bureau_id, run_id, code, position, matter_id) select bureau_id, run_id, code, ${position}, '${matterId}' from run_hazards where run_id = '${run.id}'`,
    );
  const another = newId();
  await attack(clone("matters", hazard!["id"] as string, { id: another, number: another }));
  await expect(again(1, another)).rejects.toMatchObject({ constraint_name: "run_hazards_key" });
  await expect(again(2, hazard!["id"] as string)).rejects.toMatchObject({
    constraint_name: "run_hazards_matter_unique",
  });
});

test("a grid closes with its runs open: they are cancelled with it", async () => {
  const { bureau, stationId } = ground;
  const content = { owers: [{ duty: "MEDIATOR" }] };
  const grid = await makeGrid(bureau, stationId, { kind: "SCENIC" });
  await bureau.administrator.run(
    `mutation ($input: SetStaffingStandardInput!) { setStaffingStandard(input: $input) { id } }`,
    {
      input: {
        idempotencyKey: newKey(),
        gridKind: "SCENIC",
        complexity: "ORDINARY",
        duty: "MEDIATOR",
        atLeast: 1,
        from: "2026-01-01T00:00:00+08:00",
        reason: "新设",
      },
    },
  );
  const template = await published(bureau.administrator, { content: { ...visit, ...content } });
  await makeRuns(bureau);
  await bureau.administrator.run(`mutation ($input: CloseGridInput!) { closeGrid(input: $input) { id } }`, {
    input: { idempotencyKey: newKey(), id: grid.id, expectedVersion: grid.version, on: "2026-03-02", reason: "撤并" },
  });
  const [run] = await runsOf(bureau.administrator, template.id);
  expect(run).toMatchObject({
    state: "CANCELLED",
    events: [{ action: "ISSUE" }, { action: "CANCEL", reason: "网格已停用。" }],
  });
});
