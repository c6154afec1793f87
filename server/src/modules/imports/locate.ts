import { columnLetter } from "./cell-text.ts";
import { groupBy } from "./group-by.ts";
import type { Columns } from "./column.ts";
import { columnsOf, type ImportKind, type Mapping } from "./columns.ts";
import { maskIdentityNumbers } from "#kernel/identity-number";
import type { RowFault } from "./refusals.ts";
import type { RowError } from "./row-error.ts";
import type { SheetToPlan } from "./read-cells.ts";

/** What is said of people of whom nothing stands there: what stands there is others'. */
const ofNothing: ReadonlySet<RowFault["code"]> = new Set(["REQUIRED", "ROW_BADGE_MISSING"]);

/** Where the faults stand in the file: the column's title as it is there, and the cell's text. */
export function locate(
  sheet: SheetToPlan,
  mapping: Mapping,
  kind: ImportKind,
  faults: readonly RowFault[],
): RowError[] {
  const columns: Columns = columnsOf[kind];
  const indexes = new Map(Object.entries(mapping).map(([index, field]) => [field, Number(index)]));
  const rows = groupBy(sheet.rows, ({ number }) => number);
  // People who stand side by side in a row have its number.
  const textsAt = (row: number, index: number) =>
    [...new Set(rows.get(row)?.map(({ cells }) => cells[index] ?? ""))].filter(Boolean).join(" / ");
  return faults.map(({ row, field, code, params }) => {
    const index = indexes.get(field);
    const column =
      index === undefined ? (columns[field]?.title["zh-CN"] ?? field) : sheet.header[index] || columnLetter(index);
    const value = index === undefined || ofNothing.has(code) ? "" : maskIdentityNumbers(textsAt(row, index));
    return { row, column, value, code, field, ...(params && { params }) };
  });
}
