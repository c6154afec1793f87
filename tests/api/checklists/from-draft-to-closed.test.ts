import { afterAll, beforeAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { auditOf } from "../grids/ground.ts";
import { act, keepSignedIn } from "../work/ground.ts";
import { goTo } from "../work/time-passes.ts";
import {
  change,
  type ChecklistGround,
  draft,
  layChecklists,
  makeRuns,
  onlyRunOf,
  runFields,
  submit,
  visit,
} from "./ground.ts";

let ground: ChecklistGround;
beforeAll(async () => {
  ground = await layChecklists();
  await keepSignedIn(ground.bureau);
  goTo("2026-03-04T10:00");
});
afterAll(() => void (clock.at = null));

test("a checklist is drafted and published; its run is made, filled in, returned, filled in again and closed", async () => {
  const { bureau, officer, chief, dispatcher, stationId } = ground;
  const drafted = await draft(bureau.administrator);
  expect(drafted).toMatchObject({ isOfBureau: true, versions: [{ number: 1, state: "DRAFT", isInForce: false }] });
  expect(drafted.versions[0].items.map(({ code }: { code: string }) => code)).toEqual(
    visit.items.map(({ code }) => code),
  );
  const template = await change(bureau.administrator, "publishChecklist", {
    id: drafted.id,
    expectedVersion: drafted.version,
    begins: "THIS_WEEK",
  });
  expect(template.versions[0]).toMatchObject({ state: "PUBLISHED", isInForce: true, madeFrom: "2026-03-02" });
  await makeRuns(bureau);

  const run = await onlyRunOf(officer, template.id);
  expect(run).toMatchObject({
    number: `${template.code}-20260302-0001`,
    kind: "RUN",
    state: "ACCEPTED",
    title: "每周走访",
    occurrenceOn: "2026-03-02",
    windowEndsOn: "2026-03-08",
    dueOn: "2026-03-08",
    nextDueAt: "2026-03-08T16:00:00.000Z",
    burdenMinutes: 90,
    checklist: { number: 1, template: { code: template.code } },
    events: [{ action: "ISSUE", cause: "JOB", answeredBy: { id: officer.memberId } }],
  });
  expect(run.viewerMay).toContain("SUBMIT_WORK");

  const submitted = await submit(officer, run.id);
  expect(submitted).toMatchObject({ state: "SUBMITTED", feedback: { round: 1, checklist: { number: 1 } } });
  expect(
    submitted.feedback.answers.map(({ code, count, choice }: Record<string, unknown>) => [code, count ?? choice]),
  ).toEqual([
    ["HOUSEHOLDS", 12],
    ["HAZARDS", 0],
    ["PUBLICITY", "入户"],
  ]);
  const seen = await onlyRunOf(dispatcher, template.id);
  expect(seen.viewerMay).not.toContain("CLOSE_WORK");
  const returned = await act(
    chief,
    "returnWork",
    { id: run.id, expectedVersion: submitted.version, reason: "户数有误" },
    runFields,
  );
  expect(returned).toMatchObject({ state: "RETURNED", round: 2, checklist: { number: 1 } });
  const again = await submit(officer, run.id);
  const closed = await act(chief, "closeWork", { id: run.id, expectedVersion: again.version }, runFields);
  expect(closed).toMatchObject({ state: "CLOSED", outcome: "ACCEPTED", isLate: false, feedback: { round: 2 } });

  const actions = (await auditOf(bureau, template.id)).map(({ action }: { action: string }) => action);
  expect(actions).toEqual(["checklist.draft", "checklist.publish", "checklist.makeRuns"]);
  const batches = await bureau.sql(
    (sql) => sql`select runs, is_last, station_id from checklist_batches where template_id = ${template.id}`,
  );
  expect(batches).toEqual([{ runs: 1, isLast: true, stationId }]);
});

test("a run that nobody reviews closes itself, and counts as done by who handed it in", async () => {
  const { bureau, officer } = ground;
  const { id, version } = await draft(bureau.administrator, { content: { ...visit, isReviewed: false } });
  await change(bureau.administrator, "publishChecklist", { id, expectedVersion: version, begins: "THIS_WEEK" });
  await makeRuns(bureau);
  const run = await onlyRunOf(officer, id);
  expect(await submit(officer, run.id)).toMatchObject({ state: "CLOSED", outcome: "ACCEPTED", isOpen: false });
});
