import { read, utils } from "@e965/xlsx";
import { expect, test } from "vitest";
import { hasMessage, locales, message } from "#kernel/messages";
import { columnsOf, guessMapping, type ImportKind } from "./columns.ts";
import { correctionWorkbook } from "./correction.ts";
import { toCsv } from "./csv.ts";
import { parseRows } from "./parse-rows.ts";
import { rowErrorCodes } from "./row-error.ts";
import { sheetErrorCodes } from "./sheet-error.ts";
import { readFile, takenSheet } from "./read-file.ts";
import { templateWorkbook } from "./template.ts";

const readSheet = (bytes: Buffer, name: string, kind: ImportKind) => takenSheet(readFile(bytes, name, kind));

const kinds = Object.keys(columnsOf) as ImportKind[];
const cases = kinds.flatMap((kind) => locales.map((locale) => [kind, locale] as const));

test.each(cases)(
  "the template of %s in %s maps by itself, and only its example row is refused",
  async (kind, locale) => {
    const sheet = readSheet(await templateWorkbook(kind, locale), "template.xlsx", kind);
    const mapping = guessMapping(sheet.header, kind);
    expect(Object.values(mapping)).toEqual(Object.keys(columnsOf[kind]));
    expect(parseRows(sheet, mapping, kind).errors).toMatchObject([{ row: 2, code: "EXAMPLE_ROW" }]);
  },
);

test("the template's blank cells are text and its second sheet explains every column", async () => {
  const book = read(await templateWorkbook("MEMBERS", "zh-CN"), { cellNF: true, cellStyles: true });
  const [form, guide] = book.SheetNames.map((name) => book.Sheets[name]);
  expect(form?.["A300"]).toMatchObject({ z: "@" });
  const explained = utils
    .sheet_to_json<string[]>(guide!, { header: 1 })
    .slice(1)
    .map(([title]) => title);
  expect(explained).toEqual(Object.values(columnsOf.MEMBERS).map((column) => column.title["zh-CN"]));
});

const file = toCsv(
  ["网格编码", "网格名称", "派出所", "备注"],
  [
    ["410481001201", "甲村", "某所", "=1+1"],
    ["41", "乙村", "某所", "999999199001010016"],
    ["410481001202", "丙村", "某所", ""],
  ],
);

async function corrected(scope: "errors" | "all") {
  const sheet = readSheet(Buffer.from(file), "a.csv", "GRIDS");
  const { errors } = parseRows(sheet, guessMapping(sheet.header, "GRIDS"), "GRIDS");
  return readSheet(await correctionWorkbook(sheet, errors, "zh-CN", scope), "correction.xlsx", "GRIDS");
}

test("the correction file holds the wrong rows with their reasons, and no identity number", async () => {
  const { header, rows } = await corrected("errors");
  expect(header).toEqual(["错误原因", "网格编码", "网格名称", "派出所", "备注"]);
  expect(rows).toHaveLength(1);
  const [reason, ...cells] = rows[0]?.cells ?? [];
  expect(reason).toBe("第 3 行 备注“999*************16”：不得填写居民身份证号码。\n网格编码“41”：编码格式不对。");
  expect(cells).toEqual(["41", "乙村", "某所", "999*************16"]);
});

test("the correction file of all rows can be sent in as it is", async () => {
  const { header, rows } = await corrected("all");
  expect(guessMapping(header, "GRIDS")).toEqual({ 1: "code", 2: "name", 3: "stationName" });
  expect(rows.map(({ cells }) => cells[1])).toEqual(["410481001201", "41", "410481001202"]);
  expect(rows[0]?.cells[4]).toBe("=1+1");
});

test("every error has a message in every language, with its parameters filled in", () => {
  const day = "2026-01-01";
  const params = {
    ...{
      most: 60,
      least: 1,
      allowed: "村",
      otherRow: 4,
      gridCode: "410481001201",
      count: 2,
      division: "甲村",
      grid: "甲村",
      name: "张三",
      member: "张三",
    },
    ...{
      badge: "J001",
      kind: "OFFICER",
      duty: "AUXILIARY",
      openedOn: day,
      closedOn: day,
      joinedOn: day,
      leftOn: day,
      from: day,
      to: day,
      like: "甲派出所",
      other: "甲镇",
      value: "HTML",
    },
  };
  const codes = [...rowErrorCodes, ...sheetErrorCodes];
  expect(codes.filter((code) => !hasMessage(code))).toEqual([]);
  const messages = locales.flatMap((locale) => codes.map((code) => message(locale, code, params)));
  expect(messages.filter((text) => /[{}]/.test(text))).toEqual([]);
});
