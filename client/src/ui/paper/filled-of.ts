import type { Sheet } from "../../lib/files.ts";

/** Without the columns in which no row of the sheet has anything. */
export function filledOf<S extends Pick<Sheet, "columns" | "rows">>(sheet: S, blank: string | undefined): S {
  if (blank === undefined) return sheet;
  const { columns, rows } = sheet;
  const isFilled = columns.map((_, index) => rows.some((row) => row[index] !== blank));
  const kept = <T>(cells: readonly T[]) => cells.filter((_, index) => isFilled[index]);
  return { ...sheet, columns: kept(columns), rows: rows.map(kept) };
}
