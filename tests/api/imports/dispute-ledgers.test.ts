import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { workbookOf } from "../../support/workbook.ts";
import { makeGrid, makeStation } from "../grids/ground.ts";
import { act } from "../work/ground.ts";
import { check, countOf, deedsOf, errorsOf, send } from "./importing.ts";
import { bring, bringAll, disputeLedger, layLedgers } from "./ledgers.ts";

const told = `query { matters(orderBy: NUMBER, direction: ASC, first: 50) { totalCount nodes { id number title description state outcomeNote endedAt happenedAt source
  category { name } grid { name } firstReceiver { id } items { id kind state isOpen isLate member { id } nextDueAt events { action cause toState } } } } }`;

const head = ["编号", "排查日期", "村居", "类型", "简况", "状态", "化解日期"];
const ledger = (...rows: string[][]) => workbookOf([head, ...rows]);

test("a ledger of disputes comes in: ended rows as ended, open ones owed by whoever answers for the grid", async () => {
  const { bureau, gridName, officer } = await layLedgers();
  await act(bureau.administrator, "applyDeadlinePreset", { preset: "USUAL" }, "id");
  const run = await bringAll(bureau, "DISPUTES", disputeLedger(gridName));
  expect(run).toMatchObject({
    status: "WRITTEN",
    totalRows: 3,
    summary: { mattersOpened: 1, mattersEnded: 2, mattersUnchanged: 0, phonesLeftOut: 1 },
  });
  const { matters } = await bureau.administrator.run(told);
  expect(matters.nodes).toMatchObject([
    {
      title: "相邻排水，电话（号码略）",
      state: "SETTLED",
      outcomeNote: "现场调解",
      happenedAt: "2025-03-04T16:00:00.000Z",
      endedAt: "2025-03-19T16:00:00.000Z",
      category: { name: "邻里" },
      items: [],
    },
    { title: "院墙高度", state: "OPEN", source: "LEDGER", firstReceiver: { id: officer.memberId } },
    { state: "NOT_SETTLED", outcomeNote: "多次调解，移交" },
  ]);
  expect(matters.nodes[1].number).toMatch(/-Z000002$/);
  const [receipt] = matters.nodes[1].items;
  expect(receipt).toMatchObject({
    kind: "RECEIPT",
    isOpen: true,
    isLate: false,
    member: { id: officer.memberId },
    events: [{ action: "ISSUE", cause: "IMPORT", toState: "ACCEPTED" }],
  });
  expect(new Date(receipt.nextDueAt).getTime()).toBeGreaterThan(Date.now());
  expect(await deedsOf(bureau, matters.nodes[1].id)).toEqual(["matter.register"]);
  expect(await deedsOf(bureau, receipt.id)).toEqual(["work.issue"]);
});

test("columns of people are dropped and named, captions, totals and the foot are left out and counted", async () => {
  const { bureau, gridName } = await layLedgers();
  const { id } = await send(bureau, bureau.administrator, "DISPUTES", disputeLedger(gridName), {
    fileName: "台账.xlsx",
  });
  const { import: run } = await bureau.administrator.run(
    `query ($id: ID!) { import(id: $id) { columns unreadColumns notes { code message params } preview { cells } } }`,
    { id },
  );
  expect(run.columns).not.toContain("甲方");
  expect(run.unreadColumns).toEqual(["序号"]);
  const notes = new Map(run.notes.map((note: { code: string }) => [note.code, note]));
  expect([...notes.keys()].sort()).toEqual([
    "NOTE_FOOT",
    "NOTE_PEOPLE_DROPPED",
    "NOTE_ROWS_ABOVE",
    "NOTE_TOTALS",
    "NOTE_TWO_LINES",
  ]);
  expect(notes.get("NOTE_PEOPLE_DROPPED")).toMatchObject({
    params: { count: 2, places: "当事人·甲方、当事人·联系电话" },
  });
  const kept = await bureau.sql(
    (sql) => sql<{ text: string }[]>`
      select convert_from(bytes, 'UTF8') as text from import_file_portions where bureau_id = ${bureau.id} and run_id = ${id}`,
  );
  expect(kept.map(({ text }) => text).join()).toContain("院墙高度");
  expect(kept.map(({ text }) => text).join() + JSON.stringify(run.preview)).not.toMatch(/虚构[甲乙丙]|13900000002/);
});

