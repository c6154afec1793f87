import type { WeekMatrixQuery } from "@maple-bridge/schema/documents";
import type { Tone } from "../../ui/tones.ts";

export type Cell = WeekMatrixQuery["weekMatrix"][number];
export type Person = NonNullable<Cell["member"]>;

export interface MemberRow {
  member: Person;
  /** By the week's Monday: not every member was at the station in every week. */
  cells: ReadonlyMap<string, Cell>;
}

/** A row for each member, in the order of the answer. */
export function rowsOf(cells: readonly Cell[]): MemberRow[] {
  const rows = new Map<string, { member: Person; cells: Map<string, Cell> }>();
  for (const cell of cells) {
    if (!cell.member) continue;
    const row = rows.get(cell.member.id) ?? { member: cell.member, cells: new Map<string, Cell>() };
    row.cells.set(cell.week, cell);
    rows.set(cell.member.id, row);
  }
  return [...rows.values()];
}

export const counts = [
  "missed",
  "late",
  "recheckFailed",
  "returned",
  "waiting",
  "done",
] as const satisfies readonly (keyof Cell)[];
export type Count = (typeof counts)[number];

/** What is nothing is left out; what needs a look comes first. */
export const countsOf = (cell: Cell) => counts.flatMap((name) => (cell[name] > 0 ? [{ name, count: cell[name] }] : []));

export const countTones = {
  missed: "bad",
  late: "bad",
  recheckFailed: "bad",
  returned: "soon",
  waiting: "accent",
  done: "quiet",
} as const satisfies Record<Count, Tone>;
