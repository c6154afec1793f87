import type { WeekMatrixQuery } from "@maple-bridge/schema/documents";
import type { Tone } from "../../ui/tones.ts";
import type { Line } from "./columns.ts";

export type Cell = WeekMatrixQuery["weekMatrix"][number];
export type Person = NonNullable<Cell["member"]>;

export interface MemberRow {
  member: Person;
  /** By the week's Monday: not every member was at the station in every week. */
  cells: ReadonlyMap<string, Cell>;
}

/** A row for each member, in the order of the answer. */
export const rowsOf = (cells: readonly Cell[]): MemberRow[] =>
  rowsBy(cells, ({ member }) => member).map(({ of, cells: own }) => ({ member: of, cells: own }));

/** A row for each that the cells are of, in the order of the answer; what is out of sight has none. */
export function rowsBy<C extends { week: string }, O extends { id: string }>(
  cells: readonly C[],
  whose: (cell: C) => O | null | undefined,
) {
  const rows = new Map<string, { of: O; cells: Map<string, C> }>();
  for (const cell of cells) {
    const of = whose(cell);
    if (!of) continue;
    const row = rows.get(of.id) ?? { of, cells: new Map<string, C>() };
    row.cells.set(cell.week, cell);
    rows.set(of.id, row);
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
export const countsOf = (cell: Partial<Record<Count, number>>) =>
  counts.flatMap((name) => {
    const count = cell[name] ?? 0;
    return count > 0 ? [{ name, count }] : [];
  });

type Counted = Pick<Line, "source" | "standing" | "isLate" | "isReturned" | "isWaiting" | "decision"> & {
  rechecks: readonly Pick<Line["rechecks"][number], "outcome">[];
};

/** Which lines a figure counts, as the server does: of the week's work, and what was not confirmed of what was brought about. */
const bears: Readonly<Record<Count, (line: Counted) => boolean>> = {
  missed: ({ source, standing }) => source === "WORK_DUE" && standing === "MISSED",
  late: ({ source, standing, isLate }) => source === "WORK_DUE" && standing !== "MISSED" && isLate,
  recheckFailed: ({ source, rechecks }) =>
    source === "ACHIEVEMENTS" && rechecks.some(({ outcome }) => outcome === "NOT_CONFIRMED"),
  returned: ({ source, isReturned, decision }) => source === "WORK_DUE" && (isReturned || decision === "RETURNED"),
  waiting: ({ source, isWaiting, decision }) => source === "WORK_DUE" && isWaiting && !decision,
  done: ({ source, standing }) => source === "WORK_DUE" && standing === "DONE",
};

export const linesOf = <L extends Counted>(lines: readonly L[], only: Count): L[] => lines.filter(bears[only]);

/** What the lines come to, figure by figure. */
export const countsIn = (lines: readonly Counted[]) =>
  countsOf(Object.fromEntries(counts.map((name) => [name, linesOf(lines, name).length])));

export const countTones = {
  missed: "bad",
  late: "bad",
  recheckFailed: "bad",
  returned: "soon",
  waiting: "accent",
  done: "quiet",
} as const satisfies Record<Count, Tone>;
