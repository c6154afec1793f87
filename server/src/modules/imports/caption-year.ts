import { fieldOf, type ImportKind } from "./columns.ts";
import type { SheetRow } from "./raw-sheet.ts";
import type { SheetNote } from "./sheet-note.ts";

const days: ReadonlySet<string> = new Set(["foundOn", "issuedOn", "dueOn", "endedOn"]);
const inCaption = /(?<!\d)(20\d{2})\s*年/g;
const withoutYear = /^(\d{1,2})\s*月\s*(\d{1,2})\s*日?$/;

interface Dated {
  titles: string[];
  rows: SheetRow[];
}

/** 3月5日 in a ledger of 2026年 is of that year, where the caption names one alone; how many days were read so is told. */
export function withYearOfCaption(
  { titles, rows }: Dated,
  above: readonly SheetRow[],
  kind: ImportKind,
): { rows: SheetRow[]; notes: SheetNote[] } {
  const texts = above.flatMap(({ cells }) => cells);
  const years = new Set(texts.flatMap((text) => [...text.matchAll(inCaption)].map(([, year]) => year!)));
  const [year] = years;
  const ofDays = titles.map((title) => days.has(fieldOf(kind, title) ?? ""));
  if (!year || years.size > 1) return { rows, notes: [] };
  let count = 0;
  const dated = (text: string) => {
    const [, month = "", day = ""] = withoutYear.exec(text) ?? [];
    if (month === "") return text;
    count += 1;
    return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  };
  const read = rows.map(({ cells, ...row }): SheetRow =>
    Object.assign(row, { cells: cells.map((cell, column) => (ofDays[column] ? dated(cell) : cell)) }),
  );
  return { rows: read, notes: count > 0 ? [{ code: "NOTE_YEAR_OF_CAPTION", params: { count, year } }] : [] };
}
