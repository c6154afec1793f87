import { asProse } from "#kernel/written";
import { deflateRawSync } from "node:zlib";
import { CFB, utils, write, type BookType, type WorkSheet } from "@e965/xlsx";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ImportKind } from "./columns.ts";
import { limits } from "./limits.ts";
import { SheetError, sheetErrorCodes } from "./sheet-error.ts";
import { readFile, takenSheet } from "./read-file.ts";

const readSheet = (bytes: Buffer, name: string, kind: ImportKind = "GRIDS") => takenSheet(readFile(bytes, name, kind));

const titles = ["网格编码", "网格名称", "启用日期"];
const gb18030Bytes = gb18030Table();
const row = ["410481001201", "某村村委会", "2026-03-05"];

function workbook(bookType: BookType, ...sheets: WorkSheet[]): Buffer {
  const book = utils.book_new();
  sheets.forEach((sheet, index) => utils.book_append_sheet(book, sheet, `S${index}`));
  return write(book, { type: "buffer", bookType, compression: true });
}

const workbookOf = (bookType: BookType, ...rows: unknown[][]) => workbook(bookType, utils.aoa_to_sheet(rows));

const csv = (...lines: string[]) => Buffer.from(lines.join("\r\n"));

const cellsOf = (bytes: Buffer, name = "a.csv") => readSheet(bytes, name).rows.map(({ cells }) => cells);

function codeOf(bytes: Buffer, name: string): string {
  try {
    readSheet(bytes, name);
  } catch (error) {
    if (error instanceof SheetError) return error.code;
    throw error;
  }
  return "read";
}

describe.each(["xlsx", "biff8"] as const)("a workbook (%s)", (bookType) => {
  const name = bookType === "xlsx" ? "a.xlsx" : "a.xls";

  test("gives long numbers, dates, booleans and text as one reads them", () => {
    const date = { t: "n", v: 46086, z: "yyyy/m/d" };
    const chinese = { t: "n", v: 46086, z: 'yyyy"年"m"月"d"日"' };
    const padded = { t: "n", v: 123, z: "000000" };
    const bytes = workbookOf(
      bookType,
      titles,
      [410481001201, "甲", date],
      ["410481001202", 0.1 + 0.2, chinese],
      [padded, true, "2026.3.5"],
    );
    expect(cellsOf(bytes, name)).toEqual([
      ["410481001201", "甲", "2026-03-05"],
      ["410481001202", "0.3", "2026-03-05"],
      ["000123", "TRUE", "2026.3.5"],
    ]);
  });

  test("counts dates from 1904 where the workbook does", () => {
    const sheet = utils.aoa_to_sheet([titles, ["a1", "b", { t: "n", v: 46086 - 1462, z: "yyyy-mm-dd" }]]);
    const book = { ...utils.book_new(sheet, "S"), Workbook: { WBProps: { date1904: true } } };
    expect(cellsOf(write(book, { type: "buffer", bookType }), name)[0]?.[2]).toBe("2026-03-05");
  });

  test("tells of numbers that lost their digits and of failed formulas", () => {
    const bytes = workbookOf(bookType, titles, [41048100100100000, "甲"], [{ t: "e", v: 42 }, "乙"]);
    expect(readSheet(bytes, name).rows).toMatchObject([
      { number: 2, cells: ["41048100100100000", "甲", ""], faults: { 0: "STORED_AS_NUMBER" } },
      { number: 3, cells: ["#ERROR!", "乙", ""], faults: { 0: "FORMULA_ERROR" } },
    ]);
  });

  test("skips title rows and blank rows and keeps the row numbers", () => {
    const bytes = workbookOf(bookType, ["某市网格名册"], [], titles, row, [], ["", null, "  "], row);
    const sheet = readSheet(bytes, name);
    expect(sheet).toMatchObject({ headerRow: 3, header: titles });
    expect(sheet.rows.map(({ number }) => number)).toEqual([4, 7]);
  });

  test("takes the first sheet that has known titles", () => {
    const [notes, grids] = [
      [["说明"], ["请填第二页"]],
      [titles, row],
    ].map((rows) => utils.aoa_to_sheet(rows));
    expect(cellsOf(workbook(bookType, notes!, grids!), name)).toEqual([row]);
  });

  test("reads a cell merged over several rows into each of them", () => {
    const sheet = utils.aoa_to_sheet([titles, ["1", "甲", ""], ["", "乙", ""], ["", "丙", ""]]);
    sheet["!merges"] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
    expect(cellsOf(workbook(bookType, sheet), name).map(([first]) => first)).toEqual(["1", "1", ""]);
  });

  test("survives damage anywhere", { timeout: 60_000 }, () => {
    const whole = workbookOf(bookType, titles, row, row);
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 20 }),
        fc.nat(whole.length),
        (at, damage, cut) => {
          const bytes = Buffer.from(whole);
          bytes.set(damage.subarray(0, bytes.length - at), at);
          expect(["read", ...sheetErrorCodes]).toContain(codeOf(cut % 3 === 0 ? bytes.subarray(0, cut) : bytes, name));
        },
      ),
      { numRuns: 300 },
    );
  });
});

