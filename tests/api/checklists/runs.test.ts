import { afterAll, beforeAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { digestOf, photo, send } from "../evidence/sending.ts";
import { act, keepSignedIn, refusedAct } from "../work/ground.ts";
import { goTo, runJob } from "../work/time-passes.ts";
import {
  answers,
  change,
  type ChecklistGround,
  failing,
  layChecklists,
  makeRuns,
  onlyRunOf,
  published,
  refusedChange,
  runFields,
  runsOf,
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

async function opened(content: object = {}) {
  const { bureau, officer } = ground;
  const template = await published(bureau.administrator, { content: { ...visit, ...content } }, "THIS_WEEK");
  await makeRuns(bureau);
  return { template, run: await onlyRunOf(officer, template.id) };
}

const faultsOf = async (id: string, given: object[]) =>
  (await refusedChange(ground.officer, "submitWork", { id, runReport: { answers: given } })).fields;
const at = (place: string) => `input.runReport.answers${place}`;

test("answers are held to the items: each required one, once, as it is answered, within its range", async () => {
  const { run } = await opened();
  expect(
    await faultsOf(run.id, [
      { code: "HOUSEHOLDS", count: 201 },
      { code: "OTHER", count: 1 },
    ]),
  ).toEqual([
    `${at(".0.count")} OUT_OF_RANGE`,
    `${at(".1.code")} CHECKLIST_ITEM_UNKNOWN`,
    `${at("")} CHECKLIST_ITEM_REQUIRED`,
    `${at("")} CHECKLIST_ITEM_REQUIRED`,
  ]);
  const [households, hazards, publicity] = answers;
  expect(await faultsOf(run.id, [households!, hazards!, { code: "PUBLICITY", choice: "电话" }, households!])).toEqual([
    `${at(".2.choice")} CHECKLIST_CHOICE_UNKNOWN`,
    `${at(".3.code")} CHECKLIST_ITEM_TWICE`,
  ]);
  expect(await faultsOf(run.id, [{ ...households, told: "十二户" }, hazards!, publicity!])).toEqual([
    `${at(".0.told")} CHECKLIST_ANSWER_KIND`,
  ]);
  expect(await faultsOf(run.id, [...answers, { code: "ROUTE", told: "110101199003070011" }])).toEqual([
    `${at(".3.told")} IDENTITY_NUMBER`,
  ]);
  const task = await refusedChange(ground.officer, "submitWork", { id: run.id, taskResult: { done: "好" } });
  expect(task.fields).toEqual(["input.runReport REQUIRED", "input.taskResult FEEDBACK_NOT_PAIRED"]);
  const other = await refusedAct(ground.colleague, "submitWork", { id: run.id, runReport: { answers } });
  expect(other).toMatchObject({ code: "FORBIDDEN", fields: [{ code: "WORK_NOT_YOURS" }] });
  expect(await submit(ground.officer, run.id)).toMatchObject({ state: "SUBMITTED" });
});

test("A11, A67: a run has its items in order and asks for the photos that they ask for; it is not handed in before these are in", async () => {
  const { officer } = ground;
  const items = [
    { code: "POSTED", wording: "上墙照片", evidence: "PHOTO" },
    { code: "CURRENT", wording: "边界属实", evidence: "CHOICE", choices: ["是", "否"] },
  ];
  const { run } = await opened({ items });
  expect(run).toMatchObject({
    photosAtLeast: 1,
    checklist: { items: items.map(({ code, wording }) => ({ code, wording })) },
  });
  const current = { code: "CURRENT", choice: "是" };
  expect(await faultsOf(run.id, [current])).toEqual([`${at("")} CHECKLIST_ITEM_REQUIRED`]);
  expect(await faultsOf(run.id, [current, { code: "POSTED", photoId: run.id }])).toEqual([
    `${at(".1.photoId")} NOT_FOUND`,
  ]);
  const bytes = await photo();
  const sentDigests = [digestOf(bytes)];
  const [{ id: photoId }] = await act(officer, "announceEvidence", { itemId: run.id, sentDigests }, "id");
  const given = [current, { code: "POSTED", photoId }];
  expect(await refusedChange(officer, "submitWork", { id: run.id, runReport: { answers: given } })).toEqual({
    code: "CONFLICT",
    fields: ["input.evidence EVIDENCE_MISSING", "input.evidence EVIDENCE_TOO_FEW"],
  });
  await send(ground, officer, run.id, bytes);
  const done = await submit(officer, run.id, given);
  expect(done).toMatchObject({
    state: "SUBMITTED",
    feedback: { answers: [{ code: "POSTED", photo: { id: photoId } }, { code: "CURRENT" }] },
  });
});

test("A12: a failed item opens one hazard, however often it is sent, taken back, returned and sent again", async () => {
  const { bureau, officer, chief, grid } = ground;
  const { run } = await opened();
  const input = { idempotencyKey: newKey(), id: run.id, runReport: { answers: failing } };
  const document = `mutation ($input: SubmitWorkInput!) { submitWork(input: $input) { ${runFields} } }`;
  const [one, other] = await Promise.all([officer.run(document, { input }), officer.run(document, { input })]);
  expect(other).toEqual(one);
  const hazardIn = (item: { feedback: { answers: { code: string; isFailed: boolean; hazard: object | null }[] } }) =>
    item.feedback.answers.find(({ code }) => code === "HAZARDS")!;
  const first = hazardIn(one.submitWork);
  expect(first).toMatchObject({
    isFailed: true,
    hazard: { source: "CHECKLIST", kind: "HAZARD", title: "发现安全隐患数" },
  });
  await refusedChange(officer, "submitWork", { id: run.id, runReport: { answers: failing } });
  await act(officer, "withdrawWork", { id: run.id });
  const again = await submit(officer, run.id, failing);
  expect(hazardIn(again).hazard).toEqual(first.hazard);
  await act(chief, "returnWork", { id: run.id, expectedVersion: again.version, reason: "请补照片" });
  const third = await submit(officer, run.id, failing);
  expect(hazardIn(third).hazard).toEqual(first.hazard);
  const matters = await bureau.sql(
    (
      sql,
    ) => sql`select id, outcome, (select count(*)::int from work_items i where i.matter_id = m.id) as items from matters m
      where grid_id = ${grid.id} and source = 'CHECKLIST' and description like ${`%${run.number}%`}`,
  );
  expect(matters).toMatchObject([{ outcome: null, items: 1 }]);
});

test("what is wrong with an answer that fails is told by the hazard, and refused of one that does not", async () => {
  const { officer } = ground;
  const { run } = await opened();
  const told = (given: object[], wrong: string) =>
    given.map((each) => ("code" in each && each.code === "HAZARDS" ? { ...each, wrong } : each));
  expect(
    await refusedChange(officer, "submitWork", { id: run.id, runReport: { answers: told(answers, "配电箱无门") } }),
  ).toEqual({ code: "INVALID", fields: ["input.runReport.answers.1.wrong CHECKLIST_NOTHING_WRONG"] });
  const submitted = await submit(officer, run.id, told(failing, "三组配电箱无门"));
  const { feedback } = await officer
    .run(
      `{ workItem(id: "${run.id}") { feedback { ... on RunReport { answers { code wrong hazard { title description } } } } } }`,
    )
    .then(({ workItem }) => workItem);
  expect(submitted.state).toBe("SUBMITTED");
  expect(feedback.answers[1]).toMatchObject({ wrong: "三组配电箱无门", hazard: { title: "三组配电箱无门" } });
  expect(feedback.answers[1].hazard.description).toContain(run.number);
});

test("A31, A33: a run keeps the version that it opened with, in its wording, also returned and handed in again", async () => {
  const { bureau, officer, chief } = ground;
  const { template, run } = await opened();
  const items = visit.items.map((item) => ({ ...item, wording: `新版${item.wording}` }));
  const next = await change(bureau.administrator, "setChecklistDraft", {
    id: template.id,
    expectedVersion: template.version,
    content: {
      ...visit,
      startsOn: "2026-03-09",
      items: [...items, { code: "MORE", wording: "新增", evidence: "TEXT" }],
    },
  });
  await change(bureau.administrator, "publishChecklist", { id: template.id, expectedVersion: next.version });
  const submitted = await submit(officer, run.id);
  expect(submitted.feedback).toMatchObject({ checklist: { number: 1 }, answers: [{ wording: "走访户数" }, {}, {}] });
  await act(chief, "returnWork", { id: run.id, expectedVersion: submitted.version, reason: "请核对" });
  expect(await faultsOf(run.id, [...answers, { code: "MORE", told: "无" }])).toEqual([
    `${at(".3.code")} CHECKLIST_ITEM_UNKNOWN`,
  ]);
  expect((await submit(officer, run.id)).feedback).toMatchObject({ round: 2, checklist: { number: 1 } });
  goTo("2026-03-09T09:00");
  await makeRuns(bureau);
  const numbers = (await runsOf(officer, template.id)).map(
    (each: { checklist: { number: number } }) => each.checklist.number,
  );
  goTo("2026-03-04T10:00");
  expect(numbers).toEqual([1, 2]);
});

test("A34: of a retired checklist runs are read, and not filled in; open ones are cancelled", async () => {
  const { bureau, officer } = ground;
  const { template, run } = await opened();
  const done = await opened();
  await submit(officer, done.run.id);
  const retired = await change(bureau.administrator, "retireChecklist", {
    id: template.id,
    expectedVersion: template.version,
    reason: "并入新清单",
  });
  expect(retired).toMatchObject({ viewerMay: [], retiredAt: expect.any(String) });
  await expect
    .poll(async () => (await onlyRunOf(officer, template.id)).state, { timeout: 10_000, interval: 50 })
    .toBe("CANCELLED");
  const over = await onlyRunOf(officer, template.id);
  expect(over).toMatchObject({ checklist: { number: 1 }, viewerMay: [] });
  expect(over.events.at(-1)).toMatchObject({ action: "CANCEL", cause: "JOB", reason: "检查清单已停用。" });
  expect(await refusedChange(officer, "submitWork", { id: run.id, runReport: { answers } })).toMatchObject({
    code: "CONFLICT",
  });
  goTo("2026-03-10T09:00");
  await runJob(bureau, "checklists.makeRuns");
  expect(await runsOf(officer, template.id)).toHaveLength(1);
  goTo("2026-03-04T10:00");
});

test("A32: of runs of two versions every item that was answered is there, under the same code, with the version; moved items stay theirs", async () => {
  const { bureau, officer } = ground;
  const { template, run } = await opened();
  await submit(officer, run.id);
  const [households, hazards, publicity] = visit.items;
  const items = [
    { ...publicity, wording: "宣传方式" },
    households,
    { code: "WISHES", wording: "群众诉求", evidence: "TEXT" },
  ];
  const content = { ...visit, startsOn: "2026-03-09", items };
  const { id, version } = template;
  const next = await change(bureau.administrator, "setChecklistDraft", { id, expectedVersion: version, content });
  await change(bureau.administrator, "publishChecklist", { id, expectedVersion: next.version });
  goTo("2026-03-09T09:00");
  await makeRuns(bureau);
  const [, second] = await runsOf(officer, id);
  const given = [answers[0]!, answers[2]!, { code: "WISHES", told: "路灯" }];
  await submit(officer, second.id, given);
  const runs = await runsOf(bureau.administrator, id, { state: ["SUBMITTED"] });
  goTo("2026-03-04T10:00");
  const table = runs.map((each: { feedback: { checklist: { number: number }; answers: Record<string, string>[] } }) =>
    [each.feedback.checklist.number as number | string].concat(
      each.feedback.answers.map(({ code, wording }) => `${code} ${wording}`),
    ),
  );
  expect(table).toEqual([
    [1, "HOUSEHOLDS 走访户数", `HAZARDS ${hazards!.wording}`, `PUBLICITY ${publicity!.wording}`],
    [2, "PUBLICITY 宣传方式", "HOUSEHOLDS 走访户数", "WISHES 群众诉求"],
  ]);
});
