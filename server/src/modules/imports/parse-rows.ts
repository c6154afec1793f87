import type { Columns } from "./column.ts";
import type { ImportKind, Mapping } from "./columns.ts";
import { gridColumns } from "./grid-columns.ts";
import { gridRows, type GridRow } from "./grid-rows.ts";
import { memberColumns } from "./member-columns.ts";
import { memberRows, type MemberRow } from "./member-rows.ts";
import { readCells, type Cells } from "./read-cells.ts";
import type { RowError } from "./row-error.ts";
import type { Sheet } from "./sheet.ts";

export interface RowOf {
  GRIDS: GridRow;
  MEMBERS: MemberRow;
}

export interface ParsedRows<Row> {
  rows: Row[];
  errors: RowError[];
}

const parsers: { [K in ImportKind]: (sheet: Sheet, mapping: Mapping) => ParsedRows<RowOf[K]> } = {
  GRIDS: (sheet, mapping) => parsed(readCells(sheet, mapping, gridColumns), gridRows),
  MEMBERS: (sheet, mapping) => parsed(readCells(sheet, mapping, memberColumns), memberRows),
};

/** `rows` leaves out what `errors` speaks of: with any error there is nothing to write yet. */
export function parseRows<K extends ImportKind>(sheet: Sheet, mapping: Mapping, kind: K): ParsedRows<RowOf[K]> {
  return parsers[kind](sheet, mapping);
}

function parsed<C extends Columns, Row>(cells: Cells<C>, rowsFrom: (cells: Cells<C>) => Row[]): ParsedRows<Row> {
  const lacksColumns = cells.errors.some((error) => error.code === "COLUMN_MISSING");
  const rows = lacksColumns ? [] : rowsFrom(cells);
  return { rows, errors: cells.errors.toSorted((one, other) => one.row - other.row) };
}
