import { describe, expect, test } from "vitest";
import { guessMapping, type ImportKind, type Mapping } from "./columns.ts";
import { toCsv } from "./csv.ts";
import { parseRows } from "./parse-rows.ts";
import { SheetError } from "./sheet-error.ts";
import { readFile, takenSheet } from "./read-file.ts";

const readSheet = (bytes: Buffer, name: string, kind: ImportKind) => takenSheet(readFile(bytes, name, kind));

function parsed<K extends ImportKind>(kind: K, header: string, ...lines: string[]) {
  const sheet = readSheet(
    Buffer.from(
      toCsv(
        header.split("|"),
        lines.map((line) => line.split("|")),
      ),
    ),
    "a.csv",
    kind,
  );
  return parseRows(sheet, guessMapping(sheet.header, kind), kind);
}

const grids = (header: string, ...lines: string[]) => parsed("GRIDS", header, ...lines);
const members = (header: string, ...lines: string[]) => parsed("MEMBERS", header, ...lines);
const codes = ({ errors }: { errors: { row: number; column: string; code: string }[] }) =>
  errors.map(({ row, column, code }) => [row, column, code]);

// An invented number with a valid checksum: 999999 is no county.
const identityNumber = "999999199001010016";

describe("columns", () => {
  test("of the national divisions map by themselves", () => {
    expect(guessMapping(["code", "name", "townshipCode", "townshipName", "countyCode"], "GRIDS")).toEqual({
      0: "code",
      1: "name",
      2: "townshipCode",
      3: "townshipName",
    });
  });

  test("map by Chinese and English titles, whatever marks surround them", () => {
    const header = ["网格 编码*", "Grid name", "网格类型（必填）", "所属派出所：", "备注", "网格名称"];
    expect(guessMapping(header, "GRIDS")).toEqual({ 0: "code", 1: "name", 2: "kind", 3: "stationName" });
    expect(guessMapping(["警号 / 编号 *", "姓名", "手机号", "起始日期"], "MEMBERS")).toEqual({
      0: "badge",
      1: "name",
      2: "phone",
      3: "from",
    });
  });

  test("that an import needs and a file lacks are named once", () => {
    expect(codes(grids("派出所|网格类型", "甲所|村", "乙所|村"))).toEqual([[1, "网格名称", "COLUMN_MISSING"]]);
    expect(codes(grids("网格编码|网格名称", "410481001201|甲村", "410481001202|乙村"))).toEqual([
      [1, "派出所", "COLUMN_MISSING"],
    ]);
  });

  test.each<Mapping>([{ 9: "code" }, { 0: "nothing" }, { 0: "code", 1: "code" }, { 0: "toString" }])(
    "refuse the mapping %j",
    (mapping) => {
      const sheet = readSheet(Buffer.from("网格编码,网格名称\n1,2"), "a.csv", "GRIDS");
      expect(() => parseRows(sheet, mapping, "GRIDS")).toThrow(SheetError);
    },
  );
});

describe("grids", () => {
  test("of divisions take kind, places and station from code and township", () => {
    const { rows, errors } = grids(
      "code|name|townshipCode|townshipName",
      "410481001201|甲村委会|410481001|垭口街道",
      "410481100001|乙社区|410481100|尚店镇",
    );
    expect(errors).toEqual([]);
    expect(rows).toMatchObject([
      {
        row: 2,
        code: "410481001201",
        kind: "VILLAGE",
        divisionCode: "410481001201",
        stationNames: ["垭口派出所", "垭口街道派出所"],
      },
      { row: 3, kind: "COMMUNITY", townshipCode: "410481100", stationNames: ["尚店派出所", "尚店镇派出所"] },
    ]);
  });

  test("have all their columns parsed", () => {
    const { rows, errors } = grids(
      "网格编码|网格名称|网格类型|派出所|复杂程度|户数|人口|统计年份|警务室|启用日期",
      "wg-001|某商业街|商圈|某派出所|复杂|1,234户|5678人|2025年|某警务室|2026年3月5日",
    );
    expect(errors).toEqual([]);
    const row = {
      code: "WG-001",
      kind: "COMMERCIAL",
      stationNames: ["某派出所"],
      complexity: "COMPLEX",
      households: 1234,
      population: 5678,
    };
    expect(rows).toMatchObject([{ ...row, countedYear: 2025, policeRoom: "某警务室", openedOn: "2026-03-05" }]);
    expect(rows[0]?.divisionCode).toBeUndefined();
  });

  test("are refused cell by cell", () => {
    const result = grids(
      "网格编码|网格名称|网格类型|派出所|户数|统计年份|启用日期",
      "|甲村|村|某所|||",
      "41048100|甲村|村|某所|||",
      "4.10481E+11|甲村|村|某所|||",
      "410481001201|甲村|县|某所|多|1500|2026.2.30",
      "410481001201|甲村|村||12||",
      "410481001201|甲村|村|某所|||",
      "410481001300|甲村||某所|||",
      "410481001700|甲村||某所|||",
    );
    expect(codes(result)).toEqual([
      [3, "网格编码", "CODE_FORMAT"],
      [4, "网格编码", "STORED_AS_NUMBER"],
      [5, "网格类型", "UNKNOWN_WORD"],
      [5, "户数", "NOT_A_NUMBER"],
      [5, "统计年份", "OUT_OF_RANGE"],
      [5, "启用日期", "NOT_A_DATE"],
      [6, "网格编码", "DUPLICATE_CODE"],
      [6, "派出所", "REQUIRED"],
      [6, "统计年份", "REQUIRED"],
      [7, "网格编码", "DUPLICATE_CODE"],
      [9, "网格类型", "REQUIRED"],
    ]);
    expect(result.errors[6]?.params).toEqual({ otherRow: 5 });
    expect(result.rows.map(({ row }) => row)).toEqual([2, 8]);
  });
});

