import { afterAll, beforeAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { demand } from "../assignments/staffing.ts";
import { makeGrid, makeStation } from "../grids/ground.ts";
import { act, field, keepSignedIn, seat } from "../work/ground.ts";
import { goTo, passTo } from "../work/time-passes.ts";
import {
  change,
  type ChecklistGround,
  draft,
  layChecklists,
  makeRuns,
  onlyRunOf,
  published,
  runFields,
  runsOf,
  submit,
  visit,
} from "./ground.ts";

let ground: ChecklistGround;
beforeAll(async () => {
  ground = await layChecklists();
  await keepSignedIn(ground.bureau);
});
afterAll(() => void (clock.at = null));

const daysOf = (runs: { occurrenceOn: string }[]) => runs.map(({ occurrenceOn }) => occurrenceOn);

test("seats are those that a standard asks for or somebody holds, of the kinds of grid that owe it; a vacant one owes it too", async () => {
  const { bureau, grid, officer } = ground;
  goTo("2026-03-02T08:00");
  const stationId = await makeStation(bureau);
  const [asked, held, other, closed] = [
    await makeGrid(bureau, stationId, { kind: "SCENIC" }),
    await makeGrid(bureau, stationId),
    await makeGrid(bureau, stationId),
    await makeGrid(bureau, stationId, { kind: "SCENIC" }),
  ];
  await demand(bureau, { gridKind: "SCENIC", duty: "MEDIATOR" });
  const mediator = await field(bureau, stationId, { kind: "MEDIATOR" });
  const second = await field(bureau, stationId, { kind: "MEDIATOR" });
  for (const { memberId } of [mediator, second]) await seat(bureau, held.id, memberId, "MEDIATOR");
  await bureau.sql((sql) => sql`update grids set closed_on = '2026-03-01' where id = ${closed.id}`);
  const owers = [{ duty: "MEDIATOR" }, { duty: "MEDIATOR", gridKind: "SCENIC" }];
  const template = await published(bureau.administrator, { content: { ...visit, owers } });
  await makeRuns(bureau);
  const runs = await runsOf(bureau.administrator, template.id, {}, `${runFields} isVacant responsible { id }`);
  expect(runs.map((run: { grid: { id: string } }) => run.grid.id).sort()).toEqual([asked.id, held.id].sort());
  const vacant = runs.find((run: { grid: { id: string } }) => run.grid.id === asked.id);
  expect(vacant).toMatchObject({ isVacant: true, duty: "MEDIATOR", events: [{ answeredBy: null }] });
  const taken = runs.find((run: { grid: { id: string } }) => run.grid.id === held.id);
  expect(taken.responsible).toHaveLength(2);
  expect(new Set(runs.map(({ number }: { number: string }) => number)).size).toBe(2);
  for (const id of [grid.id, other.id])
    expect(await runsOf(bureau.administrator, template.id, { gridId: id })).toEqual([]);
  const onlyScenic = await published(bureau.administrator, { content: { ...visit, owers: [owers[1]] } });
  await makeRuns(bureau);
  expect(await runsOf(bureau.administrator, onlyScenic.id)).toHaveLength(1);
  expect(await runsOf(officer, onlyScenic.id)).toEqual([]);
});

test("a station's own checklist is owed at that station alone, and by who commands there", async () => {
  const { bureau, stationId, chief, grid, dispatcher } = ground;
  goTo("2026-03-02T08:00");
  const elsewhere = await makeStation(bureau);
  const there = await makeGrid(bureau, elsewhere);
  await seat(bureau, there.id, (await field(bureau, elsewhere)).memberId);
  const template = await published(chief, { stationId });
  await makeRuns(bureau);
  const run = await onlyRunOf(bureau.administrator, template.id);
  expect(run.grid.id).toBe(grid.id);
  expect(template).toMatchObject({ isOfBureau: false });
  expect((await draft(chief, { stationId })).viewerMay).toContain("PUBLISH_CHECKLIST");
  const { checklistTemplate } = await dispatcher.run(`query ($id: ID!) { checklistTemplate(id: $id) { viewerMay } }`, {
    id: template.id,
  });
  expect(checklistTemplate.viewerMay).toEqual([]);
});

test("A1, A6: made twice at once and again, each seat has one run of a day, and batches tell of it once", async () => {
  const { bureau, stationId } = ground;
  goTo("2026-03-02T08:00");
  const owers = [{ duty: "SECURITY_DIRECTOR" }];
  for (let count = 0; count < 12; count++) {
    const grid = await makeGrid(bureau, stationId);
    await seat(bureau, grid.id, (await field(bureau, stationId)).memberId, "SECURITY_DIRECTOR");
  }
  const template = await published(
    bureau.administrator,
    { content: { ...visit, owers, startsOn: "2026-02-02" } },
    "START",
  );
  await Promise.all([makeRuns(bureau), makeRuns(bureau)]);
  await makeRuns(bureau);
  const made = await bureau.sql(
    (sql) => sql<{ on: string; runs: number; told: number; numbers: number }[]>`
      select occurrence_on::text as on, count(*)::int as runs, count(distinct number)::int as numbers,
        (select sum(runs)::int from checklist_batches b where b.template_id = i.template_id and b.occurrence_on = i.occurrence_on) as told
      from work_items i where template_id = ${template.id} group by template_id, occurrence_on order by 1`,
  );
  expect(made.map(({ on }) => on)).toEqual(["2026-02-02", "2026-02-09", "2026-02-16", "2026-02-23", "2026-03-02"]);
  for (const each of made) expect(each).toMatchObject({ runs: 12, told: 12, numbers: 12 });
  const { checklistTemplate } = await bureau.administrator.run(
    `query ($id: ID!) { checklistTemplate(id: $id) { madeThrough } }`,
    { id: template.id },
  );
  expect(checklistTemplate.madeThrough).toBe("2026-03-02");
});

test("A3: a run done late or early leaves the next one where the rule has it", async () => {
  const { bureau, officer } = ground;
  goTo("2026-03-02T08:00");
  const template = await published(bureau.administrator);
  await makeRuns(bureau);
  const first = await onlyRunOf(officer, template.id);
  goTo("2026-03-05T16:00");
  await submit(officer, first.id);
  await makeRuns(bureau);
  expect(daysOf(await runsOf(officer, template.id))).toEqual(["2026-03-02"]);
  goTo("2026-03-09T01:00");
  await makeRuns(bureau);
  const [, second] = await runsOf(officer, template.id);
  await submit(officer, second.id);
  goTo("2026-03-16T01:00");
  await makeRuns(bureau);
  expect(daysOf(await runsOf(officer, template.id))).toEqual(["2026-03-02", "2026-03-09", "2026-03-16"]);
});

test("A4: a series whose runs were all cancelled goes on", async () => {
  const { bureau, officer, chief } = ground;
  goTo("2026-03-02T08:00");
  const template = await published(bureau.administrator);
  await makeRuns(bureau);
  const first = await onlyRunOf(officer, template.id);
  await act(chief, "cancelWork", { id: first.id, reason: "本周封村" });
  goTo("2026-03-09T08:00");
  await makeRuns(bureau);
  const runs = await runsOf(officer, template.id);
  expect(runs.map(({ state }: { state: string }) => state)).toEqual(["CANCELLED", "ACCEPTED"]);
});

test("A13: an open run of 200 days ago stands on who owes it, and days without a server are made up for", async () => {
  const { bureau, officer } = ground;
  goTo("2026-03-02T08:00");
  const content = { ...visit, windowDays: 366, recurrence: "FREQ=MONTHLY;BYMONTHDAY=2" };
  const template = await published(bureau.administrator, { content });
  await makeRuns(bureau);
  await passTo(bureau, "2026-09-18T08:00");
  await makeRuns(bureau);
  expect(daysOf(await runsOf(officer, template.id))).toHaveLength(7);
  const { myWork } = await officer.run(`query { myWork(first: 100, part: TO_DO) { nodes { id occurrenceOn } } }`);
  const [old] = await runsOf(officer, template.id, { to: "2026-03-02" });
  expect(myWork.nodes.map(({ id }: { id: string }) => id)).toContain(old.id);
});

test("A5: of past days it is told how many there are, and none is made unless that is asked for", async () => {
  const { bureau, officer } = ground;
  goTo("2026-03-04T08:00");
  const startsOn = "2025-12-05";
  const content = { ...visit, startsOn };
  const { checklistPreview } = await bureau.administrator.run(
    `query ($input: ChecklistPreviewInput!) { checklistPreview(input: $input) { dates pastDates seats vacantSeats runs minutes unannouncedYears owing { gridId duty isVacant } burdens { memberId runs minutes } } }`,
    { input: content },
  );
  expect(checklistPreview.dates).toHaveLength(12);
  expect(checklistPreview.dates[0]).toBe("2026-03-09");
  expect(checklistPreview.pastDates).toHaveLength(13);
  expect(checklistPreview.unannouncedYears).toEqual([2026]);
  const own = checklistPreview.burdens.find(({ memberId }: { memberId: string }) => memberId === officer.memberId);
  expect(own).toEqual({ memberId: officer.memberId, runs: 12, minutes: 12 * 90 });
  expect(checklistPreview.runs).toBe(checklistPreview.seats * 12);
  expect(checklistPreview.owing).toHaveLength(checklistPreview.seats);
  const vacant = checklistPreview.owing.filter(({ isVacant }: { isVacant: boolean }) => isVacant);
  expect(vacant).toHaveLength(checklistPreview.vacantSeats);
  expect(checklistPreview.owing).toContainEqual({
    gridId: ground.grid.id,
    duty: "RESPONSIBLE_OFFICER",
    isVacant: false,
  });
  expect(checklistPreview.minutes).toBe(checklistPreview.runs * 90);
  const before = await bureau.sql((sql) => sql`select count(*)::int as count from work_items where kind = 'RUN'`);
  const quiet = await published(bureau.administrator, { content });
  await makeRuns(bureau);
  expect(await runsOf(officer, quiet.id)).toEqual([]);
  const asked = await published(bureau.administrator, { content }, "START");
  await makeRuns(bureau);
  expect(await runsOf(officer, asked.id, { gridId: ground.grid.id })).toHaveLength(13);
  expect(before).toHaveLength(1);
});

test("with another calendar in force its days off decide, as each version says", async () => {
  const { bureau, officer } = ground;
  goTo("2026-03-02T08:00");
  const template = await published(bureau.administrator, {
    content: { ...visit, recurrence: "FREQ=DAILY", onClosedDay: "SKIP", windowDays: 1 },
  });
  goTo("2026-03-09T08:00");
  await makeRuns(bureau);
  expect(daysOf(await runsOf(officer, template.id))).toEqual([
    "2026-03-02",
    "2026-03-03",
    "2026-03-04",
    "2026-03-05",
    "2026-03-06",
    "2026-03-09",
  ]);
  const next = await change(bureau.administrator, "setChecklistDraft", {
    id: template.id,
    expectedVersion: (await currentVersion(template.id))!,
    content: { ...visit, startsOn: "2026-03-10" },
  });
  expect(next.versions.map(({ state }: { state: string }) => state)).toEqual(["DRAFT", "PUBLISHED"]);
});

async function currentVersion(id: string): Promise<number> {
  const { checklistTemplate } = await ground.bureau.administrator.run(
    `query ($id: ID!) { checklistTemplate(id: $id) { version } }`,
    { id },
  );
  return checklistTemplate.version;
}

test("a version that is published on a day whose runs were made adds those that only it asks for", async () => {
  const { bureau, stationId } = ground;
  goTo("2026-03-02T08:00");
  const template = await published(bureau.administrator);
  await makeRuns(bureau);
  const grid = await makeGrid(bureau, stationId);
  await seat(bureau, grid.id, (await field(bureau, stationId)).memberId, "GRID_WORKER");
  const content = { ...visit, owers: [...visit.owers, { duty: "GRID_WORKER" }] };
  const next = await change(bureau.administrator, "setChecklistDraft", {
    id: template.id,
    expectedVersion: template.version,
    content,
  });
  await change(bureau.administrator, "publishChecklist", { id: template.id, expectedVersion: next.version });
  await makeRuns(bureau);
  const added = await runsOf(bureau.administrator, template.id, { duty: "GRID_WORKER" });
  expect(added.map((run: { checklist: { number: number } }) => run.checklist.number)).toEqual([2]);
  const others = await runsOf(bureau.administrator, template.id, {
    duty: "RESPONSIBLE_OFFICER",
    gridId: ground.grid.id,
  });
  expect(others.map((run: { checklist: { number: number } }) => run.checklist.number)).toEqual([1]);
});

test("A1, A36: a run that is handed on to a member stays the run of its seat, and the seat gets no second one", async () => {
  const { bureau, officer, colleague, chief } = ground;
  goTo("2026-03-02T08:00");
  const template = await published(bureau.administrator);
  await makeRuns(bureau);
  const [run] = await runsOf(officer, template.id, { gridId: ground.grid.id });
  const input = { giverId: officer.memberId, takerId: colleague.memberId, itemIds: [run.id] };
  const { id } = await act(officer, "beginHandover", input, "id");
  await act(colleague, "confirmHandover", { id }, "id");
  await bureau.sql((sql) => sql`update checklist_templates set made_through = '2026-03-01' where id = ${template.id}`);
  await makeRuns(bureau);
  const runs = await runsOf(
    bureau.administrator,
    template.id,
    { gridId: ground.grid.id },
    `${runFields} member { id }`,
  );
  expect(runs).toMatchObject([
    { id: run.id, duty: null, member: { id: colleague.memberId }, occurrenceOn: "2026-03-02" },
  ]);
  expect(
    await runsOf(bureau.administrator, template.id, { duty: "RESPONSIBLE_OFFICER", gridId: ground.grid.id }),
  ).toHaveLength(1);
  const done = await submit(colleague, run.id);
  expect(done).toMatchObject({ state: "SUBMITTED", dueOn: null });
  expect((await onlyRunOf(chief, template.id, { gridId: ground.grid.id })).viewerMay).toContain("CLOSE_WORK");
});

test("what runs take of a week is part of a member's burden", async () => {
  const { bureau } = ground;
  goTo("2026-03-02T08:00");
  const stationId = await makeStation(bureau);
  const grid = await makeGrid(bureau, stationId, { kind: "COMMERCIAL" });
  const mediator = await field(bureau, stationId, { kind: "MEDIATOR" });
  await seat(bureau, grid.id, mediator.memberId, "MEDIATOR");
  await published(bureau.administrator, {
    content: { ...visit, owers: [{ duty: "MEDIATOR", gridKind: "COMMERCIAL" }] },
  });
  await makeRuns(bureau);
  const { node } = await bureau.administrator.run(
    `query ($id: ID!) { node(id: $id) { ... on Member { burden(week: "2026-03-04") { minutes tasks runs } } } }`,
    { id: mediator.memberId },
  );
  expect(node.burden).toEqual({ minutes: 90, tasks: 0, runs: 1 });
});