test("a file that comes again doubles nothing; of next month's only what is new comes in", async () => {
  const { bureau, gridName } = await layLedgers();
  const first = ledger(
    ["1", "2025-03-05", gridName, "邻里", "一", "", ""],
    ["", "2025-03-06", gridName, "邻里", "二", "", ""],
  );
  await bringAll(bureau, "DISPUTES", first);
  expect(await bringAll(bureau, "DISPUTES", first)).toMatchObject({
    summary: { mattersOpened: 0, mattersUnchanged: 2 },
  });
  const next = ledger(
    ["1", "2025-03-05", gridName, "邻里", "一，又有补充", "", ""],
    ["", "2025-03-06", gridName, "邻里", "二", "", ""],
    ["3", "2025-04-06", gridName, "邻里", "三", "", ""],
  );
  expect(await bringAll(bureau, "DISPUTES", next)).toMatchObject({
    summary: { mattersOpened: 1, mattersUnchanged: 2 },
  });
  expect(await countOf(bureau, "matters")).toBe(3);
  expect(await countOf(bureau, "ledger_rows")).toBe(3);
});

test("a category that is not there is asked about; it is the one that is meant, or a new one", async () => {
  const { bureau, gridName } = await layLedgers();
  const bytes = ledger(
    ["1", "2025-03-05", gridName, "邻居吵架", "一", "", ""],
    ["2", "2025-03-05", gridName, "土地", "二", "", ""],
  );
  const asked = await bring(bureau, "DISPUTES", bytes);
  expect(errorsOf(asked)).toEqual([
    [2, "类型", "邻居吵架", "ROW_CATEGORY_ASKED"],
    [3, "类型", "土地", "ROW_CATEGORY_ASKED"],
  ]);
  const { import: run } = await bureau.administrator.run(
    `query ($id: ID!) { import(id: $id) { creations { kind name rows likes isAsked } } }`,
    { id: asked.id },
  );
  expect(run.creations).toEqual([
    { kind: "CATEGORY", name: "邻居吵架", rows: 1, likes: ["邻里"], isAsked: true },
    { kind: "CATEGORY", name: "土地", rows: 1, likes: ["邻里"], isAsked: true },
  ]);
  const names = [
    { written: "邻居吵架", means: "邻里" },
    { written: "土地", means: null },
  ];
  const done = await bringAll(bureau, "DISPUTES", bytes, { names });
  expect(done).toMatchObject({ status: "WRITTEN", summary: { categoriesCreated: 1, mattersOpened: 2 } });
  const { matters } = await bureau.administrator.run(told);
  expect(matters.nodes.map((matter: { category: { name: string } }) => matter.category.name)).toEqual(["邻里", "土地"]);
});

test("what nobody answers for is taken by who is chosen; without one it is refused", async () => {
  const { bureau, stationId, colleague } = await layLedgers();
  const { name } = await makeGrid(bureau, stationId, { name: "虚构无人村" });
  const bytes = ledger(["1", "2025-03-05", name, "邻里", "一", "", ""]);
  expect(errorsOf(await bring(bureau, "DISPUTES", bytes))).toEqual([[2, "村居", name, "ROW_NOBODY_ANSWERS"]]);
  await bringAll(bureau, "DISPUTES", bytes, { receiverId: colleague.memberId });
  const { matters } = await bureau.administrator.run(told);
  expect(matters.nodes).toMatchObject([{ firstReceiver: { id: colleague.memberId } }]);
});

