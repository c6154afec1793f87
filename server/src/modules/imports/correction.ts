import writeExcelFile, { type Cell, type Row } from "write-excel-file/node";
import type { Locale } from "#kernel/messages";
import type { Localized } from "./column.ts";
import { groupBy } from "./group-by.ts";
import { maskIdentityNumbers } from "#kernel/identity-number";
import type { RowError } from "./row-error.ts";
import { rowMessage } from "./row-message.ts";
import type { SheetToPlan } from "./read-cells.ts";
import type { SheetRow } from "./sheet.ts";

export type CorrectionScope = "errors" | "all";

const reasonTitle: Localized = { "zh-CN": "错误原因", en: "What is wrong" };

const rowLabel: Record<Locale, (row: number) => string> = {
  "zh-CN": (row) => `第 ${row} 行　`,
  en: (row) => `Row ${row} — `,
};

/** The user's columns after one that tells what is wrong; `all` keeps the good rows, to be sent in again as a whole. */
export async function correctionWorkbook(
  sheet: SheetToPlan,
  errors: RowError[],
  locale: Locale,
  scope: CorrectionScope = "errors",
): Promise<Buffer> {
  const errorsByRow = groupBy(errors, (error) => error.row);
  const rows = sheet.rows.filter((row) => scope === "all" || errorsByRow.has(row.number));
  const missing = (errorsByRow.get(sheet.headerRow) ?? []).map((error) => rowMessage(error, locale));
  const titles: Row = [[reasonTitle[locale], ...missing].join("\n"), ...sheet.header].map(title);
  const lines = rows.map((row) => correctionRow(sheet, row, errorsByRow.get(row.number) ?? [], locale));
  const columns = [{ width: 60 }, ...sheet.header.map(() => ({ width: 20 }))];
  return writeExcelFile([titles, ...lines], { columns, stickyRowsCount: 1 }).toBuffer();
}

function correctionRow(sheet: SheetToPlan, row: SheetRow, errors: RowError[], locale: Locale): Row {
  const wrong = new Set(errors.map((error) => error.column));
  const reasons = errors.map((error) => rowMessage(error, locale)).join("\n");
  const reason = reasons && `${rowLabel[locale](row.number)}${reasons}`;
  const cells = row.cells.map((cell, index) => {
    const masked = text(maskIdentityNumbers(cell));
    return wrong.has(sheet.header[index] ?? "") ? { ...masked, backgroundColor: "#fee2e2" } : masked;
  });
  return [{ ...text(reason), wrap: true, textColor: "#b91c1c" }, ...cells];
}

const text = (value: string) => ({ value: value || undefined, type: String, format: "@" }) satisfies Cell;

const title = (value: string) => ({ ...text(value), fontWeight: "bold" }) satisfies Cell;
