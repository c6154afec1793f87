import { columnLetter, plainText } from "./cell-text.ts";
import { limits } from "./limits.ts";
import type { RowErrorCode } from "./row-error.ts";
import { SheetError } from "./sheet-error.ts";

export interface SheetRow {
  number: number;
  cells: string[];
}

/** A cell whose text can't be had; an error only when its column is imported. */
export interface CellFault {
  row: number;
  column: number;
  value: string;
  code: Extract<RowErrorCode, "STORED_AS_NUMBER" | "FORMULA_ERROR">;
}

export interface RawSheet {
  rows: SheetRow[];
  faults: CellFault[];
}

export function cleanCell(text: string, row: number, column: number): string {
  if (text.length > limits.cellLength) {
    throw new SheetError("CELL_TOO_LONG", { row, column: columnLetter(column), value: plainText(text.slice(0, 40)) });
  }
  const clean = plainText(text);
  if (clean !== "" && column >= limits.columns)
    throw new SheetError("COLUMNS_TOO_MANY", { row, column: columnLetter(column) });
  return clean;
}

export const isBlank = (row: SheetRow) => row.cells.every((cell) => cell === "");