test("all that is wrong with rows is told by row and column", async () => {
  const { bureau, gridName, stationId } = await layLedgers();
  await makeGrid(bureau, stationId, { name: "虚构东村" });
  await makeGrid(bureau, await makeStation(bureau), { name: "虚构东村" });
  const ahead = "2099-01-01";
  const run = await bring(
    bureau,
    "DISPUTES",
    ledger(
      ["1", ahead, gridName, "邻里", "一", "", ""],
      ["2", "2025-03-05", "虚构东村", "邻里", "二", "", ""],
      ["3", "2025-03-05", "虚构北村", "邻里", "三", "", ""],
      ["4", "2025-03-05", gridName, "邻里", "四", "看情况", ""],
      ["5", "2025-03-05", gridName, "邻里", "五", "已化解", "2025-01-01"],
      ["6", "2025-03-05", gridName, "邻里", "六", "已化解", ""],
      ["6", "2025-03-05", gridName, "邻里", "七", "", ""],
      ["8", "立即", gridName, "邻里", "八", "", ""],
    ),
  );
  expect(errorsOf(run)).toEqual([
    [2, "排查日期", ahead, "ROW_DAY_AHEAD"],
    [3, "村居", "虚构东村", "ROW_GRID_AMBIGUOUS"],
    [4, "村居", "虚构北村", "ROW_UNKNOWN_GRID_NAME"],
    [5, "状态", "看情况", "ROW_STATUS_UNKNOWN"],
    [6, "化解日期", "2025-01-01", "ROW_ENDED_BEFORE"],
    [7, "化解日期", "", "REQUIRED"],
    [8, "编号", "6", "ROW_LEDGER_TWICE"],
    [9, "排查日期", "立即", "NOT_A_DATE"],
  ]);
  expect(await countOf(bureau, "matters")).toBe(0);
});

test("rows that have ended and give no day end on the day that is chosen", async () => {
  const { bureau, gridName } = await layLedgers();
  const bytes = ledger(["1", "2025-03-05", gridName, "邻里", "一", "已化解", ""]);
  await bringAll(bureau, "DISPUTES", bytes, { from: "2025-06-30" });
  const { matters } = await bureau.administrator.run(told);
  expect(matters.nodes).toMatchObject([{ state: "SETTLED", endedAt: "2025-06-29T16:00:00.000Z" }]);
});

test("days without a year are of the year that the caption names; without one they are no days", async () => {
  const { bureau, gridName } = await layLedgers();
  const rows = [head, ["1", "3月5日", gridName, "邻里", "一", "已化解", "3月20日"]];
  await bringAll(bureau, "DISPUTES", workbookOf([["示例派出所2025年台账（虚构）"], ...rows]));
  const { matters } = await bureau.administrator.run(told);
  expect(matters.nodes).toMatchObject([
    { happenedAt: "2025-03-04T16:00:00.000Z", endedAt: "2025-03-19T16:00:00.000Z" },
  ]);
  const run = await bring(bureau, "DISPUTES", workbookOf([["2024年、2025年台账（虚构）"], ...rows]));
  expect(errorsOf(run).map(([, , , code]) => code)).toEqual(["NOT_A_DATE", "NOT_A_DATE"]);
});

test("a ledger with identity numbers is refused, whatever its columns are called", async () => {
  const { bureau, gridName } = await layLedgers();
  const bytes = workbookOf([
    ["编号", "排查日期", "村居", "简况", "申请人身份证号"],
    ["1", "2025-03-05", gridName, "一", "999999199001010016"],
  ]);
  const { id } = await send(bureau, bureau.administrator, "DISPUTES", bytes, { fileName: "台账.xlsx" });
  const refused = await bureau.administrator.run(
    `query ($id: ID!) { import(id: $id) { status errors { nodes { code } } } }`,
    { id },
  );
  expect(refused.import).toMatchObject({ status: "FAILED", errors: { nodes: [{ code: "IDENTITY_NUMBER" }] } });
  expect(await countOf(bureau, "import_file_portions")).toBe(0);
});

test("A94: a grid, a category or an officer of another bureau is as one that is not there", async () => {
  const { bureau, gridName, officer } = await layLedgers();
  const other = await makeBureau();
  const bytes = ledger(["1", "2025-03-05", gridName, "邻里", "一", "", ""]);
  const run = await bring(other, "DISPUTES", bytes);
  expect(errorsOf(run).map(([, , , code]) => code)).toEqual(
    expect.arrayContaining(["ROW_UNKNOWN_GRID_NAME", "ROW_CATEGORY_ASKED"]),
  );
  const refusal = await other.administrator.refused(
    `mutation ($input: CheckImportInput!) { checkImport(input: $input) { id } }`,
    { input: { idempotencyKey: newKey(), id: run.id, receiverId: officer.memberId } },
  );
  expect(refusal).toMatchObject({ code: "NOT_FOUND", fields: [{ path: ["input", "receiverId"], code: "NOT_FOUND" }] });
  expect((await check(bureau.administrator, (await bring(bureau, "DISPUTES", bytes)).id, {})).errorCount).toBe(0);
});