test.each(["biff2", "biff5", "biff8", "xlml", "html"] as const)(
  "what older programs call .xls is read: %s",
  (bookType) => {
    const plain = ["410481001201", "Maple", "2026-03-05"];
    const bytes = Buffer.from(workbookOf(bookType, ["Grid code", "Grid name", "Opened on"], plain));
    expect(cellsOf(bytes, "a.xls")).toEqual([plain]);
  },
);

describe("text", () => {
  test.each([
    ["UTF-8", csv(titles.join(), row.join())],
    ["UTF-8 with a mark", csv(`\uFEFF${titles.join()}`, row.join())],
    ["tabs", csv(titles.join("\t"), row.join("\t"))],
    ["semicolons", csv(titles.join(";"), row.join(";"))],
    ["a declared separator", csv("sep=|", titles.join("|"), row.join("|"))],
    ["UTF-16", Buffer.from(`\uFEFF${titles.join("\t")}\n${row.join("\t")}`, "utf16le")],
    ["GB18030", gb18030([titles.join(), row.join()].join("\n"))],
    ["cells kept from being numbers", csv(titles.join(), `="410481001201",${row.slice(1).join()}`)],
  ])("%s is read", (_, bytes) => {
    expect(cellsOf(bytes)).toEqual([row]);
  });

  test("old exports named .xls that are tab-separated text are read", () => {
    expect(cellsOf(gb18030(`${titles.join("\t")}\n${row.join("\t")}`), "a.xls")).toEqual([row]);
  });

  test("rows are numbered by record, as spreadsheet programs do", () => {
    const sheet = readSheet(csv(titles.join(), '1,"two\nlines",', "", "2,b,"), "a.csv");
    expect(sheet.rows).toEqual([
      { number: 2, cells: ["1", "two\nlines", ""] },
      { number: 4, cells: ["2", "b", ""] },
    ]);
  });

  test("full-width digits, letters and blanks become half-width", () => {
    expect(cellsOf(csv(titles.join(), "４１０４８１ＡＢ,　某\u00A0村\u200B,"))).toEqual([["410481AB", "某 村", ""]]);
  });

  test("any text in GB18030 reads as it does in UTF-8", () => {
    const characters = [...gb18030Bytes.keys()].filter((character) => /\p{L}/u.test(character));
    const word = fc
      .array(fc.constantFrom(...characters), { minLength: 1, maxLength: 20 })
      .map((letters) => letters.join(""));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const bytes = gb18030(`网格名称,备注\n${words.map((text) => `${text},甲`).join("\n")}`);
        expect(cellsOf(bytes)).toEqual(words.map((text) => [asProse(text), "甲"]));
      }),
    );
  });
});

