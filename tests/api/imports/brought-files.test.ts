import { beforeAll, expect, test } from "vitest";
import { newKey } from "../../support/client.ts";
import { checkCase, fieldsOf, makeYanhu, sendCase, toldOf } from "./cases.ts";
import { check, errorsOf, everythingCreated, read, send, write } from "./importing.ts";

let bureau: Awaited<ReturnType<typeof makeYanhu>>;
beforeAll(async () => {
  bureau = await makeYanhu();
});

/** As they are kept: what is read is masked. */
const members = async (search: string) => [
  ...(await bureau.sql(
    (sql) => sql<{ badge: string; name: string; phone: string | null }[]>`
      select badge, name, phone from members where badge like ${`${search}%`}`,
  )),
];

async function written(kind: "GRIDS" | "MEMBERS", name: string) {
  const checked = await checkCase(bureau, kind, name);
  expect(errorsOf(checked)).toEqual([]);
  expect((await write(bureau.administrator, checked)).status).toBe("WRITTEN");
}

const person = (badge: string, name: string, phone = "13900000000") => ({ badge, name, phone });

test.each([
  ["blanks inside a name (01)", "01-name-inner-space.csv", "X010", [person("X0101", "示例"), person("X0102", "示例")]],
  ["the same without blanks (01)", "01-name-plain.csv", "X010", [person("X0101", "示例"), person("X0102", "示例")]],
  [
    "direction marks (02)",
    "02-name-bidi-marks.csv",
    "X020",
    [person("X0201", "示例甲"), person("X0203", "示例丙"), person("X0202", "示例乙")],
  ],
  ["a part by any name (09a)", "09a-workbook22.xlsx", "X0901", [person("X0901", "示例甲")]],
  ["a workbook of Excel 5 in code page 936 (10)", "10-biff5-cp936.xls", "X1001", [person("X1001", "示例甲")]],
  ["a page called a workbook (11a)", "11a-html.xls", "X1101", [person("X1101", "示例甲")]],
  ["the same with a mark (11b)", "11b-html-with-bom.xls", "X1101", [person("X1101", "示例甲")]],
  ["a mark before GBK (13)", "13-bom-then-gbk.csv", "X1301", [person("X1301", "示例甲")]],
  ["an empty text before runs (24)", "24-feishu-empty-t-before-runs.xlsx", "X2401", [person("X2401", "示例甲")]],
  ["titles on row 8 (07)", "07-titles-on-row-8.xlsx", "X0701", [person("X0701", "示例甲")]],
])("members come in as they are meant: %s", async (_what, name, search, expected) => {
  await written("MEMBERS", name);
  const found = await members(search);
  expect(found).toHaveLength(expected.length);
  expect(found).toEqual(expect.arrayContaining(expected));
});

test("numbers that lost zeros are refused, one by one (04)", async () => {
  expect(errorsOf(await checkCase(bureau, "MEMBERS", "04-pandas-float.csv"))).toEqual([
    [2, "警号", "080123.0", "STORED_AS_DECIMAL"],
    [3, "警号", "80124.0", "STORED_AS_DECIMAL"],
  ]);
});

test("of two sheets it is told which one is taken, and the other one can be (05)", async () => {
  const { id } = await sendCase(bureau, "MEMBERS", "05-two-sheets.xlsx");
  const first = await toldOf(bureau, id);
  expect(first.sheets).toEqual([
    { position: 0, name: "甲所", isHidden: false, totalRows: 1, problem: null },
    { position: 1, name: "乙所", isHidden: false, totalRows: 2, problem: null },
  ]);
  expect([first.sheet, first.totalRows]).toEqual([0, 1]);
  const choose = "mutation ($input: ChooseImportSheetInput!) { chooseImportSheet(input: $input) { id } }";
  const input = { idempotencyKey: newKey(), id, expectedVersion: first.version, sheet: 1 };
  await bureau.administrator.run(choose, { input });
  const second = await toldOf(bureau, id);
  expect(second).toMatchObject({ sheet: 1, totalRows: 2, preview: [{ row: 2 }, { row: 3 }] });
  expect(second.preview[0]!.cells.slice(0, 2)).toEqual(["X0502", "示例乙"]);
  const checked = await check(bureau.administrator, id);
  expect(checked).toMatchObject({ errorCount: 0, summary: { membersCreated: 2 } });
  const unknown = { ...input, idempotencyKey: newKey(), expectedVersion: checked.version, sheet: 2 };
  expect((await bureau.administrator.refused(choose, { input: unknown })).fields).toMatchObject([
    { path: ["input", "sheet"], code: "IMPORT_SHEET_UNKNOWN" },
  ]);
});

