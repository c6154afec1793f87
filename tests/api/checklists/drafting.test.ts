import { beforeAll, expect, test } from "vitest";
import { auditOf } from "../grids/ground.ts";
import { newKey } from "../../support/client.ts";
import {
  change,
  type ChecklistGround,
  draft,
  layChecklists,
  published,
  refusedChange,
  templateFields,
  visit,
} from "./ground.ts";

let ground: ChecklistGround;
beforeAll(async () => {
  ground = await layChecklists();
});

const refused = (input: object) =>
  refusedChange(ground.bureau.administrator, "draftChecklist", {
    code: "VISIT",
    name: "走访",
    content: visit,
    ...input,
  });
const content = (more: object) => ({ content: { ...visit, ...more } });
const item = (more: object) => content({ items: [{ code: "A", wording: "甲", evidence: "TEXT", ...more }] });

test.each([
  ["input.code CHECKLIST_CODE", { code: "visit-1" }],
  ["input.code CHECKLIST_CODE", { code: "1A" }],
  ["input.name REQUIRED", { name: "" }],
  ["input.content.windowDays OUT_OF_RANGE", content({ windowDays: 0 })],
  ["input.content.graceDays OUT_OF_RANGE", content({ graceDays: 61 })],
  ["input.content.lateDays OUT_OF_RANGE", content({ lateDays: -1 })],
  ["input.content.lastOn CHECKLIST_ENDS_BEFORE_IT_STARTS", content({ lastOn: "2026-03-01" })],
  ["input.content.recurrence CHECKLIST_MONTH_DAY", content({ recurrence: "FREQ=MONTHLY;BYMONTHDAY=31" })],
  ["input.content.owers.1 CHECKLIST_OWER_TWICE", content({ owers: [{ duty: "MEDIATOR" }, { duty: "MEDIATOR" }] })],
  ["input.content.items.0.code CHECKLIST_ITEM_CODE", item({ code: "a-b" })],
  ["input.content.items.0.wording REQUIRED", item({ wording: "" })],
  ["input.content.items.0.least CHECKLIST_NOT_OF_EVIDENCE", item({ least: 1 })],
  ["input.content.items.0.choices CHECKLIST_NOT_OF_EVIDENCE", item({ choices: ["是", "否"] })],
  ["input.content.items.0.fails CHECKLIST_NOT_OF_EVIDENCE", item({ fails: "ABOVE" })],
  ["input.content.items.0.failsBound REQUIRED", item({ evidence: "COUNT", fails: "BELOW" })],
  ["input.content.items.0.most OUT_OF_RANGE", item({ evidence: "COUNT", least: 5, most: 2 })],
  ["input.content.items.0.choices CHECKLIST_CHOICES", item({ evidence: "CHOICE", choices: ["是"] })],
  ["input.content.items.0.choices.1 CHECKLIST_CHOICE_TWICE", item({ evidence: "CHOICE", choices: ["是", "是"] })],
  [
    "input.content.items.0.failingChoices CHECKLIST_CHOICE_UNKNOWN",
    item({ evidence: "CHOICE", choices: ["是", "否"], fails: "CHOSEN", failingChoices: ["无"] }),
  ],
])("a draft is refused: %s", async (fault, input) => {
  expect(await refused(input)).toEqual({ code: "INVALID", fields: [fault] });
});

test("a code is taken once in a bureau; a station's checklist is its chief's, the bureau's the administrator's alone", async () => {
  const { bureau, chief, dispatcher, stationId, grid } = ground;
  const { code } = await draft(bureau.administrator);
  expect(await refused({ code })).toEqual({ code: "CONFLICT", fields: ["input.code CHECKLIST_CODE_TAKEN"] });
  const asked = { code: "OWN", name: "本所清单", content: visit };
  expect((await refusedChange(chief, "draftChecklist", asked)).code).toBe("FORBIDDEN");
  expect((await refusedChange(dispatcher, "draftChecklist", { ...asked, stationId })).code).toBe("FORBIDDEN");
  expect(await refusedChange(chief, "draftChecklist", { ...asked, stationId: grid.id })).toEqual({
    code: "NOT_FOUND",
    fields: ["input.stationId NOT_FOUND"],
  });
  expect(await draft(chief, { stationId })).toMatchObject({ isOfBureau: false });
});