test.each([
  ["2026.3.5", "2026-03-05"],
  ["2026/3/5", "2026-03-05"],
  ["2026-03-05", "2026-03-05"],
  ["2026年3月5日", "2026-03-05"],
  ["2026年03月05日 00:00:00", "2026-03-05"],
  ["20260305", "2026-03-05"],
  ["46086", "2026-03-05"],
  ["2024-2-29", "2024-02-29"],
])("the date %s is %s", (written, openedOn) => {
  expect(grids("网格编码|网格名称|派出所|启用日期", `410481001201|甲村|某所|${written}`).rows).toMatchObject([
    { openedOn },
  ]);
});

describe("members", () => {
  test("on several rows, with several grids each, are one", () => {
    const { rows, errors } = members(
      "警号|姓名|人员类别|所属单位|电话|网格编码|职务|起始日期|兼任",
      "001|张示例|民警|某所|138 0000 0000|410481001201、410481001202；410481001203||2026.1.1|支部委员",
      "002|李示例|||+86 13900000000|410481001201|驻村辅警||",
      "001|张示例||||410481001204|||",
      "003|王示例|律师|某所|0375-8123456||||",
    );
    expect(errors).toEqual([]);
    expect(rows.map(({ badge, kind, unitName, phone }) => [badge, kind, unitName, phone])).toEqual([
      ["001", "OFFICER", "某所", "13800000000"],
      ["002", "AUXILIARY", undefined, "13900000000"],
      ["003", "LAWYER", "某所", "0375-8123456"],
    ]);
    const seat = { row: 2, duty: "RESPONSIBLE_OFFICER", from: "2026-01-01", concurrentPost: "支部委员" };
    expect(rows[0]?.seats).toEqual([
      { ...seat, gridCode: "410481001201" },
      { ...seat, gridCode: "410481001202" },
      { ...seat, gridCode: "410481001203" },
      { row: 4, gridCode: "410481001204", duty: "RESPONSIBLE_OFFICER", from: undefined, concurrentPost: undefined },
    ]);
    expect(rows[1]?.seats).toMatchObject([{ duty: "AUXILIARY" }]);
    expect(rows[2]?.seats).toEqual([]);
  });

  test("are refused cell by cell", () => {
    const result = members(
      "编号|姓名|人员类别|电话|网格编码|职务",
      "001|张示例|民警|110|410481001201|",
      "001|李示例|民警|||",
      "001|张示例|辅警||410481001201|",
      "0 04 !|赵示例|民警|||",
      "005|钱示例||||",
      "006|孙示例|律师||410481001201|",
      "007|周示例|民警||41048|所长",
    );
    expect(codes(result)).toEqual([
      [2, "电话", "PHONE_FORMAT"],
      [3, "编号", "DUPLICATE_BADGE"],
      [4, "人员类别", "CONFLICTING_VALUE"],
      [4, "网格编码", "DUPLICATE_SEAT"],
      [5, "编号", "BADGE_FORMAT"],
      [6, "人员类别", "REQUIRED"],
      [7, "职务", "DUTY_MISSING"],
      [8, "网格编码", "CODE_FORMAT"],
      [8, "职务", "UNKNOWN_WORD"],
    ]);
    expect(result.rows).toEqual([]);
  });
});

describe("identity numbers", () => {
  test("are refused in every imported cell and masked in the error", () => {
    const result = members(
      "编号|姓名|兼任|电话|类别",
      `${identityNumber}|张示例|||民警`,
      `002|李 ${identityNumber} 某|||民警`,
      `003|王示例|${identityNumber}|${identityNumber}|民警`,
    );
    expect(codes(result).toSorted()).toEqual([
      [2, "编号", "IDENTITY_NUMBER"],
      [3, "姓名", "IDENTITY_NUMBER"],
      [4, "兼任", "IDENTITY_NUMBER"],
      [4, "电话", "IDENTITY_NUMBER"],
    ]);
    expect(JSON.stringify(result)).not.toContain(identityNumber);
    expect(result.errors[0]?.value).toBe("999*************16");
  });

  test("in a column that is not imported are one error for the column", () => {
    const result = members(
      "编号|姓名|类别|身份证号",
      `001|张示例|民警|${identityNumber}`,
      `002|李示例|民警|${identityNumber}`,
    );
    expect(result.errors).toMatchObject([
      { row: 2, column: "身份证号", code: "IDENTITY_NUMBER", params: { count: 2 } },
    ]);
  });

  test("are not seen in codes of 18 digits, nor inside longer ones", () => {
    expect(
      grids("网格编码|网格名称|派出所|网格类型", "410481100201000010|甲|某所|村", `99${identityNumber}|乙|某所|村`)
        .errors,
    ).toEqual([]);
  });
});