describe("a file is refused", () => {
  const many = (count: number, text: string) => Array.from({ length: count }, () => text);

  test.each([
    ["FILE_EMPTY", Buffer.alloc(0), "a.csv"],
    ["FILE_TOO_LARGE", Buffer.alloc(limits.bytes + 1, "a"), "a.csv"],
    ["FILE_FORMAT", Buffer.from("%PDF-1.7"), "a.pdf"],
    ["FILE_FORMAT", Buffer.from("<html><p>没有表格</p></html>"), "a.xls"],
    ["FILE_FORMAT", Buffer.from("<?xml version='1.0'?><rows><row/></rows>"), "a.xls"],
    ["FILE_FORMAT", Buffer.from("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"), "a.xls"],
    ["FILE_FORMAT", workbookOf("ods", titles, row), "a.xlsx"],
    ["FILE_FORMAT", workbookOf("xlsb", titles, row), "a.xlsx"],
    ["FILE_UNSUPPORTED", Buffer.from("GIF89a"), "a.gif"],
    ["FILE_UNREADABLE", Buffer.from("504b0304".padEnd(200, "0"), "hex"), "a.xlsx"],
    ["FILE_UNREADABLE", Buffer.from("d0cf11e0a1b11ae1".padEnd(3000, "0"), "hex"), "a.xls"],
    ["FILE_ENCRYPTED", encryptedWorkbook(), "a.xlsx"],
    ["ENCODING_UNKNOWN", Buffer.from([0x61, 0x2c, 0xff, 0xff]), "a.csv"],
    ["QUOTE_UNCLOSED", csv(titles.join(), '1,"2,3'), "a.csv"],
    ["SHEET_EMPTY", csv(titles.join()), "a.csv"],
    ["SHEET_EMPTY", workbookOf("xlsx", []), "a.xlsx"],
    ["ROWS_TOO_MANY", csv(titles.join(), ...many(limits.rows + 1, "1,2,3")), "a.csv"],
    ["COLUMNS_TOO_MANY", csv(many(limits.columns + 1, "a").join(), "1"), "a.csv"],
    ["CELL_TOO_LONG", csv(titles.join(), "a".repeat(limits.cellLength + 1)), "a.csv"],
    ["FILE_INFLATES_TOO_MUCH", bomb(), "a.xlsx"],
  ])("%s", (code, bytes, name) => {
    expect(codeOf(bytes, name)).toBe(code);
  });

  test("naming the place", () => {
    const read = () => readSheet(csv(titles.join(), "", `,${"a".repeat(limits.cellLength + 1)}`), "a.csv");
    expect(read).toThrow(expect.objectContaining({ code: "CELL_TOO_LONG", row: 3, column: "B" }));
  });
});

/** Node only decodes GB18030; all of its two-byte characters decoded give the way back. */
function gb18030Table(): Map<string, [number, number]> {
  const decoder = new TextDecoder("gb18030");
  const table = new Map<string, [number, number]>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if ([...character].length === 1 && character !== "\uFFFD") table.set(character, [high, low]);
    }
  }
  return table;
}

function gb18030(text: string): Buffer {
  return Buffer.from([...text].flatMap((character) => gb18030Bytes.get(character) ?? [character.charCodeAt(0)]));
}

function encryptedWorkbook(): Buffer {
  const container: unknown = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, "/EncryptedPackage", Buffer.from("x"));
  CFB.utils.cfb_add(container, "/EncryptionInfo", Buffer.from("040004004000000000000000", "hex"));
  const bytes: unknown = CFB.write(container, { type: "buffer" });
  return bytes as Buffer;
}

/** 300 kB that inflate to 300 MB, with sizes that say otherwise. */
function bomb(): Buffer {
  const name = Buffer.from("xl/workbook.xml");
  const body = deflateRawSync(Buffer.alloc(300_000_000));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(body.length, 20);
  central.writeUInt32LE(100, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + body.length, 16);
  return Buffer.concat([local, name, body, central, name, end]);
}