test("a draft that leaves something open is not published; nor does a version start before the one that holds", async () => {
  const { administrator } = ground.bureau;
  const empty = await draft(administrator, { content: {} });
  const publish = (id: string, expectedVersion: number) =>
    refusedChange(administrator, "publishChecklist", { id, expectedVersion });
  expect((await publish(empty.id, empty.version)).fields).toEqual([
    "input.id CHECKLIST_NO_START",
    "input.id CHECKLIST_NO_ITEMS",
    "input.id CHECKLIST_NO_OWERS",
  ]);
  const old = await draft(administrator, { content: { ...visit, startsOn: "2020-01-01" } });
  expect((await publish(old.id, old.version)).fields).toEqual(["input.id CHECKLIST_STARTS_TOO_EARLY"]);
  const held = await published(administrator, { content: { ...visit, startsOn: "2026-06-01" } });
  expect((await publish(held.id, held.version)).fields).toEqual(["input.id CHECKLIST_NO_DRAFT"]);
  const next = await change(administrator, "setChecklistDraft", {
    id: held.id,
    expectedVersion: held.version,
    content: { ...visit, startsOn: "2026-05-01" },
  });
  expect((await publish(next.id, next.version)).fields).toEqual(["input.id CHECKLIST_STARTS_BEFORE_THE_LAST"]);
  expect((await publish(next.id, held.version)).fields).toEqual(["input.expectedVersion VERSION_MOVED"]);
  const discarded = await change(administrator, "discardChecklistDraft", {
    id: next.id,
    expectedVersion: next.version,
  });
  expect(discarded.versions.map(({ state }: { state: string }) => state)).toEqual(["DISCARDED", "PUBLISHED"]);
  const same = await change(administrator, "setChecklistDraft", {
    id: held.id,
    expectedVersion: discarded.version,
    ...content({ startsOn: "2026-07-01" }),
  });
  const again = await change(administrator, "setChecklistDraft", {
    id: held.id,
    expectedVersion: same.version,
    ...content({ startsOn: "2026-07-01" }),
  });
  expect(again.version).toBe(same.version);
  const last = await change(administrator, "publishChecklist", { id: held.id, expectedVersion: same.version });
  expect(last.versions).toMatchObject([
    { number: 3, state: "PUBLISHED", supersededOn: null },
    { number: 2, state: "DISCARDED" },
    { number: 1, state: "PUBLISHED", supersededOn: "2026-07-01" },
  ]);
  const actions = (await auditOf(ground.bureau, held.id)).map(({ action }) => action);
  expect(actions.filter((action) => action === "checklist.setDraft")).toHaveLength(2);
});

test("what is published stays as it is, whoever writes", async () => {
  const { bureau } = ground;
  const template = await published(bureau.administrator);
  const [version] = template.versions;
  const stays = { constraint_name: "checklist_versions_published_stays" };
  const attacks = [
    `update checklist_versions set window_days = 1 where id = '${version.id}'`,
    `update checklist_versions set state = 'DRAFT', published_at = null, published_by = null, made_from = null where id = '${version.id}'`,
    `update checklist_items set wording = '另一种' where version_id = '${version.id}'`,
    `delete from checklist_items where version_id = '${version.id}'`,
    `delete from checklist_owers where version_id = '${version.id}'`,
    `insert into checklist_owers (bureau_id, id, version_id, duty) values ('${bureau.id}', gen_random_uuid(), '${version.id}', 'MEDIATOR')`,
  ];
  for (const attack of attacks)
    await expect(
      bureau.sql((sql) => sql.unsafe(attack)),
      attack,
    ).rejects.toMatchObject(stays);
  const overlapping = bureau.sql(
    (sql) =>
      sql`insert into checklist_versions select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'number', 9))).* from checklist_versions v where v.id = ${version.id}`,
  );
  await expect(overlapping).rejects.toMatchObject({ constraint_name: "checklist_versions_one_in_force" });
});

