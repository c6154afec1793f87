import { createRequire } from "node:module";

interface Cell {
  t: string;
  v: string;
}

interface Spreadsheets {
  read(bytes: Uint8Array): Workbook;
  write(workbook: Workbook, options: { type: "buffer"; bookType: "xlsx" }): Buffer;
  utils: {
    book_new(): Workbook;
    book_append_sheet(workbook: Workbook, sheet: Sheet): void;
    aoa_to_sheet(rows: readonly (readonly string[])[]): Sheet;
    encode_cell(place: { r: number; c: number }): string;
  };
}

interface Workbook {
  SheetNames: string[];
  Sheets: Record<string, Sheet>;
}

type Sheet = Record<string, Cell>;

// The server's own reader of spreadsheets stands in for the user's.
const { read, write, utils } = createRequire(createRequire(import.meta.url).resolve("@maple-bridge/server"))(
  "@e965/xlsx",
) as Spreadsheets;

const bytesOf = (workbook: Workbook) => write(workbook, { type: "buffer", bookType: "xlsx" });

/** An xlsx file of one sheet, all of it text. */
export function workbookOf(rows: readonly (readonly string[])[]): Buffer {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows));
  return bytesOf(workbook);
}

/** The file with other text in some cells, as somebody saves it who typed it there. */
export function retyped(bytes: Uint8Array, cells: readonly { row: number; column: number; value: string }[]): Buffer {
  const workbook = read(bytes);
  const sheet = firstSheet(workbook);
  for (const { row, column, value } of cells)
    sheet[utils.encode_cell({ r: row - 1, c: column })] = { t: "s", v: value };
  return bytesOf(workbook);
}

const firstSheet = ({ Sheets, SheetNames }: Workbook) => Sheets[SheetNames[0]!]!;
