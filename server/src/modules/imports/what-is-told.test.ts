import { utils, type WorkSheet, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { guessMapping, type ImportKind } from "./columns.ts";
import { identityNumbersIn } from "./identity-scan.ts";
import { parseRows } from "./parse-rows.ts";
import { readFile, takenSheet } from "./read-file.ts";
import { unreadEnds } from "./unread-ends.ts";

// An invented number with a valid checksum: 999999 is no county.
const identityNumber = "999999199001010016";
const titles = ["警号", "姓名", "人员类别", "所属单位"];
const person = ["001", "示例甲", "辅警", "某所"];

type Cells = readonly (string | number)[];
const sheetOf = (...rows: Cells[]) => utils.aoa_to_sheet(rows as (string | number)[][]);

function workbook(sheets: Record<string, WorkSheet>, hidden: readonly string[] = []): Buffer {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  book.Workbook = { Sheets: book.SheetNames.map((name) => ({ Hidden: hidden.includes(name) ? 1 : 0 })) };
  return write(book, { type: "buffer", bookType: "xlsx", cellStyles: true });
}

const read = (bytes: Buffer, kind: ImportKind = "MEMBERS", name = "a.xlsx") => readFile(bytes, name, kind);
const csv = (...rows: Cells[]) => Buffer.from(rows.map((row) => row.join(",")).join("\n"));
const notesOf = (bytes: Buffer, kind?: ImportKind, name?: string) => takenSheet(read(bytes, kind, name)).notes;

describe("of a sheet it is told", () => {
  test("which rows and columns are hidden, and that they are read", () => {
    const sheet = sheetOf(titles, person, ["002", "示例乙", "辅警", "某所"]);
    sheet["!rows"] = [{}, {}, { hidden: true }];
    sheet["!cols"] = [{}, {}, {}, { hidden: true }];
    const taken = takenSheet(read(workbook({ 名册: sheet })));
    expect(taken.rows).toHaveLength(2);
    expect(taken.notes).toEqual([
      { code: "NOTE_HIDDEN_ROWS", params: { count: 1, places: "3" } },
      { code: "NOTE_HIDDEN_COLUMNS", params: { count: 1, places: "所属单位" } },
    ]);
  });

  test("which rows are titles again, totals, or remarks at the foot", () => {
    const bytes = csv(titles, person, titles, ["合计", "1", "", ""], ["填表人：示例甲", "", "", ""]);
    const taken = takenSheet(read(bytes, "MEMBERS", "a.csv"));
    expect(taken.rows.map(({ number }) => number)).toEqual([2]);
    expect(taken.notes).toEqual([
      { code: "NOTE_TITLES_AGAIN", params: { count: 1, places: "3" } },
      { code: "NOTE_TOTALS", params: { count: 1, places: "4" } },
      { code: "NOTE_FOOT", params: { count: 1, places: "5" } },
    ]);
  });

  test("that comments are not read", () => {
    const sheet = sheetOf(titles, person);
    sheet["B2"].c = [{ a: "某", t: "已调离" }];
    expect(notesOf(workbook({ 名册: sheet }))).toEqual([{ code: "NOTE_COMMENTS", params: { count: 1 } }]);
  });

  test("that a hidden sheet is none to import", () => {
    const file = read(workbook({ 旧: sheetOf(titles, person, person), 新: sheetOf(titles, person) }, ["旧"]));
    expect([file.taken, file.sheets.map(({ isHidden }) => isHidden)]).toEqual([1, [true, false]]);
  });

  test("what keeps one sheet from being read keeps no other one", () => {
    const wide = sheetOf(
      Array.from({ length: 70 }, (_, index) => `列${index}`),
      person,
    );
    const file = read(workbook({ 宽: wide, 名册: sheetOf(titles, person) }));
    expect(file.taken).toBe(1);
    expect(file.sheets[0]).toMatchObject({ problem: { code: "COLUMNS_TOO_MANY" } });
  });
});

test("titles stand in two lines where nothing is merged, too", () => {
  const bytes = csv(
    ["网格编码", "网格名称", "人口", "", "责任民警", ""],
    ["", "", "户数", "人数", "姓名", "警号"],
    ["140802100201", "示例村", "300", "900", "示例甲", "X1"],
  );
  expect(takenSheet(read(bytes, "GRIDS", "a.csv")).header).toEqual([
    "网格编码",
    "网格名称",
    "户数",
    "人数",
    "姓名",
    "警号",
  ]);
  const people = takenSheet(read(bytes, "MEMBERS", "a.csv"));
  expect(people.rows).toEqual([
    { number: 3, cells: ["140802100201", "示例村", "300", "900", "示例甲", "X1", "责任民警"] },
  ]);
});

test("a caption over the titles is no line of them", () => {
  const bytes = csv(["某所花名册", "", "", ""], titles, person);
  expect(takenSheet(read(bytes, "MEMBERS", "a.csv"))).toMatchObject({ headerRow: 2, header: titles });
});

test.each([30, 31])("titles are looked for in 30 rows: row %i", (row) => {
  const above = Array.from({ length: row - 1 }, (_, index) => [`说明${index}`]);
  const found = takenSheet(read(csv(...above, titles, person), "MEMBERS", "a.csv"));
  expect(found.headerRow === row).toBe(row <= 30);
});

describe("an identity number is found", () => {
  const found = (bytes: Buffer, name = "a.xlsx") =>
    identityNumbersIn(read(bytes, "MEMBERS", name)).map(({ row, column, code }) => [row, column, code]);
  const comment = () => {
    const sheet = sheetOf(titles, person);
    sheet["B2"].c = [{ a: "某", t: `身份证 ${identityNumber}` }];
    return sheet;
  };
  const names = sheetOf(titles, person);

  test.each([
    ["in another sheet", workbook({ 名册: names, 备查: sheetOf(["x"], ["", identityNumber]) }), [[2, "备查!B"]]],
    ["in a hidden sheet", workbook({ 名册: names, 旧: sheetOf([identityNumber], ["x"]) }, ["旧"]), [[1, "旧!A"]]],
    ["in a comment", workbook({ 名册: comment() }), [[2, "姓名"]]],
    ["in a title", workbook({ 名册: sheetOf([...titles, `备注${identityNumber}`], [...person, "x"]) }), [[1, "E"]]],
    ["in the name of a sheet", workbook({ 名册: names, [`备查 ${identityNumber}`]: sheetOf(["x"], ["y"]) }), [[0, ""]]],
    ["in full width", csv(titles, ["001", "９９９９９９１９９００１０１００１６", "辅警", "某所"]), [[2, "姓名"]]],
    ["in groups", csv(titles, ["001", "示例甲", "辅警", "999999 19900101 0016"]), [[2, "所属单位"]]],
    ["as a number that a program wrote", csv([...titles, "备注"], [...person, "9.99999199003070E+17"]), [[2, "备注"]]],
    [
      "under its title, with 15 digits",
      csv([...titles, "身份证号码"], [...person, "999999900307001"]),
      [[2, "身份证号码"]],
    ],
    ["under its title, mistyped", csv([...titles, "证件号码"], [...person, "99999919900307001"]), [[2, "证件号码"]]],
  ])("%s", (_where, bytes, places) => {
    const name = bytes.subarray(0, 2).toString() === "PK" ? "a.xlsx" : "a.csv";
    expect(found(bytes, name)).toEqual(places.map((place) => [...place, "IDENTITY_NUMBER"]));
    expect(JSON.stringify(identityNumbersIn(read(bytes, "MEMBERS", name)))).not.toMatch(
      /9999991990|99999990030700|9\.9999919900/,
    );
  });

  test("but no code, telephone or day is taken for one", () => {
    const bytes = csv(
      [...titles, "网格编码", "电话", "起始日期", "备注"],
      [...person, "410481100201000010", "13900000000", "20260305", "身份证号码已核对"],
    );
    expect(found(bytes, "a.csv")).toEqual([]);
  });
});

const parsed = (header: Cells, ...rows: Cells[]) => {
  const sheet = takenSheet(read(csv(header, ...rows), "MEMBERS", "a.csv"));
  const mapping = guessMapping(sheet.titles, "MEMBERS");
  return { sheet, mapping, ...parseRows(sheet, mapping, "MEMBERS") };
};

test.each(['"示例甲\n示例乙"', "示例甲、示例乙", "示例甲 示例乙", "示例甲/示例乙", '"示例甲，示例乙"'])(
  "two people in a cell are refused: %s",
  (name) => {
    const { errors } = parsed(titles, ["001", name, "辅警", "某所"]);
    expect(errors.map(({ code }) => code)).toEqual(["TWO_PEOPLE"]);
  },
);

test.each([
  ["示 例", "示例"],
  ["欧阳 示例", "欧阳示例"],
  ["和示例", "和示例"],
  ["买买提・艾力", "买买提·艾力"],
])("one person is not taken for two: %s", (written, name) => {
  expect(parsed(titles, ["001", written, "辅警", "某所"]).rows).toMatchObject([{ name }]);
});

const seat = (to: string) =>
  parsed([...titles, "网格编码", "起始日期", "离任日期"], [...person, "140802100201", "2024.1.1", to]);

test("the day a seat ended is read, in every form, and words for none", () => {
  expect(seat("2025年6月30日").rows).toMatchObject([{ seats: [{ from: "2024-01-01", to: "2025-06-30" }] }]);
  for (const word of ["至今", "现任", "—", ""]) expect(seat(word).rows[0]?.seats[0]?.to).toBeUndefined();
  expect(seat("上半年").errors.map(({ code }) => code)).toEqual(["NOT_A_DATE"]);
});

test("who has ended, in a column that is not imported, is refused by row; who goes on is not", () => {
  const header = [...titles, "调离时间", "任职状态", "合同到期日期"];
  const { sheet, mapping } = parsed(
    header,
    [...person, "2025.6.30", "", "2020-01-01"],
    ["002", "示例乙", "辅警", "某所", "", "已离任", ""],
    ["003", "示例丙", "辅警", "某所", "2027-01-01", "在任", ""],
    ["004", "示例丁", "辅警", "某所", "至今", "", ""],
  );
  expect(unreadEnds(sheet, mapping, "2026-11-22").map(({ row, column, code }) => [row, column, code])).toEqual([
    [2, "调离时间", "ROW_END_NOT_READ"],
    [3, "任职状态", "ROW_END_NOT_READ"],
  ]);
});