test("presets come as drafts, each once, with what is ours marked and what is only named left empty", async () => {
  const { administrator } = ground.bureau;
  const presets = ["WEEKLY_VISIT", "PATROL", "NINE_STEPS", "PLACES", "FIRE", "PUBLICITY", "NAMED_ONLY"];
  const apply = async (preset: string) => change(administrator, "applyChecklistPreset", { preset });
  const all = [];
  for (const preset of presets) all.push(...(await apply(preset)));
  expect(all).toHaveLength(21);
  const fire = all.find(({ code }) => code === "FIRE");
  expect(fire.versions[0].items.map(({ code, isOurs }: { code: string; isOurs: boolean }) => [code, isOurs])).toEqual([
    ["HYDRANT", false],
    ["EXTINGUISHER", true],
    ["HOSE", false],
    ["WAY_OUT", true],
  ]);
  const named = all.filter(({ versions }) => versions[0].items.length === 0).map(({ code }) => code);
  expect(named).toEqual(["EIGHT_ONES", "THREE_ONES", "THREE_SERVICES", "THREE_ESCORTS"]);
  expect(await apply("FIRE")).toEqual([fire]);
  const check = all.find(({ code }) => code === "CHECK");
  expect(check.versions[0]).toMatchObject({ recurrence: "FREQ=MONTHLY;BYMONTHDAY=-1", onClosedDay: "BEFORE" });
});

test("what a preset drafts can be set again as it is, so that each is sound", async () => {
  const { administrator } = ground.bureau;
  const { checklistTemplates } = await administrator.run(
    `query { checklistTemplates(first: 100) { nodes { ${templateFields} } } }`,
  );
  let tried = 0;
  for (const { id, version, versions } of checklistTemplates.nodes) {
    const { id: _, number: __, state, isInForce: ___, supersededOn: ____, madeFrom: _____, ...said } = versions[0];
    if (state !== "DRAFT") continue;
    const items = said.items.map(({ position: _of, ...each }: { position: number }) => each);
    const trimmed = items.map((each: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(each).filter(([, value]) => value !== null)),
    );
    const document = `mutation ($input: SetChecklistDraftInput!) { setChecklistDraft(input: $input) { id } }`;
    await administrator.run(document, {
      input: { idempotencyKey: newKey(), id, expectedVersion: version, content: { ...said, items: trimmed } },
    });
    tried++;
  }
  expect(tried).toBeGreaterThan(20);
});

test("a checklist is renamed by who draws it up; what is retired keeps its name", async () => {
  const { bureau, dispatcher } = ground;
  const { administrator } = bureau;
  const { id, version } = await draft(administrator);
  const input = { id, expectedVersion: version, name: "每周入村走访" };
  expect(await refusedChange(administrator, "renameChecklist", { ...input, name: " " })).toEqual({
    code: "INVALID",
    fields: ["input.name REQUIRED"],
  });
  expect(await refusedChange(dispatcher, "renameChecklist", input)).toMatchObject({ code: "FORBIDDEN" });
  const renamed = await change(administrator, "renameChecklist", input);
  expect(renamed).toMatchObject({ name: "每周入村走访", version: version + 1 });
  expect((await auditOf(bureau, id)).at(-1)).toMatchObject({
    action: "checklist.rename",
    after: { name: "每周入村走访" },
  });
  const { checklistTemplates } = await administrator.run(
    `query { checklistTemplates(filter: { search: "mzrczf" }) { nodes { id } } }`,
  );
  expect(checklistTemplates.nodes).toEqual([{ id }]);
  await change(administrator, "retireChecklist", { id, expectedVersion: renamed.version, reason: "不再需要" });
  const late = { ...input, name: "走访", expectedVersion: renamed.version + 1 };
  expect(await refusedChange(administrator, "renameChecklist", late)).toEqual({
    code: "CONFLICT",
    fields: ["input.id CHECKLIST_RETIRED"],
  });
});
