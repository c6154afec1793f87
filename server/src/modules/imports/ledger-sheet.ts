import writeExcelFile, { type Cell, type Row } from "write-excel-file/node";
import { toCsv } from "./csv.ts";
import { type Portion, type Portions, portionOf, rowsIn } from "./portions.ts";

/** A day is 2026-03-05; numbers stand to the right, and texts never count as formulas. */
export type SheetCell = string | number | { day: string } | null;

export interface SheetToWrite {
  name: string;
  /** Above the titles. */
  caption: string;
  columns: { title: string; width: number }[];
  rows: Portions;
  /** Below the rows. */
  foot: string[];
  format: "xlsx" | "csv";
}

/** A list as a file. One of text has the titles and the rows alone, for programs. */
export async function sheetFile(sheet: SheetToWrite): Promise<Portion> {
  const rows = rowsIn<SheetCell[]>(sheet.rows);
  if (sheet.format === "csv")
    return portionOf(
      toCsv(
        sheet.columns.map(({ title }) => title),
        rows.map((cells) => cells.map(plain)),
      ),
    );
  const width = sheet.columns.length;
  const lines: Row[] = [
    [
      { value: sheet.caption, type: String, fontWeight: "bold", fontSize: 14, columnSpan: width, align: "center" },
      ...blanks(width),
    ],
    sheet.columns.map(({ title }) => ({ value: title, type: String, fontWeight: "bold", backgroundColor: "#e5e7eb" })),
    ...rows.map((cells) => cells.map(cellOf)),
    ...sheet.foot.map((line): Row => [{ value: line, type: String, columnSpan: width }, ...blanks(width)]),
  ];
  const columns = sheet.columns.map(({ width: of }) => ({ width: of }));
  const written = await writeExcelFile([{ sheet: sheet.name, data: lines, columns, stickyRowsCount: 2 }]).toBuffer();
  return new Uint8Array(written);
}

const blanks = (width: number): null[] => Array.from({ length: width - 1 }, () => null);

const plain = (cell: SheetCell) => (cell === null ? "" : typeof cell === "object" ? cell.day : String(cell));

function cellOf(cell: SheetCell): Cell | null {
  if (cell === null || cell === "") return null;
  if (typeof cell === "number") return { value: cell, type: Number };
  if (typeof cell === "object") return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
  return { value: cell, type: String, format: "@", wrap: cell.length > wrapsFrom };
}

const wrapsFrom = 30;