test("a sheet of lists is not taken for the one with the members (06)", async () => {
  const { id } = await sendCase(bureau, "MEMBERS", "06-dictionary-sheet-first.xlsx");
  expect(await toldOf(bureau, id)).toMatchObject({ sheet: 1, totalRows: 1 });
});

test("rows above the titles are told of (07)", async () => {
  const { id } = await sendCase(bureau, "MEMBERS", "07-titles-on-row-8.xlsx");
  expect((await toldOf(bureau, id)).notes).toEqual([
    { code: "NOTE_ROWS_ABOVE", message: "标题在第 8 行；以上 7 行不导入。", params: { row: 8, count: 7 } },
  ]);
});

test("a formula that was never worked out is no 0 (08)", async () => {
  const { id } = await sendCase(bureau, "GRIDS", "08-formula-without-cached-value.xlsx");
  expect((await toldOf(bureau, id)).notes).toMatchObject([{ code: "NOTE_FORMULAS_WITHOUT_VALUE" }]);
  const run = await check(bureau.administrator, id);
  expect(errorsOf(run)).toEqual([
    [2, "户数", "", "FORMULA_WITHOUT_VALUE"],
    [2, "人口", "", "FORMULA_WITHOUT_VALUE"],
  ]);
});

test.each([
  ["above the titles (12a)", "12a-id-above-titles.xlsx", [[1, "A"]]],
  ["stored as numbers (12d)", "12d-id-stored-as-number.xlsx", [[2, "身份证号"]]],
  ["of 15 digits, and mistyped (12f)", "12f-id-15-digits-and-mistyped.csv", [[2, "身份证号"]]],
])("identity numbers never stay: %s", async (_where, name, places) => {
  const { id } = await sendCase(bureau, "MEMBERS", name);
  const run = await read(bureau.administrator, id);
  expect(run.status).toBe("FAILED");
  expect(errorsOf(run).map(([row, column, , code]) => [row, column, code])).toEqual(
    places.map((place) => [...place, "IDENTITY_NUMBER"]),
  );
  const kept = await bureau.sql(
    (
      sql,
    ) => sql`select coalesce(string_agg(encode(p.bytes, 'escape'), ''), '') || to_jsonb(r)::text || coalesce(string_agg(to_jsonb(e)::text, ''), '') as text
      from import_runs r left join import_file_portions p on p.bureau_id = r.bureau_id and p.run_id = r.id
      left join import_errors e on e.bureau_id = r.bureau_id and e.run_id = r.id
      where r.bureau_id = ${bureau.id} and r.id = ${id} group by r.*`,
  );
  expect(kept[0]!["text"]).not.toMatch(/9999990?9?1?99003|99999990030700/);
});

test("what is kept of a file is what was read of its sheets, never the file", async () => {
  const { id } = await sendCase(bureau, "MEMBERS", "05-two-sheets.xlsx");
  const kept = await bureau.sql(
    (sql) => sql<{ sheet: number; text: string }[]>`
      select sheet, convert_from(bytes, 'UTF8') as text from import_file_portions where bureau_id = ${bureau.id} and run_id = ${id} order by position`,
  );
  expect(kept.map(({ sheet, text }) => [sheet, Object.keys(JSON.parse(text))[0]])).toEqual([
    [0, "headerRow"],
    [0, "0"],
    [1, "headerRow"],
    [1, "0"],
  ]);
});

test("telephones are read with area codes and extensions, and refused for what is wrong with them (17)", async () => {
  const run = await checkCase(bureau, "MEMBERS", "17-phones.csv");
  expect(errorsOf(run)).toEqual([
    [5, "联系电话", "13900000000/13900000001", "PHONE_TWO"],
    [7, "联系电话", "2012345", "PHONE_AREA"],
  ]);
});

test("a file of nothing but titles is empty (18)", async () => {
  expect(await sendCase(bureau, "MEMBERS", "18-titles-repeated-no-rows.csv")).toMatchObject({
    status: 400,
    errors: [{ extensions: { fields: [{ path: ["file"], code: "SHEET_EMPTY" }] } }],
  });
});

test("of titles in two lines the second one counts (22)", async () => {
  const { id } = await sendCase(bureau, "GRIDS", "22-groups-over-titles.xlsx");
  const told = await toldOf(bureau, id);
  expect(fieldsOf(told)).toEqual({
    派出所: "stationName",
    网格编码: "code",
    网格名称: "name",
    类型: "kind",
    户数: "households",
    人数: "population",
  });
  expect(told).toMatchObject({ totalRows: 1, notes: [{ code: "NOTE_TWO_LINES" }] });
});

