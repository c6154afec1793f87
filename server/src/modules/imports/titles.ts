import { countKnownTitles, type ImportKind, knownTitles } from "./columns.ts";
import { isOfPerson } from "./person-columns.ts";
import type { RawSheet, SheetRow, Span } from "./raw-sheet.ts";

/** Titles stand in one of so many rows from the top. */
export const titleRows = 30;
const longestTitle = 30;

export interface Titles {
  /** Of the sheet's rows, the first one below the titles. */
  below: number;
  /** The number of the last line of titles. */
  row: number;
  /** By column. Of two lines the second one counts. */
  titles: string[];
  /** By column, what stands over the titles of several columns. */
  groups: string[];
  /** The lines as they stand in the file. */
  lines: string[][];
  known: number;
}

/** The line, or the two lines, with the most titles that are known; the first line of all where none is. */
export function titlesOf({ rows, spans }: RawSheet, kind: ImportKind): Titles | undefined {
  const top = rows.filter(({ number }) => number <= titleRows);
  const candidates = top.flatMap((row, index): Titles[] => {
    const next = rows[index + 1];
    const two = next?.number === row.number + 1 ? twoLines(row, next, spans) : undefined;
    const one = titled(oneLine(row), index + 1, kind);
    return two ? [titled(two, index + 2, kind), one] : [one];
  });
  return candidates.toSorted((one, other) => other.known - one.known)[0];
}

type Lines = Pick<Titles, "row" | "titles" | "groups" | "lines">;

const titled = (lines: Lines, below: number, kind: ImportKind): Titles => ({
  ...lines,
  below,
  known: knownTitles(lines.titles, kind),
});

const oneLine = ({ number, cells }: SheetRow): Lines => ({ row: number, titles: cells, groups: [], lines: [cells] });

/** Undefined where the second row is none of titles: those stand under what spans several columns, or under nothing. */
function twoLines(row: SheetRow, next: SheetRow, spans: Span[]): Lines | undefined {
  const [over, under] = [row.cells, next.cells];
  const width = Math.max(over.length, under.length);
  const isOwn = (column: number) => (under[column] ?? "") !== "" && under[column] !== over[column];
  const own = Array.from({ length: width }, (_, column) => column).filter(isOwn);
  const groups = groupsOf(row, own, spans);
  const areTitles = own.every((column) => (groups[column] || !over[column]) && looksLikeTitle(under[column]!));
  const areKnown =
    countKnownTitles(own.map((column) => under[column]!)) > 0 ||
    own.some((column) => isOfPerson(under[column]!, groups[column] ?? ""));
  // One text over all of them is a caption.
  const isCaption = new Set(over.filter(Boolean)).size === 1;
  const hasGroup = own.some((column) => groups[column]);
  if (!areTitles || !areKnown || !hasGroup || isCaption) return undefined;
  const titles = Array.from({ length: width }, (_, column) => (isOwn(column) ? under[column]! : (over[column] ?? "")));
  return { row: next.number, titles, groups, lines: [over, under] };
}

const looksLikeTitle = (text: string) => text.length <= longestTitle && !/\d{4}/.test(text);

/** What stands over each of these columns: a cell that spans it, or, where nothing is merged, the last one before blanks. */
function groupsOf({ number, cells }: SheetRow, own: number[], spans: Span[]): string[] {
  const groups: string[] = [];
  const inRow = spans.filter(({ row }) => row === number);
  for (const column of own) {
    const span = inRow.find(({ from, to }) => from <= column && column <= to);
    const start = span ? span.from : startOfBlanks(cells, column);
    const spansMore =
      span !== undefined || own.some((other) => other !== column && startOfBlanks(cells, other) === start);
    groups[column] = spansMore ? (cells[start] ?? "") : "";
  }
  return groups;
}

function startOfBlanks(cells: string[], column: number): number {
  let start = column;
  while (start > 0 && !cells[start]) start -= 1;
  return start;
}
