import type { Columns } from "./column.ts";
import type { ImportKind, Mapping } from "./columns.ts";
import { checklistColumns } from "./checklist-columns.ts";
import { dutyColumns } from "./duty-columns.ts";
import { gridColumns } from "./grid-columns.ts";
import { type GridNames, type GridOptions, gridRows, type GridRow } from "./grid-rows.ts";
import { type LedgerLine, ledgerLines } from "./ledger-lines.ts";
import { disputeColumns, hazardColumns, matterColumns } from "./matter-columns.ts";
import { memberColumns } from "./member-columns.ts";
import { type MemberNames, memberRows, type MemberRow } from "./member-rows.ts";
import { readCells, type Cells, type SaidOfCells, type SheetToPlan } from "./read-cells.ts";
import type { RowError } from "./row-error.ts";
import { taskColumns } from "./task-columns.ts";

export interface ParseOptions extends GridOptions, SaidOfCells {}

export interface RowOf {
  GRIDS: GridRow;
  MEMBERS: MemberRow;
  DISPUTES: LedgerLine<typeof disputeColumns>;
  HAZARDS: LedgerLine<typeof hazardColumns>;
  MATTERS: LedgerLine<typeof matterColumns>;
  TASKS: LedgerLine<typeof taskColumns>;
  DUTY_LINES: LedgerLine<typeof dutyColumns>;
  CHECKLISTS: LedgerLine<typeof checklistColumns>;
}

export interface NamesOf {
  GRIDS: GridNames;
  MEMBERS: MemberNames;
  DISPUTES: Partial<RowOf["DISPUTES"]>;
  HAZARDS: Partial<RowOf["HAZARDS"]>;
  MATTERS: Partial<RowOf["MATTERS"]>;
  TASKS: Partial<RowOf["TASKS"]>;
  DUTY_LINES: Partial<RowOf["DUTY_LINES"]>;
  CHECKLISTS: Partial<RowOf["CHECKLISTS"]>;
}

export interface Sifted<Row, Names> {
  rows: Row[];
  /** What the rows left out name; it is looked up as well, so that all that is wrong is told at once. */
  refused: Names[];
}

export interface ParsedRows<Row, Names> extends Sifted<Row, Names> {
  errors: RowError[];
}

type Parse<K extends ImportKind> = (
  sheet: SheetToPlan,
  mapping: Mapping,
  options: ParseOptions,
) => ParsedRows<RowOf[K], NamesOf[K]>;

const parsers: { [K in ImportKind]: Parse<K> } = {
  GRIDS: (sheet, mapping, options) =>
    parsed(readCells(sheet, mapping, gridColumns, options), (cells) => gridRows(cells, options)),
  MEMBERS: (sheet, mapping, said) => parsed(readCells(sheet, mapping, memberColumns, said), memberRows),
  DISPUTES: (sheet, mapping, said) => parsed(readCells(sheet, mapping, disputeColumns, said), ledgerLines),
  HAZARDS: (sheet, mapping, said) => parsed(readCells(sheet, mapping, hazardColumns, said), ledgerLines),
  MATTERS: (sheet, mapping, said) => parsed(readCells(sheet, mapping, matterColumns, said), ledgerLines),
  TASKS: (sheet, mapping, said) => parsed(readCells(sheet, mapping, taskColumns, said), ledgerLines),
  DUTY_LINES: (sheet, mapping, said) => parsed(readCells(sheet, mapping, dutyColumns, said), ledgerLines),
  CHECKLISTS: (sheet, mapping, said) => parsed(readCells(sheet, mapping, checklistColumns, said), ledgerLines),
};

/** `rows` leaves out what `errors` speaks of: with any error there is nothing to write yet. */
export function parseRows<K extends ImportKind>(
  sheet: SheetToPlan,
  mapping: Mapping,
  kind: K,
  options: ParseOptions = {},
): ParsedRows<RowOf[K], NamesOf[K]> {
  return parsers[kind](sheet, mapping, options);
}

function parsed<C extends Columns, Row, Names>(
  cells: Cells<C>,
  sift: (cells: Cells<C>) => Sifted<Row, Names>,
): ParsedRows<Row, Names> {
  const lacksColumns = cells.errors.some((error) => error.code === "COLUMN_MISSING");
  const { rows, refused } = lacksColumns ? { rows: [], refused: [] } : sift(cells);
  return { rows, refused, errors: cells.errors.toSorted((one, other) => one.row - other.row) };
}
