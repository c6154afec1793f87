import { asProse } from "#kernel/written";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toCsv } from "./csv.ts";
import { SheetError, sheetErrorCodes } from "./sheet-error.ts";
import { readFile, takenSheet } from "./read-file.ts";

const readSheet = (bytes: Buffer, name: string) => takenSheet(readFile(bytes, name, "GRIDS"));

const header = ["网格编码", "网格名称", "备注"];
const cell = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom("=", "+", "-", "@", "'", '"', ",", ";", "\t", "\r", "\n", "村", "1", " "),
    maxLength: 8,
  }),
);
const printable = cell.map((text) => text.replaceAll("\0", ""));
const rows = fc.array(fc.tuple(printable, printable, printable), { minLength: 1, maxLength: 8 });

const expected = (cells: string[][]) =>
  cells.map((row) => row.map(asProse)).filter((row) => row.some((text) => text !== "") && row.join() !== header.join());

test("what is written as CSV is read back, cell by cell", () => {
  fc.assert(
    fc.property(rows, (cells) => {
      fc.pre(expected(cells).length > 0);
      const sheet = readSheet(Buffer.from(toCsv(header, cells)), "a.csv");
      expect(sheet.header).toEqual(header);
      expect(sheet.rows.map((row) => row.cells)).toEqual(expected(cells));
    }),
    { numRuns: 500 },
  );
});

test("no cell of a CSV starts as a formula", () => {
  const csv = toCsv(["a"], [["=1+1"], ["+86"], ["-1"], ["@SUM(A1)"], ["\t=1"], ["\r=1"], ["'=1"]]);
  expect(csv.slice(1).split("\r\n").slice(1, 5)).toEqual(["'=1+1", "'+86", "'-1", "'@SUM(A1)"]);
  expect(csv).toContain(`"'\t=1"`);
  expect(csv).toContain(`"'\r=1"`);
  expect(csv).toContain("''=1");
});

test("bytes at random are read or refused, nothing else", () => {
  const names = fc.constantFrom("a.csv", "a.xlsx", "a.xls", "a.pdf");
  const starts = fc.constantFrom("", "504b0304", "d0cf11e0a1b11ae1", "fffe", "efbbbf", "504b030414000000504b0506");
  fc.assert(
    fc.property(starts, fc.uint8Array({ maxLength: 2_000 }), names, (start, bytes, name) => {
      expect(outcome(Buffer.concat([Buffer.from(start, "hex"), bytes]), name)).toBeInstanceOf(Array);
    }),
    { numRuns: 500 },
  );
});

function outcome(bytes: Buffer, name: string): unknown {
  try {
    return readSheet(bytes, name).header;
  } catch (error) {
    return error instanceof SheetError ? sheetErrorCodes : error;
  }
}
