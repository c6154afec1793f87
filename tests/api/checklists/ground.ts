import { expect } from "vitest";
import { dayOf } from "@maple-bridge/server/kernel/day";
import { type Bureau, now } from "../../support/bureau.ts";
import { type Client, newKey } from "../../support/client.ts";
import { insertAnyRow } from "../../support/dated-rows.ts";
import { newId } from "@maple-bridge/server/kernel/ids";
import { layWork, type WorkGround } from "../work/ground.ts";
import { runJob } from "../work/time-passes.ts";

/** A weekly visit of the responsible officers: with each kind of evidence but a photo, and one answer that may fail. */
export const visit = {
  startsOn: "2026-03-02",
  recurrence: "FREQ=WEEKLY;BYDAY=MO",
  windowDays: 7,
  graceDays: 2,
  lateDays: 10,
  burdenMinutes: 90,
  owers: [{ duty: "RESPONSIBLE_OFFICER" }],
  items: [
    { code: "HOUSEHOLDS", wording: "走访户数", evidence: "COUNT", most: 200 },
    { code: "HAZARDS", wording: "发现安全隐患数", evidence: "COUNT", fails: "ABOVE", failsBound: 0 },
    { code: "PUBLICITY", wording: "开展宣传", evidence: "CHOICE", choices: ["入户", "集中", "未开展"] },
    { code: "ROUTE", wording: "走访地点", evidence: "PLACE", isRequired: false },
  ],
};

export const answers = [
  { code: "HOUSEHOLDS", count: 12 },
  { code: "HAZARDS", count: 0 },
  { code: "PUBLICITY", choice: "入户" },
];

export const failing = answers.map((each) => (each.code === "HAZARDS" ? { ...each, count: 2 } : each));

export interface ChecklistGround extends WorkGround {
  categoryId: string;
}

/** With a category under which hazards are registered. */
export async function layChecklists(): Promise<ChecklistGround> {
  const ground = await layWork();
  const { bureau } = ground;
  const categoryId = newId();
  const category = { kind: "HAZARD", code: "OTHER", revision: 1, name: "其他", nameInitials: "qt", position: 9 };
  await bureau.sql((sql) =>
    insertAnyRow(sql, "matter_categories", {
      bureauId: bureau.id,
      id: categoryId,
      ...category,
      startsAt: new Date("2025-01-01T00:00:00Z"),
    }),
  );
  return { ...ground, categoryId };
}

export const templateFields = `id code name isOfBureau version madeThrough retiredAt viewerMay
  versions { id number state isInForce startsOn lastOn supersededOn recurrence onClosedDay windowDays graceDays lateDays burdenMinutes isReviewed madeFrom
    items { position code wording evidence isRequired least most choices fails failsBound failingChoices hazardCategory isOurs } owers { duty gridKind complexity } }`;

export const runFields = `id number kind state round isOpen isLate title occurrenceOn windowEndsOn missedAt fillableUntil burdenMinutes photosAtLeast
  viewerMay version grid { id } duty dueOn nextDueAt closedAt outcome checklist { number template { code } items { code wording } }
  feedback { ... on RunReport { id round note visitedOn checklist { number }
    answers { position code wording evidence count told choice isFailed photo { id } hazard { id number source kind title description } } } }
  events { sequence action cause fromState toState reason happenedAt answeredBy { id } }`;

export async function draft(client: Client, input: object = {}) {
  const code = `T${newId().replaceAll("-", "").slice(-12).toUpperCase()}`;
  const data = await client.run(
    `mutation ($input: DraftChecklistInput!) { draftChecklist(input: $input) { ${templateFields} } }`,
    { input: { idempotencyKey: newKey(), code, name: "每周走访", content: visit, ...input } },
  );
  return data.draftChecklist;
}

const typeOf = (mutation: string) => `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;

export async function change(client: Client, mutation: string, input: object, fields = templateFields) {
  const document = `mutation ($input: ${typeOf(mutation)}!) { ${mutation}(input: $input) { ${fields} } }`;
  return (await client.run(document, { input: { idempotencyKey: newKey(), ...input } }))[mutation];
}

export const refusedChange = async (client: Client, mutation: string, input: object) => {
  const document = `mutation ($input: ${typeOf(mutation)}!) { ${mutation}(input: $input) { id } }`;
  const { code, fields } = await client.refused(document, { input: { idempotencyKey: newKey(), ...input } });
  return { code, fields: fields.map((field) => [field.path.join("."), field.code].join(" ")) };
};

/** A checklist that is in force. */
export async function published(client: Client, input: object = {}, begins?: string) {
  const { id, version } = await draft(client, input);
  return change(client, "publishChecklist", { id, expectedVersion: version, ...(begins && { begins }) });
}

/** The runs of the day are made by this run, or by the server's own, which may hold some of them just then. */
export async function makeRuns(bureau: Bureau) {
  await runJob(bureau, "checklists.makeRuns");
}

export async function runsOf(client: Client, templateId: string, filter: object = {}, fields = runFields) {
  const { checklistRuns } = await client.run(
    `query ($filter: ChecklistRunFilter) { checklistRuns(filter: $filter, first: 100, orderBy: NUMBER, direction: ASC) { totalCount nodes { ${fields} } } }`,
    { filter: { templateId, ...filter } },
  );
  return checklistRuns.nodes;
}

export async function onlyRunOf(client: Client, templateId: string, filter: object = {}) {
  const runs = await runsOf(client, templateId, filter);
  expect(runs).toHaveLength(1);
  return runs[0];
}

export const submit = (client: Client, id: string, given: object[] = answers, more: object = {}) =>
  change(client, "submitWork", { id, runReport: { answers: given, ...more } }, runFields);

/** Of a checklist of its own, whose window is today: the run of the officer's seat at the grid. */
export async function runOfItsOwn(bureau: Bureau, gridId: string): Promise<string> {
  const today = dayOf(now());
  const content = {
    startsOn: today,
    lastOn: today,
    recurrence: "FREQ=DAILY",
    owers: [{ duty: "RESPONSIBLE_OFFICER" }],
    items: [{ code: "DONE", wording: "完成情况", evidence: "TEXT" }],
  };
  const { id } = await published(bureau.administrator, { content });
  await makeRuns(bureau);
  return (await runsOf(bureau.administrator, id, { gridId }, "id"))[0].id;
}
