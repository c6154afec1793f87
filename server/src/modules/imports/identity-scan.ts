import {
  asksForIdentityNumber,
  bearsIdentityNumber,
  looksLikeRoundedIdentityNumber,
  maskDigits,
  maskIdentityNumbers,
} from "#kernel/identity-number";
import { columnLetter } from "./cell-text.ts";
import type { RawSheet } from "./raw-sheet.ts";
import type { ReadFile } from "./read-file.ts";
import type { RowError } from "./row-error.ts";

const mostShown = 100;
/** Less is no number of a person: a remark, a dash, a year. */
const fewestDigits = 6;

/** Where identity numbers stand in a file: in every cell of every sheet, shown or not, above the titles, in them, and in comments. */
export function identityNumbersIn({ raw, sheets, taken }: ReadFile): RowError[] {
  const found = raw.flatMap((sheet, index) => {
    const read = sheets[index];
    const header = index === taken && read && "sheet" in read ? read.sheet : undefined;
    const placed = (row: number, column: number) => {
      const title = header && row > header.headerRow ? sheetTitle(sheet, header.headerRow, column) : "";
      const cell = title || columnLetter(column);
      return index === taken ? cell : `${maskIdentityNumbers(sheet.name)}!${cell}`;
    };
    return [...inName(sheet), ...inCells(sheet, placed), ...underTitles(sheet, placed), ...inComments(sheet, placed)];
  });
  return found.slice(0, mostShown);
}

type Placed = (row: number, column: number) => string;

const sheetTitle = ({ rows }: RawSheet, headerRow: number, column: number) =>
  maskIdentityNumbers(rows.find(({ number }) => number === headerRow)?.cells[column] ?? "");

const error = (row: number, column: string, value: string): RowError => ({
  row,
  column,
  value: masked(value),
  code: "IDENTITY_NUMBER",
});

/** Whatever form it has: of one that is no number by the rules, no digit is shown. */
const masked = (value: string) => {
  const usual = maskIdentityNumbers(value);
  return usual === value ? maskDigits(value) : usual;
};

const isOne = (text: string) => bearsIdentityNumber(text) || looksLikeRoundedIdentityNumber(text);

const inName = ({ name }: RawSheet): RowError[] => (isOne(name) ? [error(0, "", name)] : []);

const inCells = ({ rows }: RawSheet, placed: Placed): RowError[] =>
  rows.flatMap(({ number, cells }) =>
    cells.flatMap((cell, column) => (isOne(cell) ? [error(number, placed(number, column), cell)] : [])),
  );

const inComments = ({ comments }: RawSheet, placed: Placed): RowError[] =>
  comments.flatMap(({ row, column, text }) => (isOne(text) ? [error(row, placed(row, column), text)] : []));

/** One error for a column that is said to hold them, at the first of what it holds. */
function underTitles({ rows }: RawSheet, placed: Placed): RowError[] {
  const titled = new Map<number, number>();
  for (const { number, cells } of rows)
    for (const [column, cell] of cells.entries())
      if (cell && !titled.has(column) && asksForIdentityNumber(cell)) titled.set(column, number);
  return [...titled].flatMap(([column, title]) => {
    const held = rows.filter(({ number, cells }) => number > title && isLeft(cells[column] ?? ""));
    const [first] = held;
    if (!first) return [];
    return [
      { ...error(first.number, placed(first.number, column), first.cells[column]!), params: { count: held.length } },
    ];
  });
}

/** Those that are told of by themselves are not told of again. */
const isLeft = (text: string) => (text.match(/\p{Nd}/gu) ?? []).length >= fewestDigits && !isOne(text);
