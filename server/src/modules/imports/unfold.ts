import { asLine } from "#kernel/written";
import { memberColumns } from "./member-columns.ts";
import { type PersonColumns, peopleInColumns } from "./people-in-columns.ts";
import type { SheetRow } from "./raw-sheet.ts";
import { placesNamed, type SheetNote } from "./sheet-note.ts";

interface Titled {
  titles: string[];
  groups: string[];
  rows: SheetRow[];
}

/**
 * A sheet with a grid a row and its people side by side, under the duties they hold, as one with a person a row. A row keeps its
 * number: several may bear the same one.
 */
export function unfoldPeople(sheet: Titled): Titled & { notes: SheetNote[] } {
  const people = peopleInColumns(sheet);
  if (people.length === 0) return { ...sheet, notes: [] };
  const folded = new Set(people.flatMap(({ columns }) => [...columns.values()]));
  const shared = sheet.titles.map((_, column) => column).filter((column) => !folded.has(column));
  const own = [...new Map(people.flatMap(({ columns }) => [...columns]))];
  const rows = sheet.rows.flatMap((row) =>
    people
      .filter((person) => isFilled(row, person))
      .flatMap(({ duty, columns }) =>
        apart(taken(row, [...shared, ...own.map(([field]) => columns.get(field))], duty), shared.length, own),
      ),
  );
  const held = new Set(rows.map(({ number }) => number));
  const without = sheet.rows.filter(({ number }) => !held.has(number));
  const duties = [...new Set(people.map(({ duty }) => duty))].join("、");
  return {
    titles: [
      ...shared.map((column) => sheet.titles[column]!),
      ...own.map(([field, column]) => titleOf(field) ?? sheet.titles[column]!),
      "职务",
    ],
    groups: shared.map((column) => sheet.groups[column] ?? ""),
    rows,
    notes: [
      { code: "NOTE_PEOPLE_IN_COLUMNS", params: { duties } },
      ...(without.length > 0
        ? [{ code: "NOTE_ROWS_WITHOUT_PEOPLE" as const, params: placesNamed(without.map(({ number }) => number)) }]
        : []),
    ],
  };
}

const titleOf = (field: string) =>
  Object.hasOwn(memberColumns, field) ? memberColumns[field as keyof typeof memberColumns].title["zh-CN"] : undefined;

/** What is written where nobody holds a seat. */
const nobody = /^(无|空|空缺|空岗|缺|暂缺|暂无|待定|[-—–/／\\]+)$/;

function isFilled(row: SheetRow, { columns }: PersonColumns): boolean {
  if (nobody.test(asLine(row.cells[columns.get("name")!] ?? ""))) return false;
  return [...columns.values()].some((column) => row.cells[column] || row.faults?.[column]);
}

function taken({ number, cells, faults }: SheetRow, columns: (number | undefined)[], duty: string): SheetRow {
  const moved = columns.flatMap((column, index) => {
    const fault = column === undefined ? undefined : faults?.[column];
    return fault ? [[index, fault] as const] : [];
  });
  return {
    number,
    cells: [...columns.map((column) => (column === undefined ? "" : (cells[column] ?? ""))), duty],
    ...(moved.length > 0 && { faults: Object.fromEntries(moved) }),
  };
}

const separators = /[、,，;；/／\n]+/;
const isName = (text: string) => /^[\p{Script=Han}·]{2,8}$/u.test(text);

/** Several names in one cell are as many people, where what else is told of them is told of each, or of none. */
function apart(row: SheetRow, from: number, own: [string, number][]): SheetRow[] {
  const [nameAt, columns] = [
    own.findIndex(([field]) => field === "name") + from,
    own.map((_, index) => index + from).filter((index) => row.cells[index]),
  ];
  const parts = new Map(columns.map((index) => [index, partsOf(row.cells[index]!)]));
  const names = parts.get(nameAt) ?? [];
  const isClear = names.length > 1 && names.every(isName) && !row.faults;
  if (!isClear || ![...parts.values()].every(({ length }) => length === names.length)) return [row];
  return names.map((_, which) => ({
    number: row.number,
    cells: row.cells.map((cell, index) => parts.get(index)?.[which] ?? cell),
  }));
}

const partsOf = (text: string) => text.split(separators).map(asLine).filter(Boolean);
