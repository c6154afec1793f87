import { withYearOfCaption } from "./caption-year.ts";
import { columnLetter } from "./cell-text.ts";
import { type ImportKind, titlesTaken } from "./columns.ts";
import { leaveOut } from "./left-out.ts";
import { limits } from "./limits.ts";
import type { RawSheet, SheetRow } from "./raw-sheet.ts";
import { SheetError } from "./sheet-error.ts";
import { dropPeople } from "./person-columns.ts";
import { placesNamed, type SheetNote } from "./sheet-note.ts";
import { type Titles, titlesOf } from "./titles.ts";
import { unfoldPeople } from "./unfold.ts";

export type { CellFault, SheetRow } from "./raw-sheet.ts";

/** Row numbers are those the user's program shows. Every row has as many cells as the header. */
export interface Sheet {
  headerRow: number;
  /** As columns are named to who brought them. */
  header: string[];
  /** As columns are known by. */
  titles: string[];
  rows: SheetRow[];
  notes: SheetNote[];
  /** How many of its titles are known. */
  known: number;
}

export function sheetOf(raw: RawSheet, kind: ImportKind): Sheet {
  if (raw.problem) throw raw.problem;
  const found = titlesOf(raw, kind);
  if (!found) throw new SheetError("SHEET_EMPTY");
  const below = raw.rows.slice(found.below);
  const width = below.reduce((most, row) => Math.max(most, filledWidth(row.cells)), filledWidth(found.titles));
  const { rows, notes } = leaveOut(below, found.lines, width);
  if (rows.length === 0) throw new SheetError("SHEET_EMPTY");
  const titles = padded(found.titles, width);
  const above = raw.rows.slice(0, found.below - found.lines.length);
  const unfolded = takenFrom({ titles, groups: found.groups, rows }, above, kind);
  if (unfolded.rows.length > limits.rows) throw new SheetError("ROWS_TOO_MANY");
  return {
    headerRow: found.row,
    header: headerOf(unfolded.titles, unfolded.groups),
    titles: unfolded.titles,
    rows: unfolded.rows.map((row) => ({ ...row, cells: padded(row.cells, unfolded.titles.length) })),
    notes: [
      ...notesOf(raw, found, rows),
      ...notes,
      ...unfolded.notes,
      ...noteOf("NOTE_FIELD_TWICE", titlesTaken(unfolded.titles, kind)),
    ],
    known: found.known,
  };
}

/** Of members each is a row; of a ledger the people whom it is about are left out. */
function takenFrom(
  sheet: Parameters<typeof unfoldPeople>[0],
  above: readonly SheetRow[],
  kind: ImportKind,
): ReturnType<typeof unfoldPeople> {
  if (kind === "MEMBERS") return unfoldPeople(sheet);
  if (kind === "GRIDS") return { ...sheet, notes: [] };
  const { notes, ...kept } = dropPeople(sheet);
  const dated = withYearOfCaption(kept, above, kind);
  return { ...kept, rows: dated.rows, notes: [...notes, ...dated.notes] };
}

function notesOf(
  { hiddenRows, hiddenColumns, comments, rows: all }: RawSheet,
  found: Titles,
  rows: SheetRow[],
): SheetNote[] {
  const hidden = rows.map(({ number }) => number).filter(hiddenIn(hiddenRows));
  const columns = hiddenColumns
    .filter((column) => rows.some((row) => row.cells[column]) || found.titles[column])
    .map((column) => found.titles[column] || columnLetter(column));
  const above = all.slice(0, found.below - found.lines.length);
  const isFormula = ({ faults = {} }: SheetRow) => Object.values(faults).includes("FORMULA_WITHOUT_VALUE");
  const formulas = rows.filter(isFormula).map(({ number }) => number);
  return [
    ...(above.length > 0
      ? [{ code: "NOTE_ROWS_ABOVE" as const, params: { row: found.row, count: above.length } }]
      : []),
    ...(found.lines.length > 1 ? [{ code: "NOTE_TWO_LINES" as const, params: { row: found.row } }] : []),
    ...noteOf("NOTE_HIDDEN_ROWS", hidden),
    ...noteOf("NOTE_HIDDEN_COLUMNS", columns),
    ...noteOf("NOTE_FORMULAS_WITHOUT_VALUE", formulas),
    ...(comments.length > 0 ? [{ code: "NOTE_COMMENTS" as const, params: { count: comments.length } }] : []),
  ];
}

const hiddenIn = (numbers: number[]) => {
  const set = new Set(numbers);
  return (number: number) => set.has(number);
};

const noteOf = (code: SheetNote["code"], places: (string | number)[]): SheetNote[] =>
  places.length > 0 ? [{ code, params: placesNamed(places) }] : [];

/** A title that stands under several groups is told with its group. */
function headerOf(titles: string[], groups: string[]): string[] {
  const isTwice = (title: string) => titles.indexOf(title) !== titles.lastIndexOf(title);
  return titles.map((title, column) =>
    title && groups[column] && isTwice(title) ? `${groups[column]}·${title}` : title,
  );
}

const filledWidth = (cells: string[]) => cells.findLastIndex((cell) => (cell ?? "") !== "") + 1;

const padded = (cells: string[], width: number) => Array.from({ length: width }, (_, index) => cells[index] ?? "");
