import { expect, test } from "vitest";
import { rowsOfWorkbook, workbookOf } from "../../support/workbook.ts";
import { makeStation } from "../grids/ground.ts";
import { countOf } from "../imports/importing.ts";
import { bringAll, disputeLedger, layLedgers } from "../imports/ledgers.ts";
import { registered } from "../matters/ground.ts";
import { exported } from "./exporting.ts";

const titles = [
  "序号",
  "编号",
  "发现日期",
  "类别",
  "派出所",
  "网格",
  "地点",
  "标题",
  "简况",
  "来源",
  "紧急程度",
  "责任民警",
  "状态",
  "办结日期",
  "处理结果",
];

test("A92: what is exported is what the list shows: the same rows in the same order, and their count in the foot", async () => {
  const ground = await layLedgers();
  const { bureau, gridName, chief } = ground;
  await bringAll(bureau, "DISPUTES", disputeLedger(gridName));
  await registered(ground, { title: "=HYPERLINK(1)", description: "140802100201" });
  const asked = { filter: { state: ["OPEN", "SETTLED"] }, orderBy: "HAPPENED", direction: "ASC" };
  const { matters } = await chief.run(
    `query ($filter: MatterFilter, $orderBy: MatterOrder!, $direction: OrderDirection!) {
      matters(filter: $filter, orderBy: $orderBy, direction: $direction, first: 100) { totalCount nodes { number } } }`,
    asked,
  );
  const file = await exported(bureau, chief, "disputes", asked);
  expect(file).toMatchObject({ status: 200, rows: matters.totalCount });
  expect(file.name).toMatch(/^矛盾纠纷排查调处台账-\d{4}-\d\d-\d\d\.xlsx$/);
  const rows = rowsOfWorkbook(file.bytes);
  expect(rows[1]).toEqual(titles);
  const body = rows.slice(2, -2);
  expect(body.map((cells) => cells[1])).toEqual(matters.nodes.map(({ number }: { number: string }) => number));
  expect(rows.at(-2)).toEqual([`合计：${matters.totalCount} 行`]);
  expect(String(rows.at(-1)![0])).toMatch(/^填报单位：.+制表人：.+签发人：.+日期：\d{4}-\d\d-\d\d$/);
  expect((body[0]![2] as Date).toISOString()).toBe("2025-03-05T00:00:00.000Z");
  expect(body.at(-1)).toEqual(expect.arrayContaining(["=HYPERLINK(1)", "140802100201"]));
});

test("of text no cell is a formula and no long number is cut", async () => {
  const ground = await layLedgers();
  await registered(ground, { title: "=HYPERLINK(1)", description: "140802100201" });
  const { bytes } = await exported(ground.bureau, ground.chief, "matters", { format: "csv" });
  const text = bytes.toString("utf8");
  expect(text).toContain("'=HYPERLINK(1)");
  expect(text).toContain("'140802100201");
});

test("A94: a list is exported to whoever sees it, and no more than that of it", async () => {
  const ground = await layLedgers();
  const { bureau, gridName, stationId } = ground;
  await bringAll(bureau, "DISPUTES", disputeLedger(gridName));
  const elsewhere = await makeStation(bureau);
  const stranger = await bureau.signIn({ role: "STATION_CHIEF", unitId: elsewhere });
  const file = await exported(bureau, stranger, "matters", { filter: { unitId: stationId } });
  expect(file).toMatchObject({ status: 200, rows: 0 });
  const [station] = await bureau.sql(
    (sql) => sql<{ name: string }[]>`select name from units where bureau_id = ${bureau.id} and id = ${stationId}`,
  );
  expect(JSON.stringify(rowsOfWorkbook(file.bytes))).not.toContain(station!.name);
});

test("an export is on record with what it was of", async () => {
  const ground = await layLedgers();
  await registered(ground);
  await exported(ground.bureau, ground.chief, "disputes", { filter: { state: ["OPEN"] } });
  const deeds = await ground.bureau.sql(
    (sql) =>
      sql<
        { after: object }[]
      >`select after from audit_entries where bureau_id = ${ground.bureau.id} and action = 'export.list'`,
  );
  expect(deeds.map(({ after }) => after)).toEqual([
    { layout: "disputes", format: "xlsx", filter: { state: ["OPEN"] }, rows: 1 },
  ]);
});

test("what is not understood is refused, with what it is about", async () => {
  const { bureau, chief } = await layLedgers();
  const codes = async (layout: string, body: object) => {
    const { status, errors } = await exported(bureau, chief, layout, body);
    return [status, errors[0]!.extensions.fields.map(({ code }) => code)];
  };
  expect(await codes("nothing", {})).toEqual([400, ["EXPORT_UNKNOWN"]]);
  expect(await codes("matters", { format: "pdf" })).toEqual([400, ["EXPORT_UNKNOWN"]]);
  expect(await codes("matters", { filter: { nonsense: 1 } })).toEqual([400, ["EXPORT_VARIABLES"]]);
  expect(await codes("matters", { orderBy: "NONSENSE" })).toEqual([400, ["EXPORT_VARIABLES"]]);
  expect(await codes("disputes", { filter: { kind: ["HAZARD"] } })).toEqual([400, ["EXPORT_VARIABLES"]]);
});

test.each(["xlsx", "csv"])("a ledger that was exported as %s comes back, and doubles nothing", async (format) => {
  const ground = await layLedgers();
  const { bureau, gridName } = ground;
  await bringAll(bureau, "DISPUTES", disputeLedger(gridName));
  await registered(ground);
  const { bytes, rows } = await exported(bureau, bureau.administrator, "disputes", {
    format,
    said: "筛选：种类：矛盾纠纷",
  });
  const again = await bringAll(bureau, "DISPUTES", bytes, {}, `台账.${format}`);
  expect(again).toMatchObject({
    totalRows: rows,
    summary: { mattersOpened: 0, mattersEnded: 0, mattersUnchanged: 4 },
  });
  expect(await countOf(bureau, "matters")).toBe(4);
});

test("hazards have 销号 as a column, tasks their state; both come back too", async () => {
  const { bureau, gridName, chief } = await layLedgers();
  const hazards = workbookOf([
    ["检查时间", "村社区", "隐患描述", "隐患类型", "销号情况", "销号日期"],
    ["2026.3.2", gridName, "堆物堵门", "消防", "未销号", ""],
    ["2026.3.2", gridName, "线路老化", "消防", "已销号", "2026.3.8"],
  ]);
  await bringAll(bureau, "HAZARDS", hazards, { names: [{ written: "消防", means: null }] });
  await bringAll(
    bureau,
    "TASKS",
    workbookOf([
      ["任务", "网格", "完成日期"],
      ["张贴告示", gridName, "2026.3.8"],
      ["检查路灯", gridName, ""],
    ]),
  );
  const ofHazards = await exported(bureau, chief, "hazards", { orderBy: "NUMBER", direction: "ASC" });
  const rows = rowsOfWorkbook(ofHazards.bytes);
  const column = (rows[1] as string[]).indexOf("销号情况");
  expect(rows.slice(2, 4).map((cells) => cells[column])).toEqual(["未销号", "已销号"]);
  const ofTasks = await exported(bureau, chief, "tasks", {});
  expect(ofTasks.rows).toBe(2);
  expect(await bringAll(bureau, "HAZARDS", ofHazards.bytes)).toMatchObject({ summary: { mattersUnchanged: 2 } });
  expect(await bringAll(bureau, "TASKS", ofTasks.bytes)).toMatchObject({ summary: { tasksUnchanged: 2 } });
});
