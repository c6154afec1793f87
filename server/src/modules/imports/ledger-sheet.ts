import writeExcelFile, { type Cell, type Row } from "write-excel-file/node";
import { toCsv } from "./csv.ts";
import { type Portion, type Portions, portionOf, rowsIn } from "./portions.ts";

/** A day is 2026-03-05, a minute an instant; numbers stand to the right, and texts never count as formulas. */
export type SheetCell = string | number | { day: string } | { minute: string } | null;

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

/** A list as a file. One of text begins with its titles; who made it stands below the rows of either. */
export async function sheetFile(sheet: SheetToWrite): Promise<Portion> {
  const rows = rowsIn<SheetCell[]>(sheet.rows);
  const width = sheet.columns.length;
  if (sheet.format === "csv")
    return portionOf(
      toCsv(
        sheet.columns.map(({ title }) => title),
        [
          ...rows.map((cells) => cells.map(plainCell)),
          ...sheet.foot.map((line) => [line, ...blanks(width).map(plainCell)]),
        ],
      ),
    );
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
  const isWide = sheet.columns.reduce((sum, { width: of }) => sum + of, 0) > upright;
  const written = await writeExcelFile(
    [
      {
        sheet: sheet.name,
        data: lines,
        columns,
        stickyRowsCount: 2,
        ...(isWide && { orientation: "landscape" as const }),
      },
    ],
    { features: isWide ? [fitted] : [] },
  ).toBuffer();
  return new Uint8Array(written);
}

/** So wide is A4 that stands, in letters. */
const upright = 90;

/** On paper it is as wide as the page that lies: columns on another page are nobody's. */
const fitted = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml: string) =>
          xml
            .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace("<pageSetup ", '<pageSetup fitToWidth="1" fitToHeight="0" '),
      },
    },
  },
};

const blanks = (width: number): null[] => Array.from({ length: width - 1 }, () => null);

/** What a cell says as text. */
export const plainCell = (cell: SheetCell) =>
  cell === null ? "" : typeof cell !== "object" ? String(cell) : "day" in cell ? cell.day : minuteIn(cell.minute);

const offsetMs = 8 * 3_600_000;
const inChina = (instant: string) => new Date(Date.parse(instant) + offsetMs);
const minuteIn = (instant: string) => inChina(instant).toISOString().slice(0, 16).replace("T", " ");

function cellOf(cell: SheetCell): Cell | null {
  if (cell === null || cell === "") return null;
  if (typeof cell === "number") return { value: cell, type: Number };
  if (typeof cell === "object")
    return "day" in cell
      ? { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" }
      : { value: inChina(cell.minute), type: Date, format: "yyyy-mm-dd hh:mm" };
  return { value: cell, type: String, format: "@", wrap: cell.length > wrapsFrom };
}

const wrapsFrom = 30;
