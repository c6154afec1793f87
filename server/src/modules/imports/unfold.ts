import { fieldOf } from "./columns.ts";
import { memberColumns } from "./member-columns.ts";
import type { SheetRow } from "./raw-sheet.ts";
import { placesNamed, type SheetNote } from "./sheet-note.ts";
import { titleKey } from "./column.ts";

interface Titled {
  titles: string[];
  groups: string[];
  rows: SheetRow[];
}

interface People {
  duty: string;
  /** Where a person's titles stand. */
  columns: Map<string, number>;
}

/**
 * A sheet with a grid a row and its people side by side, under the duties they hold, as one with a person a row. A row keeps its
 * number: several may bear the same one.
 */
export function unfoldPeople(sheet: Titled): Titled & { notes: SheetNote[] } {
  const people = peopleIn(sheet);
  if (people.length === 0) return { ...sheet, notes: [] };
  const folded = new Set(people.flatMap(({ columns }) => [...columns.values()]));
  const shared = sheet.titles.map((_, column) => column).filter((column) => !folded.has(column));
  const own = [
    ...new Map(people.flatMap(({ columns }) => [...columns].map(([key, column]) => [key, column] as const))),
  ];
  const rows = sheet.rows.flatMap((row) =>
    people
      .filter(({ columns }) => [...columns.values()].some((column) => row.cells[column] || row.faults?.[column]))
      .map(({ duty, columns }) => taken(row, [...shared, ...own.map(([key]) => columns.get(key))], duty)),
  );
  const held = new Set(rows.map(({ number }) => number));
  const without = sheet.rows.filter(({ number }) => !held.has(number));
  const names = people.map(({ duty }) => duty).join("、");
  return {
    titles: [
      ...shared.map((column) => sheet.titles[column]!),
      ...own.map(([, column]) => sheet.titles[column]!),
      "职务",
    ],
    groups: shared.map((column) => sheet.groups[column] ?? ""),
    rows,
    notes: [
      { code: "NOTE_PEOPLE_IN_COLUMNS", params: { duties: names } },
      ...(without.length > 0
        ? [{ code: "NOTE_ROWS_WITHOUT_PEOPLE" as const, params: placesNamed(without.map(({ number }) => number)) }]
        : []),
    ],
  };
}

/** Groups of columns under the name of a duty that have a person's name among them; none where the sheet has a column of duties. */
function peopleIn({ titles, groups }: Titled): People[] {
  if (titles.some((title) => fieldOf("MEMBERS", title) === "duty")) return [];
  const duties = [...new Set(groups.filter((group) => group && isDuty(group)))];
  return duties
    .map((duty) => ({
      duty,
      columns: new Map(titles.flatMap((title, column) => (groups[column] === duty ? [[titleKey(title), column]] : []))),
    }))
    .filter(({ columns }) => [...columns.keys()].some((key) => fieldOf("MEMBERS", key) === "name"));
}

const isDuty = (text: string) => "value" in memberColumns.duty.parse(text);

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
