import type { Parsed } from "./cell-parsers.ts";
import { columnLetter } from "./cell-text.ts";
import type { Column, Columns, ValuesOf } from "./column.ts";
import type { Mapping } from "./columns.ts";
import { keyOfName } from "#kernel/written";
import type { NameDecision } from "./import-options.ts";
import { holdsIdentityNumber, looksLikeIdentityNumber, maskIdentityNumbers } from "#kernel/identity-number";
import type { ErrorParams, RowError, RowErrorCode } from "./row-error.ts";
import { SheetError } from "./sheet-error.ts";
import { faultOfText } from "#kernel/text";
import type { CellFault, Sheet, SheetRow } from "./sheet.ts";

/** A row with its parsed cells, and a way to say what is wrong with one of its fields. */
export interface CellsRow<C extends Columns> {
  number: number;
  values: ValuesOf<C>;
  wrong: Set<string>;
  refuse(field: keyof C & string, code: RowErrorCode, params?: ErrorParams): void;
}

export interface Cells<C extends Columns> {
  rows: CellsRow<C>[];
  errors: RowError[];
  isMapped(field: keyof C & string): boolean;
}

/** What planning looks at of a sheet. */
export type SheetToPlan = Pick<Sheet, "headerRow" | "header" | "rows">;

type Indexes = Map<string, number>;

/** What was said of cells that cannot be taken as they stand. */
export interface SaidOfCells {
  /** Fields whose cells count as blank then. */
  blanks?: readonly string[];
  /** What a word means. */
  names?: readonly NameDecision[];
}

export function readCells<C extends Columns>(
  sheet: SheetToPlan,
  mapping: Mapping,
  columns: C,
  said: SaidOfCells = {},
): Cells<C> {
  const indexes = indexByField(sheet, mapping, columns);
  const errors = [...missingColumns(sheet, columns, indexes), ...strayIdentityNumbers(sheet, indexes)];
  const lacking = new Set<string>();
  const blanks = new Set(said.blanks);
  const meant = new Map(said.names?.map(({ written, means }) => [keyOfName(written), means]));
  const rows = sheet.rows.map((row) => {
    const refused = (field: string, error: RowError) => {
      read.wrong.add(field);
      error.field = field;
      const lacksColumn = error.code === "REQUIRED" && !indexes.has(field);
      if (!lacksColumn) errors.push(error);
      else if (!lacking.has(field)) errors.push({ ...error, row: sheet.headerRow, code: "COLUMN_MISSING" });
      if (lacksColumn) lacking.add(field);
    };
    const read: CellsRow<C> = {
      number: row.number,
      values: {},
      wrong: new Set(),
      refuse: (field, code, params) =>
        refused(field, errorAt(sheet, row, columns[field], indexes.get(field), code, params)),
    };
    for (const [field, index] of indexes) {
      const column = columns[field];
      const text = row.cells[index] ?? "";
      const asWritten = column && readCell(column, text, row.faults?.[index]);
      const isUnknown = asWritten && "code" in asWritten && asWritten.code === "UNKNOWN_WORD";
      const word = isUnknown ? meant.get(keyOfName(text)) : undefined;
      const parsed = word ? column!.parse(word) : asWritten;
      if (parsed && "code" in parsed && blanks.has(field) && mayBeBlank(column!, parsed.code)) continue;
      if (parsed && "code" in parsed) refused(field, errorAt(sheet, row, column, index, parsed.code, parsed.params));
      else if (parsed) Object.assign(read.values, { [field]: parsed.value });
    }
    return read;
  });
  return { rows, errors, isMapped: (field) => indexes.has(field) };
}

/** An identity number is to be taken out of the file itself. */
const mayBeBlank = ({ isRequired }: Column<unknown>, code: RowErrorCode) => !isRequired && code !== "IDENTITY_NUMBER";

function readCell(column: Column<unknown>, text: string, fault: CellFault | undefined): Parsed<unknown> | undefined {
  const isIdentityNumber = column.isCode ? looksLikeIdentityNumber(text) : holdsIdentityNumber(text);
  if (isIdentityNumber) return { code: "IDENTITY_NUMBER" };
  if (fault) return { code: fault };
  if (faultOfText(text)) return { code: "TEXT_UNREADABLE" };
  const marksExample = column.marksExample ?? (column.isRequired && column.isCode);
  if (marksExample && text === column.example) return { code: "EXAMPLE_ROW" };
  if (text === "") return column.isRequired ? { code: "REQUIRED" } : undefined;
  return column.parse(text);
}

function errorAt(
  sheet: SheetToPlan,
  row: SheetRow,
  column: Column<unknown> | undefined,
  index: number | undefined,
  code: RowErrorCode,
  params?: ErrorParams,
): RowError {
  const title = index === undefined ? (column?.title["zh-CN"] ?? "") : columnTitle(sheet, index);
  const value = index === undefined ? "" : maskIdentityNumbers(row.cells[index] ?? "");
  return { row: row.number, column: title, value, code, ...(params && { params }) };
}

function indexByField(sheet: SheetToPlan, mapping: Mapping, columns: Columns): Indexes {
  const indexes: Indexes = new Map();
  for (const [key, field] of Object.entries(mapping)) {
    const index = Number(key);
    const isKnown =
      Object.hasOwn(columns, field) && Number.isInteger(index) && index >= 0 && index < sheet.header.length;
    if (!isKnown || indexes.has(field)) throw new SheetError("MAPPING_INVALID", { column: key, value: field });
    indexes.set(field, index);
  }
  return indexes;
}

const columnTitle = (sheet: SheetToPlan, index: number) => sheet.header[index] || columnLetter(index);

function missingColumns(sheet: SheetToPlan, columns: Columns, indexes: Indexes): RowError[] {
  return Object.entries(columns)
    .filter(([field, column]) => column.isRequired && !indexes.has(field))
    .map(([field, column]) => ({
      row: sheet.headerRow,
      column: column.title["zh-CN"],
      value: "",
      code: "COLUMN_MISSING",
      field,
    }));
}

/** A column that is not imported may hold no identity numbers either: one error for the column, at its first. */
function strayIdentityNumbers(sheet: SheetToPlan, indexes: Indexes): RowError[] {
  const mapped = new Set(indexes.values());
  return sheet.header.flatMap((_, index): RowError[] => {
    if (mapped.has(index)) return [];
    const holding = sheet.rows.filter((row) => {
      const text = row.cells[index] ?? "";
      return holdsIdentityNumber(text) || (row.faults?.[index] === "STORED_AS_NUMBER" && /^\d{18}$/.test(text));
    });
    const [first] = holding;
    if (!first) return [];
    const value = maskIdentityNumbers(first.cells[index] ?? "");
    return [
      {
        row: first.number,
        column: columnTitle(sheet, index),
        value,
        code: "IDENTITY_NUMBER",
        params: { count: holding.length },
      },
    ];
  });
}
