import { keysOf, titleKey, type Columns } from "./column.ts";
import { checklistColumns } from "./checklist-columns.ts";
import { dutyColumns } from "./duty-columns.ts";
import { gridColumns } from "./grid-columns.ts";
import { disputeColumns, hazardColumns, matterColumns } from "./matter-columns.ts";
import { memberColumns } from "./member-columns.ts";
import { taskColumns } from "./task-columns.ts";

export const columnsOf = {
  GRIDS: gridColumns,
  MEMBERS: memberColumns,
  DISPUTES: disputeColumns,
  HAZARDS: hazardColumns,
  MATTERS: matterColumns,
  TASKS: taskColumns,
  DUTY_LINES: dutyColumns,
  CHECKLISTS: checklistColumns,
} satisfies Record<string, Columns>;

export type ImportKind = keyof typeof columnsOf;
/** Files of what happened, and of work: what stood in a ledger until now. */
export type LedgerKind = Exclude<ImportKind, "GRIDS" | "MEMBERS" | "DUTY_LINES" | "CHECKLISTS">;
export const isLedger = (kind: ImportKind): kind is LedgerKind =>
  !["GRIDS", "MEMBERS", "DUTY_LINES", "CHECKLISTS"].includes(kind);
export type MattersKind = Exclude<LedgerKind, "TASKS">;

/** Field key by column index. */
export type Mapping = Record<number, string>;

const fieldsByTitle = Object.fromEntries(
  Object.entries(columnsOf).map(([kind, columns]) => [kind, fieldByTitle(columns)]),
) as Record<ImportKind, Map<string, string>>;

function fieldByTitle(columns: Columns): Map<string, string> {
  return new Map(
    Object.entries(columns).flatMap(([field, column]) => keysOf(field, column).map((key) => [key, field] as const)),
  );
}

export const fieldOf = (kind: ImportKind, title: string): string | undefined =>
  fieldsByTitle[kind].get(titleKey(title));

/** The columns whose titles are known, each field once: the first column that bears it. */
export function guessMapping(titles: string[], kind: ImportKind): Mapping {
  const fields = titles.map((title) => fieldOf(kind, title));
  const guessed = fields.flatMap((field, index) =>
    field && fields.indexOf(field) === index ? [[index, field] as const] : [],
  );
  const isCoded = kind !== "GRIDS" || fields.includes("code");
  // A bureau that codes its grids by their divisions has one column for both.
  return Object.fromEntries(
    guessed.map(([index, field]) => [index, !isCoded && field === "divisionCode" ? "code" : field]),
  );
}

/** Titles of columns that are a field's which an earlier column is already. */
export function titlesTaken(titles: string[], kind: ImportKind): string[] {
  const fields = titles.map((title) => fieldOf(kind, title));
  return titles.filter((_, column) => fields[column] && fields.indexOf(fields[column]) < column);
}

/** How many fields of the kind the titles name. */
export const knownTitles = (titles: string[], kind: ImportKind): number =>
  new Set(titles.map((title) => fieldOf(kind, title)).filter(Boolean)).size;

export const countKnownTitles = (titles: string[]): number =>
  Math.max(...Object.keys(fieldsByTitle).map((kind) => knownTitles(titles, kind as ImportKind)));
