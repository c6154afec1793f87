import writeExcelFile, { type Cell, type Row, type Sheet as SheetToWrite } from "write-excel-file/node";
import type { Locale } from "#kernel/messages";
import type { Column, Localized } from "./column.ts";
import { columnsOf, type ImportKind } from "./columns.ts";

const blankRows = 500;
const words = {
  sheet: {
    GRIDS: { "zh-CN": "网格", en: "Grids" },
    MEMBERS: { "zh-CN": "人员", en: "Members" },
    DISPUTES: { "zh-CN": "矛盾纠纷台账", en: "Disputes" },
    HAZARDS: { "zh-CN": "隐患台账", en: "Hazards" },
    MATTERS: { "zh-CN": "事项台账", en: "Matters" },
    TASKS: { "zh-CN": "任务台账", en: "Tasks" },
    DUTY_LINES: { "zh-CN": "职责清单", en: "Duties" },
    CHECKLISTS: { "zh-CN": "检查清单", en: "Checklists" },
  },
  guide: { "zh-CN": "填写说明", en: "How to fill in" },
  column: { "zh-CN": "列", en: "Column" },
  isRequired: { "zh-CN": "是否必填", en: "Required" },
  how: { "zh-CN": "填写方法", en: "How" },
  example: { "zh-CN": "示例（虚构）", en: "Example (invented)" },
  yes: { "zh-CN": "必填", en: "yes" },
  no: { "zh-CN": "选填", en: "no" },
} satisfies Record<string, Localized | Record<ImportKind, Localized>>;

/** A workbook to fill in: titles, one invented example row, and a second sheet that explains each column. */
export async function templateWorkbook(kind: ImportKind, locale: Locale): Promise<Buffer> {
  const columns: Column<unknown>[] = Object.values(columnsOf[kind]);
  return writeExcelFile([
    formSheet(words.sheet[kind][locale], columns, locale),
    guideSheet(columns, locale),
  ]).toBuffer();
}

// Blank cells are text as well: a long code typed into one keeps its digits.
function formSheet(name: string, columns: Column<unknown>[], locale: Locale): SheetToWrite<Buffer> {
  const blank: Row = columns.map(() => text(""));
  const data = [
    columns.map((column) => title(titleOf(column, locale))),
    columns.map((column) => ({ ...text(column.example), textColor: "#6b7280" })),
    ...Array.from({ length: blankRows }, () => blank),
  ];
  return { sheet: name, data, columns: columns.map(() => ({ width: 20 })), stickyRowsCount: 1 };
}

function guideSheet(columns: Column<unknown>[], locale: Locale): SheetToWrite<Buffer> {
  const header = [words.column, words.isRequired, words.how, words.example].map((word) => title(word[locale]));
  const lines = columns.map((column) => [
    text(column.title[locale]),
    text((column.isRequired ? words.yes : words.no)[locale]),
    { ...text(column.help[locale]), wrap: true },
    text(column.example),
  ]);
  const columnWidths = [20, 12, 80, 24].map((width) => ({ width }));
  return { sheet: words.guide[locale], data: [header, ...lines], columns: columnWidths, stickyRowsCount: 1 };
}

const titleOf = (column: Column<unknown>, locale: Locale) => `${column.title[locale]}${column.isRequired ? " *" : ""}`;

const text = (value: string) => ({ value: value || undefined, type: String, format: "@" }) satisfies Cell;

const title = (value: string) => ({ ...text(value), fontWeight: "bold", backgroundColor: "#e5e7eb" }) satisfies Cell;
