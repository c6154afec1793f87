import { columnLetter } from "./cell-text.ts";
import type { Columns } from "./column.ts";
import { columnsOf, type ImportKind, type Mapping } from "./columns.ts";
import { maskIdentityNumbers } from "#kernel/identity-number";
import type { RowFault } from "./refusals.ts";
import type { RowError } from "./row-error.ts";
import type { Sheet } from "./sheet.ts";

/** Where the faults stand in the file: the column's title as it is there, and the cell's text. */
export function locate(sheet: Sheet, mapping: Mapping, kind: ImportKind, faults: readonly RowFault[]): RowError[] {
  const columns: Columns = columnsOf[kind];
  const indexes = new Map(Object.entries(mapping).map(([index, field]) => [field, Number(index)]));
  const rows = new Map(sheet.rows.map((row) => [row.number, row.cells]));
  return faults.map(({ row, field, code, params }) => {
    const index = indexes.get(field);
    const column =
      index === undefined ? (columns[field]?.title["zh-CN"] ?? field) : sheet.header[index] || columnLetter(index);
    const value = index === undefined ? "" : maskIdentityNumbers(rows.get(row)?.[index] ?? "");
    return { row, column, value, code, ...(params && { params }) };
  });
}
