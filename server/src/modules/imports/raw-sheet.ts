import { asLine, asProse } from "#kernel/written";
import { columnLetter } from "./cell-text.ts";
import { limits } from "./limits.ts";
import type { RowErrorCode } from "./row-error.ts";
import { SheetError } from "./sheet-error.ts";

export interface SheetRow {
  number: number;
  cells: string[];
  /** By column: cells whose text can't be had, which is an error only where the column is imported. */
  faults?: Record<number, CellFault>;
}

export type CellFault = Extract<RowErrorCode, "STORED_AS_NUMBER" | "FORMULA_ERROR" | "FORMULA_WITHOUT_VALUE">;

/** Columns of a row that one cell spans, from the first to the last. */
export interface Span {
  row: number;
  from: number;
  to: number;
}

export interface RawSheet {
  /** Empty for a file of text. */
  name: string;
  isHidden: boolean;
  rows: SheetRow[];
  spans: Span[];
  hiddenRows: number[];
  hiddenColumns: number[];
  comments: { row: number; column: number; text: string }[];
  /** What keeps it from being read, where the rest of the file can be. */
  problem?: SheetError;
}

export const emptySheet = (name: string, isHidden = false): RawSheet => ({
  name,
  isHidden,
  rows: [],
  spans: [],
  hiddenRows: [],
  hiddenColumns: [],
  comments: [],
});

/** In as many lines as it has. */
export function cleanCell(text: string, row: number, column: number): string {
  if (text.length > limits.cellLength) {
    throw new SheetError("CELL_TOO_LONG", { row, column: columnLetter(column), value: asLine(text.slice(0, 40)) });
  }
  const clean = asProse(text);
  if (clean !== "" && column >= limits.columns)
    throw new SheetError("COLUMNS_TOO_MANY", { row, column: columnLetter(column) });
  return clean;
}

export const isBlank = ({ cells, faults }: SheetRow) => !faults && cells.every((cell) => cell === "");