test("people who stand side by side in a row are read one by one, by their duties (23)", async () => {
  const name = "23-one-row-a-grid-people-in-columns.xlsx";
  const { id } = await sendCase(bureau, "MEMBERS", name);
  const told = await toldOf(bureau, id);
  expect(told.notes.map(({ code }) => code)).toEqual(["NOTE_TWO_LINES", "NOTE_PEOPLE_IN_COLUMNS"]);
  expect(told.preview).toEqual([
    { row: 3, cells: ["140802100201", "示例村", "示例甲", "X2301", "13900000000", "责任民警"] },
    { row: 3, cells: ["140802100201", "示例村", "示例乙", "X2302", "13900000001", "驻村辅警"] },
  ]);
  const run = await check(bureau.administrator, id);
  expect(run).toMatchObject({ errorCount: 0, summary: { membersCreated: 2, assignmentsCreated: 2 } });
  const asGrids = await toldOf(bureau, (await sendCase(bureau, "GRIDS", name)).id);
  expect(asGrids.unreadColumns).toEqual(
    expect.arrayContaining(["责任民警·姓名", "责任民警·警号", "驻村辅警·姓名", "驻村辅警·联系电话"]),
  );
});

const asked = (names: object[] = []) => ({ ...everythingCreated, names });

test("spellings of one station are asked about, and none of them becomes a station by itself (14)", async () => {
  const { id } = await sendCase(bureau, "GRIDS", "14-one-station-six-spellings.csv");
  const run = await check(bureau.administrator, id, asked());
  expect(errorsOf(run)).toEqual([
    [2, "派出所", "解州所", "ROW_STATION_LIKE"],
    [6, "派出所", "解洲派出所", "ROW_STATION_LIKE"],
    [7, "派出所", "解州派出所（城区）", "ROW_STATION_LIKE"],
  ]);
  expect((await toldOf(bureau, id)).creations.filter(({ isAsked }) => isAsked)).toEqual(
    ["解州所", "解洲派出所", "解州派出所（城区）"].map((name) => ({
      kind: "STATION",
      name,
      code: null,
      rows: 1,
      likes: ["解州派出所"],
      isAsked: true,
    })),
  );
  const means = "解州派出所";
  const decided = [{ written: "解州所", means }, { written: "解洲派出所", means }, { written: "解州派出所(城区)" }];
  const second = await check(bureau.administrator, id, asked(decided));
  expect(second).toMatchObject({ errorCount: 0, summary: { stationsCreated: 1, gridsCreated: 6 } });
  const stations = (await toldOf(bureau, id)).creations.filter(({ kind }) => kind === "STATION");
  expect(stations).toMatchObject([{ name: "解州派出所（城区）", isAsked: false }]);
});

test("two townships whose names lead to one station are asked about", async () => {
  const rows = ["行政区划代码,网格名称,乡镇街道", "140802300201,甲村,张集街道", "140802301201,乙村,张集镇"].join("\n");
  const { id } = await send(bureau, bureau.administrator, "GRIDS", Buffer.from(rows));
  const run = await check(bureau.administrator, id, asked());
  expect(errorsOf(run)).toEqual([[3, "乡镇街道", "张集镇", "ROW_STATION_OF_TWO"]]);
  expect((await toldOf(bureau, id)).creations[0]).toMatchObject({
    name: "张集镇",
    likes: ["张集派出所"],
    isAsked: true,
  });
  const together = await check(bureau.administrator, id, asked([{ written: "张集镇", means: "张集派出所" }]));
  expect(together).toMatchObject({ errorCount: 0, summary: { stationsCreated: 1 } });
  const apart = await check(bureau.administrator, id, asked([{ written: "张集镇" }]));
  expect(apart).toMatchObject({ errorCount: 0, summary: { stationsCreated: 2 } });
  expect((await toldOf(bureau, id)).creations).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: "STATION", name: "张集镇派出所", rows: 1 }),
      expect.objectContaining({ kind: "TOWNSHIP", name: "张集街道", code: "140802300" }),
    ]),
  );
});

test("a column of division codes alone is the grids' codes too", async () => {
  const rows = ["统计用区划代码,名称,派出所", "140802100298,示例村,解州派出所"].join("\n");
  const { id } = await send(bureau, bureau.administrator, "GRIDS", Buffer.from(rows));
  expect(fieldsOf(await toldOf(bureau, id))).toEqual({ 统计用区划代码: "code", 名称: "name", 派出所: "stationName" });
  expect(await check(bureau.administrator, id, asked())).toMatchObject({ errorCount: 0, summary: { gridsCreated: 1 } });
});

test("text that was lost before it came is refused where it is imported", async () => {
  const rows = ["警号,姓名,人员类别,所属单位", "X3001,示\uFFFD甲,辅警,解州派出所"].join("\n");
  const { id } = await send(bureau, bureau.administrator, "MEMBERS", Buffer.from(rows));
  expect(errorsOf(await check(bureau.administrator, id))).toEqual([[2, "姓名", "示\uFFFD甲", "TEXT_UNREADABLE"]]);
});
