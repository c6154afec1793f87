import { type BookType, read, utils, type WorkBook, write } from "@e965/xlsx";

const bytesOf = (workbook: WorkBook, bookType: BookType = "xlsx"): Buffer =>
  write(workbook, { type: "buffer", bookType });

/** A workbook of one sheet, all of it text; `biff8` is what xls files hold. */
export function workbookOf(rows: readonly (readonly string[])[], bookType?: "xlsx" | "biff8"): Buffer {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows as string[][]));
  return bytesOf(workbook, bookType);
}

/** The same with cells merged, as in A1:B1. */
export function mergedWorkbook(rows: readonly (readonly string[])[], merged: readonly string[]): Buffer {
  const workbook = utils.book_new();
  const sheet = utils.aoa_to_sheet(rows as string[][]);
  sheet["!merges"] = merged.map((range) => utils.decode_range(range));
  utils.book_append_sheet(workbook, sheet);
  return bytesOf(workbook);
}

/** The rows of a workbook's first sheet, as texts, numbers and days. */
export const rowsOfWorkbook = (bytes: Uint8Array): unknown[][] =>
  utils.sheet_to_json<unknown[]>(firstSheet(read(bytes, { cellDates: true })), { header: 1, blankrows: false });

/** The file with other text in some cells, as somebody saves it who typed it there. */
export function retyped(bytes: Uint8Array, cells: readonly { row: number; column: number; value: string }[]): Buffer {
  const workbook = read(bytes);
  const sheet = firstSheet(workbook);
  for (const { row, column, value } of cells)
    sheet[utils.encode_cell({ r: row - 1, c: column })] = { t: "s", v: value };
  return bytesOf(workbook);
}

const firstSheet = ({ Sheets, SheetNames }: WorkBook) => Sheets[SheetNames[0]!]!;
