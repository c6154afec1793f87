import { countKnownTitles } from "./columns.ts";
import { limits } from "./limits.ts";
import type { CellFault, RawSheet, SheetRow } from "./raw-sheet.ts";
import { readText } from "./read-text.ts";
import { readWorkbook } from "./read-workbook.ts";
import { SheetError } from "./sheet-error.ts";

export type { CellFault, SheetRow } from "./raw-sheet.ts";

/** Row numbers are those the user's program shows. Every row has as many cells as the header. */
export interface Sheet {
  headerRow: number;
  header: string[];
  rows: SheetRow[];
  faults: CellFault[];
}

const headerSearchRows = 5;

/** Reads the first sheet that has known column titles; throws nothing but SheetError. */
export function readSheet(bytes: Buffer, fileName: string): Sheet {
  if (bytes.length === 0) throw new SheetError("FILE_EMPTY");
  if (bytes.length > limits.bytes) throw new SheetError("FILE_TOO_LARGE");
  return withHeader(rawSheets(bytes, fileName));
}

function rawSheets(bytes: Buffer, fileName: string): RawSheet[] {
  const format = formatOf(bytes, fileName);
  if (format === "text") return [readText(bytes)];
  try {
    return readWorkbook(bytes, format);
  } catch (cause) {
    if (cause instanceof SheetError) throw cause;
    throw new SheetError("FILE_UNREADABLE", { cause });
  }
}

function formatOf(bytes: Buffer, fileName: string): "xlsx" | "xls" | "text" {
  const start = bytes.subarray(0, 8).toString("hex");
  if (start.startsWith("504b0304")) return "xlsx";
  if (start === "d0cf11e0a1b11ae1") return "xls";
  // Older systems export tab-separated text under the name of .xls.
  const isText = /\.(csv|tsv|txt|xls)$/i.test(fileName) && !/^\s*</.test(bytes.subarray(0, 64).toString("latin1"));
  if (isText) return "text";
  throw new SheetError("FILE_UNSUPPORTED");
}

function withHeader(sheets: RawSheet[]): Sheet {
  const filled = sheets.filter((sheet) => sheet.rows.length > 0);
  const chosen =
    filled.find((sheet) => bestHeader(sheet).known > 1) ??
    filled.find((sheet) => bestHeader(sheet).known > 0) ??
    filled[0];
  if (!chosen) throw new SheetError("SHEET_EMPTY");
  const { index } = bestHeader(chosen);
  const titles = chosen.rows[index];
  const rows = chosen.rows.slice(index + 1);
  if (!titles || rows.length === 0) throw new SheetError("SHEET_EMPTY");
  if (rows.length > limits.rows) throw new SheetError("ROWS_TOO_MANY");
  const width = rows.reduce((most, row) => Math.max(most, filledWidth(row)), filledWidth(titles));
  const header = padded(titles.cells, width);
  return {
    headerRow: titles.number,
    header,
    rows: rows
      .map(({ number, cells }) => ({ number, cells: padded(cells, width) }))
      .filter((row) => !repeats(row, header)),
    faults: chosen.faults.filter((fault) => fault.row > titles.number),
  };
}

function bestHeader(sheet: RawSheet): { index: number; known: number } {
  return sheet.rows
    .slice(0, headerSearchRows)
    .map((row, index) => ({ index, known: countKnownTitles(row.cells) }))
    .reduce((best, next) => (next.known > best.known ? next : best), { index: 0, known: 0 });
}

const filledWidth = (row: SheetRow) => row.cells.findLastIndex((cell) => cell !== "") + 1;

const padded = (cells: string[], width: number) => Array.from({ length: width }, (_, index) => cells[index] ?? "");

const repeats = (row: SheetRow, header: string[]) => row.cells.every((cell, index) => cell === header[index]);
