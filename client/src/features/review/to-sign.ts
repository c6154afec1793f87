import type { Only } from "./routes.tsx";

/** Weeks of the matrix that are the viewer's to sign; the server says which they are, and how many stand on the workbench. */
export const cellsOf = <C extends { toSign: "IN_TIME" | "OVERDUE" | null }>(
  cells: readonly C[],
  only: Only | undefined,
): readonly C[] =>
  only ? cells.filter(({ toSign }) => (only === "overdue" ? toSign === "OVERDUE" : toSign !== null)) : cells;

/** Of these weeks those that have a cell, where not all are shown. */
export const weeksOf = (cells: readonly { week: string }[], weeks: readonly string[], only: Only | undefined) =>
  only ? weeks.filter((each) => cells.some(({ week }) => week === each)) : weeks;
