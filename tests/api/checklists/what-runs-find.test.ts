import { afterAll, beforeAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { act, keepSignedIn } from "../work/ground.ts";
import { goTo } from "../work/time-passes.ts";
import {
  change,
  type ChecklistGround,
  draft,
  layChecklists,
  makeRuns,
  onlyRunOf,
  published,
  refusedChange,
  runFields,
  visit,
} from "./ground.ts";

let ground: ChecklistGround;
beforeAll(async () => {
  ground = await layChecklists();
  await keepSignedIn(ground.bureau);
  goTo("2026-03-04T10:00");
  await act(ground.bureau.administrator, "applyMatterCategoryPreset", { preset: "DISPUTES" }, "id");
});
afterAll(() => void (clock.at = null));

const disputes = { code: "DISPUTES", wording: "发现矛盾纠纷数", evidence: "COUNT", finds: "DISPUTE", most: 20 };
const households = { code: "HOUSEHOLDS", wording: "走访户数", evidence: "COUNT", most: 200 };

async function opened() {
  const { bureau, officer } = ground;
  const content = { ...visit, items: [households, disputes] };
  const { id } = await published(bureau.administrator, { content }, "THIS_WEEK");
  await makeRuns(bureau);
  return onlyRunOf(officer, id);
}

const found = (...titles: string[]) => [
  { code: "HOUSEHOLDS", count: 12 },
  { code: "DISPUTES", count: titles.length, found: titles },
];
const answersOf = `feedback { ... on RunReport { answers { id code count finds found hazard { id } } } }`;

async function handedIn(id: string, ...titles: string[]) {
  const { feedback, version } = await change(
    ground.officer,
    "submitWork",
    { id, runReport: { answers: found(...titles) } },
    `version ${answersOf}`,
  );
  return { version, answer: feedback.answers[1] };
}

const listOf = async (foundBy: string, more: object = {}) =>
  (
    await ground.chief.run(
      `query ($filter: MatterFilter) { matters(filter: $filter, orderBy: NUMBER, direction: ASC) { totalCount nodes { id kind source title grid { id } } } }`,
      { filter: { foundBy, ...more } },
    )
  ).matters;

test("A16: a count of what was found opens as many matters as it says, each called by its words", async () => {
  const run = await opened();
  const { answer } = await handedIn(run.id, "三组两户争宅基地界", "五组排水沟起争执");
  expect(answer).toMatchObject({
    count: 2,
    finds: "DISPUTE",
    found: ["三组两户争宅基地界", "五组排水沟起争执"],
    hazard: null,
  });
  const list = await listOf(answer.id);
  expect(list.totalCount).toBe(answer.count);
  expect(list.nodes).toMatchObject(
    answer.found.map((title: string) => ({
      kind: "DISPUTE",
      source: "CHECKLIST",
      title,
      grid: { id: ground.grid.id },
    })),
  );
  expect(await listOf(answer.id, { kind: ["HAZARD"] })).toMatchObject({ totalCount: 0 });
  expect(await listOf(run.id)).toMatchObject({ totalCount: 0 });
});

test("sent again it opens what is new alone, and a number that is less than what was registered is refused", async () => {
  const { chief, officer } = ground;
  const run = await opened();
  const first = await handedIn(run.id, "甲事");
  const before = await listOf(first.answer.id);
  await act(chief, "returnWork", { id: run.id, expectedVersion: first.version, reason: "漏记一件" });
  const fewer = await refusedChange(officer, "submitWork", { id: run.id, runReport: { answers: found() } });
  expect(fewer.fields).toEqual(["input.runReport.answers.1.count CHECKLIST_FOUND_FEWER"]);
  const second = await handedIn(run.id, "甲事", "乙事");
  const after = await listOf(second.answer.id);
  expect(after.totalCount).toBe(2);
  expect(after.nodes[0]).toEqual(before.nodes[0]);
  expect(after.nodes[1]).toMatchObject({ title: "乙事" });
  expect(await listOf(first.answer.id)).toEqual(after);
});

test("each that is counted is told in words, and nothing is found by a number that only counts", async () => {
  const run = await opened();
  const faultsOf = async (...answers: object[]) =>
    (await refusedChange(ground.officer, "submitWork", { id: run.id, runReport: { answers } })).fields;
  const [count, two] = found("甲事", "乙事");
  expect(await faultsOf(count!, { ...two, found: ["甲事"] })).toEqual([
    "input.runReport.answers.1.found CHECKLIST_FOUND_EACH",
  ]);
  expect(await faultsOf(count!, { ...two, found: null })).toEqual([
    "input.runReport.answers.1.found CHECKLIST_FOUND_EACH",
  ]);
  expect(await faultsOf(count!, { ...two, found: ["甲事", " "] })).toEqual([
    "input.runReport.answers.1.found.1 REQUIRED",
  ]);
  expect(await faultsOf({ ...count, found: ["甲事"] }, two!)).toEqual([
    "input.runReport.answers.0.found CHECKLIST_ANSWER_KIND",
  ]);
  expect(
    await change(ground.officer, "submitWork", { id: run.id, runReport: { answers: found() } }, runFields),
  ).toMatchObject({
    state: "SUBMITTED",
  });
});

test("only a number finds, one that never fails, and fifty at the most", async () => {
  const { administrator } = ground.bureau;
  const faultsOf = async (item: object) => {
    const input = { code: "F1", name: "试", content: { ...visit, items: [item] } };
    return (await refusedChange(administrator, "draftChecklist", input)).fields;
  };
  expect(await faultsOf({ ...disputes, fails: "ABOVE", failsBound: 0 })).toEqual([
    "input.content.items.0.finds CHECKLIST_NOT_OF_EVIDENCE",
  ]);
  expect(await faultsOf({ ...disputes, most: null, evidence: "TEXT" })).toEqual([
    "input.content.items.0.finds CHECKLIST_NOT_OF_EVIDENCE",
  ]);
  expect(await faultsOf({ ...disputes, most: 51 })).toEqual(["input.content.items.0.most OUT_OF_RANGE"]);
  const { versions } = await draft(administrator, { content: { ...visit, items: [{ ...disputes, most: undefined }] } });
  expect(versions[0].items[0]).toMatchObject({ most: 50 });
});
