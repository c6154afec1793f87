import { type BookType, read, utils, type WorkBook, write } from "@e965/xlsx";

const bytesOf = (workbook: WorkBook, bookType: BookType = "xlsx"): Buffer =>
  write(workbook, { type: "buffer", bookType });

/** A workbook of one sheet, all of it text; `biff8` is what xls files hold. */
export function workbookOf(rows: readonly (readonly string[])[], bookType?: "xlsx" | "biff8"): Buffer {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows as string[][]));
  return bytesOf(workbook, bookType);
}

/** The file with other text in some cells, as somebody saves it who typed it there. */
export function retyped(bytes: Uint8Array, cells: readonly { row: number; column: number; value: string }[]): Buffer {
  const workbook = read(bytes);
  const sheet = firstSheet(workbook);
  for (const { row, column, value } of cells)
    sheet[utils.encode_cell({ r: row - 1, c: column })] = { t: "s", v: value };
  return bytesOf(workbook);
}

const firstSheet = ({ Sheets, SheetNames }: WorkBook) => Sheets[SheetNames[0]!]!;
