import type { Columns, ValuesOf } from "./column.ts";
import type { Cells } from "./read-cells.ts";

/** A row of a ledger, with what its cells hold. */
export type LedgerLine<C extends Columns> = ValuesOf<C> & { row: number };

/** What rows with errors name is looked up all the same. */
export function ledgerLines<C extends Columns>(
  cells: Cells<C>,
): { rows: LedgerLine<C>[]; refused: Partial<LedgerLine<C>>[] } {
  const lines = cells.rows.map(({ number, values, wrong }) => ({
    line: { ...values, row: number },
    isSound: wrong.size === 0,
  }));
  return {
    rows: lines.filter(({ isSound }) => isSound).map(({ line }) => line),
    refused: lines.filter(({ isSound }) => !isSound).map(({ line }) => line as Partial<LedgerLine<C>>),
  };
}
