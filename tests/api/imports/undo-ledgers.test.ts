import { dayOf, mondayOf } from "@maple-bridge/server/kernel/day";
import { expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { workbookOf } from "../../support/workbook.ts";
import { act } from "../work/ground.ts";
import { countOf, deedsOf, type Run } from "./importing.ts";
import { bringAll, disputeLedger, layLedgers } from "./ledgers.ts";

const undoDocument = `mutation ($input: UndoImportInput!) { undoImport(input: $input) { status viewerMay } }`;
const inputOf = ({ id, version }: Pick<Run, "id" | "version">) => ({
  input: { idempotencyKey: newKey(), id, expectedVersion: version, reason: "传错了文件" },
});
const undo = ({ administrator }: Bureau, run: Run) => administrator.run(undoDocument, inputOf(run));
const refusals = async ({ administrator }: Bureau, run: Run) => {
  const { fields } = await administrator.refused(undoDocument, inputOf(run));
  return fields.map(({ code, params }) => ({ code, params }));
};

const tables = [
  "matters",
  "matter_categories",
  "work_items",
  "work_events",
  "work_clocks",
  "work_ticks",
  "ledger_rows",
  "checklist_templates",
  "checklist_versions",
  "checklist_items",
];
async function standing(bureau: Bureau) {
  const counts = await Promise.all(tables.map(async (table) => [table, await countOf(bureau, table)] as const));
  const series = await bureau.sql(
    (sql) => sql<{ series: string; last: number }[]>`
      select series, last from number_series where bureau_id = ${bureau.id} and last > 0 order by series`,
  );
  return { ...Object.fromEntries(counts), series: series.map(({ series: name, last }) => [name, last]) };
}

async function layRules() {
  const ground = await layLedgers();
  await act(ground.bureau.administrator, "applyDeadlinePreset", { preset: "USUAL" }, "id");
  return ground;
}

test("a ledger of disputes is taken back whole, numbers and marks too, and comes in again as if for the first time", async () => {
  const { bureau, gridName } = await layRules();
  const before = await standing(bureau);
  const brought = await bringAll(bureau, "DISPUTES", disputeLedger(gridName));
  expect(brought.summary).toMatchObject({ mattersOpened: 1, mattersEnded: 2 });
  const between = await standing(bureau);
  expect(between).toMatchObject({ work_items: 1, ledger_rows: 3 });
  expect(await undo(bureau, brought)).toEqual({ undoImport: { status: "UNDONE", viewerMay: [] } });
  expect(await standing(bureau)).toEqual(before);
  expect(await deedsOf(bureau, brought.id)).toContain("import.undo");
  expect(await bureau.administrator.run(`{ auditChain { brokenAt } }`)).toEqual({ auditChain: { brokenAt: null } });
  const again = await bringAll(bureau, "DISPUTES", disputeLedger(gridName));
  expect(again.summary).toEqual(brought.summary);
  expect(await standing(bureau)).toEqual(between);
});

const taskColumns = ["编号", "布置时间", "工作任务", "牵头单位", "网格", "完成时限", "完成情况", "完成时间"];
const tasks = (grid: string, letter = "甲") =>
  workbookOf([
    taskColumns,
    [`${letter}1`, "2026-03-02", `${letter}检查路灯`, "", grid, "", "进行中", ""],
    [`${letter}2`, "2026-03-02", `${letter}张贴告示`, "", grid, "2026-03-09", "已完成", "2026-03-08"],
  ]);
const openTask = async (bureau: Bureau) => {
  const { workItems } = await bureau.administrator.run<{ workItems: { nodes: [{ id: string; number: string }] } }>(
    `{ workItems(filter: { kind: [TASK], isOpen: true }, first: 1) { nodes { id number } } }`,
  );
  return workItems.nodes[0];
};

test("tasks are taken back, the last ledger first, since their numbers follow one another without a gap", async () => {
  const { bureau, gridName } = await layRules();
  const before = await standing(bureau);
  const first = await bringAll(bureau, "TASKS", tasks(gridName));
  const between = await standing(bureau);
  const second = await bringAll(bureau, "TASKS", tasks(gridName, "乙"));
  expect(await refusals(bureau, first)).toEqual([
    { code: "IMPORT_NUMBERED_SINCE", params: { last: expect.stringMatching(/-ZT000002$/) } },
  ]);
  await undo(bureau, second);
  expect(await standing(bureau)).toEqual(between);
  await undo(bureau, first);
  expect(await standing(bureau)).toEqual(before);
});

test("what the clock has told of an item goes with it; a step that somebody took keeps all of the ledger, and names the item", async () => {
  const { bureau, gridName } = await layRules();
  const brought = await bringAll(bureau, "TASKS", tasks(gridName));
  const { id, number } = (await openTask(bureau))!;
  await act(bureau.administrator, "urgeWork", { id });
  const before = await standing(bureau);
  expect(await refusals(bureau, brought)).toEqual([
    { code: "IMPORT_WORKED_ON", params: { count: 1, what: "工作事项", names: `：${number}` } },
  ]);
  expect(await standing(bureau)).toEqual(before);
});

test("what was registered under a category that came in, or changed of a matter, keeps the ledger", async () => {
  const { bureau, gridName } = await layRules();
  const brought = await bringAll(bureau, "DISPUTES", disputeLedger(gridName));
  const { matters } = await bureau.administrator.run<{
    matters: { nodes: { id: string; number: string; version: number; state: string }[] };
  }>(`{ matters(orderBy: NUMBER, direction: ASC, first: 10) { nodes { id number version state } } }`);
  const ended = matters.nodes.find(({ state }) => state === "SETTLED")!;
  const open = matters.nodes.find(({ state }) => state === "OPEN")!;
  await act(
    bureau.administrator,
    "updateMatter",
    { id: open.id, expectedVersion: open.version, title: "院墙高度争议" },
    "id",
  );
  expect(ended.number).not.toBe(open.number);
  expect(await refusals(bureau, brought)).toContainEqual({
    code: "IMPORT_MADE_CHANGED",
    params: { count: 1, what: "事项", names: `：${open.number}` },
  });
});

test("once a station has signed the week in which it came in, a ledger stays", async () => {
  const { bureau, gridName, stationId, colleague } = await layRules();
  const brought = await bringAll(bureau, "TASKS", tasks(gridName));
  const week = mondayOf(dayOf(new Date()));
  await bureau.sql(
    (sql) => sql`
      insert into week_reviews (bureau_id, id, station_id, member_id, week_start, revision, signed_at, signed_by, signer, done, late, missed, returned, waiting, snapshot, digest)
      values (${bureau.id}, gen_random_uuid(), ${stationId}, ${colleague.memberId}, ${week}, 1, now(), ${bureau.administrator.accountId}, '示例', 0, 0, 0, 0, 0, '{}',
        encode(sha256(convert_to('{}'::jsonb::text, 'UTF8')), 'hex'))`,
  );
  expect(await refusals(bureau, brought)).toMatchObject([{ code: "IMPORT_SIGNED_SINCE", params: { count: 1 } }]);
});

const catalogue = `query ($unitId: ID) { dutyCatalogue(unitId: $unitId) { title text revision } }`;
const duties = (text: string, more: string[][] = []) =>
  workbookOf([["岗位", "工作职责", "具体内容"], ["驻村辅警", "法律政策宣传", text], ...more]);

test("duties that a list brought go, and what stood before is in force again, by a revision of its own", async () => {
  const { bureau, stationId } = await layRules();
  const options = { stationId };
  const first = await bringAll(bureau, "DUTY_LINES", duties("每月一次"), options);
  const second = await bringAll(bureau, "DUTY_LINES", duties("每月两次", [["驻村辅警", "巡逻防范", ""]]), options);
  expect(await refusals(bureau, first)).toEqual([
    { code: "IMPORT_MADE_CHANGED", params: { count: 1, what: "职责", names: "：法律政策宣传" } },
  ]);
  await undo(bureau, second);
  const { dutyCatalogue } = await bureau.administrator.run(catalogue, { unitId: stationId });
  expect(dutyCatalogue).toEqual([{ title: "法律政策宣传", text: "每月一次", revision: 3 }]);
  const told = await bureau.sql(
    (sql) => sql<{ action: string }[]>`
      select action from audit_entries where bureau_id = ${bureau.id} and reason = '传错了文件' order by sequence`,
  );
  expect(told.map(({ action }) => action).toSorted()).toEqual(["dutyLine.retire", "dutyLine.set", "import.undo"]);
});

const checklist = workbookOf([
  ["检查表", "检查内容", "填写方式", "可选项", "是否必填"],
  ["消防检查（虚构）", "灭火器在位", "", "", ""],
  ["巡逻（虚构）", "巡逻情况", "选项", "正常/异常", "否"],
]);

test("drafts of checklists go as long as nobody has changed or published one", async () => {
  const { bureau, stationId } = await layRules();
  const before = await standing(bureau);
  const first = await bringAll(bureau, "CHECKLISTS", checklist, { stationId });
  await undo(bureau, first);
  expect(await standing(bureau)).toEqual(before);
  const second = await bringAll(bureau, "CHECKLISTS", checklist, { stationId });
  const { checklistTemplates } = await bureau.administrator.run<{
    checklistTemplates: { nodes: { id: string; version: number; name: string }[] };
  }>(`{ checklistTemplates(first: 10) { nodes { id version name } } }`);
  const patrol = checklistTemplates.nodes.find(({ name }) => name === "巡逻（虚构）")!;
  await act(
    bureau.administrator,
    "renameChecklist",
    { id: patrol.id, expectedVersion: patrol.version, name: "夜间巡逻" },
    "id",
  );
  expect(await refusals(bureau, second)).toEqual([
    { code: "IMPORT_MADE_CHANGED", params: { count: 1, what: "检查清单", names: "：夜间巡逻" } },
  ]);
});

test("another bureau and a chief undo no ledger, and the database lets nothing else delete what came in", async () => {
  const { bureau, gridName, stationId } = await layRules();
  const brought = await bringAll(bureau, "TASKS", tasks(gridName));
  const other = await makeBureau();
  expect((await other.administrator.refused(undoDocument, inputOf(brought))).code).toBe("NOT_FOUND");
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId });
  expect((await chief.refused(undoDocument, inputOf(brought))).code).toBe("NOT_FOUND");
  for (const table of ["work_items", "work_events", "work_clocks", "ledger_rows", "checklist_templates"])
    await expect(
      bureau.sql((sql) => sql`delete from ${sql(table)} where bureau_id = ${bureau.id}`),
      table,
    ).rejects.toThrow("permission denied");
});
