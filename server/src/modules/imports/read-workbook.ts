import { CFB, read, SSF, type CellObject, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { limits } from "./limits.ts";
import { cleanCell, isBlank, type CellFault, type RawSheet, type SheetRow } from "./raw-sheet.ts";
import { SheetError } from "./sheet-error.ts";
import { unzip } from "./unzip.ts";

/** The visible sheets of an xlsx or xls file. */
export function readWorkbook(bytes: Buffer, format: "xlsx" | "xls"): RawSheet[] {
  const workbook = parse(format === "xlsx" ? repacked(bytes) : compound(bytes));
  const properties = workbook.Workbook;
  const visible = workbook.SheetNames.filter((_, index) => !properties?.Sheets?.[index]?.Hidden);
  return visible.flatMap((name) => {
    const sheet = workbook.Sheets[name];
    return sheet ? [rawSheet(sheet, properties?.WBProps?.date1904 ?? false)] : [];
  });
}

function parse(bytes: Buffer): WorkBook {
  try {
    return read(bytes, {
      type: "buffer",
      dense: true,
      cellNF: true,
      cellText: false,
      cellFormula: false,
      cellHTML: false,
    });
  } catch (cause) {
    const encrypted = cause instanceof Error && /password|encrypt/i.test(cause.message);
    throw new SheetError(encrypted ? "FILE_ENCRYPTED" : "FILE_UNREADABLE", { cause });
  }
}

/** The reader takes a compound file of any other version for a zip archive. */
function compound(bytes: Buffer): Buffer {
  const version = bytes.length > 512 ? bytes.readUInt16LE(26) : 0;
  if (version !== 3 && version !== 4) throw new SheetError("FILE_UNREADABLE");
  return bytes;
}

/** The reader inflates without limit, so it only ever gets what was inflated within ours. */
function repacked(bytes: Buffer): Buffer {
  const entries = unzip(bytes, (name) => /^(\[Content_Types\]\.xml|(_rels|xl)\/.*\.(xml|rels))$/i.test(name));
  if (!entries.some((entry) => entry.name.toLowerCase() === "xl/workbook.xml"))
    throw new SheetError("FILE_UNSUPPORTED");
  const container: unknown = CFB.utils.cfb_new();
  for (const { name, content } of entries) CFB.utils.cfb_add(container, `/${name}`, content, { unsafe: true });
  const archive: unknown = CFB.write(container, { fileType: "zip", type: "buffer" });
  if (!Buffer.isBuffer(archive)) throw new SheetError("FILE_UNREADABLE");
  return archive;
}

function rawSheet(sheet: WorkSheet, date1904: boolean): RawSheet {
  const faults: CellFault[] = [];
  const rows = new Map<number, SheetRow>();
  const data: (CellObject | undefined)[][] = sheet["!data"] ?? [];
  // Both arrays can be sparse up to whatever index the file names: only their keys are walked.
  for (const rowKey of Object.keys(data)) {
    const number = Number(rowKey) + 1;
    const cells: string[] = [];
    for (const columnKey of Object.keys(data[Number(rowKey)] ?? [])) {
      const column = Number(columnKey);
      const cell = data[Number(rowKey)]?.[column];
      const text = cell ? cleanCell(textOf(cell, date1904), number, column) : "";
      const fault = cell && faultOf(cell);
      if (fault) faults.push({ row: number, column, value: text, code: fault });
      if (text !== "") fill(cells, column, text);
    }
    if (cells.length > 0) rows.set(number, { number, cells });
  }
  fillMerged(sheet, rows);
  return { rows: [...rows.values()].filter((row) => !isBlank(row)), faults };
}

function fill(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push("");
  cells[column] = text;
}

/** A cell merged over several rows holds for each of them. */
function fillMerged(sheet: WorkSheet, rows: Map<number, SheetRow>): void {
  const last = Math.max(0, ...[...rows.keys()].slice(-1));
  let room = limits.mergedCells;
  for (const { s: from, e: to } of sheet["!merges"] ?? []) {
    const text = rows.get(from.r + 1)?.cells[from.c];
    if (!text) continue;
    const end = Math.min(to.r + 1, last);
    room -= Math.max(0, end - from.r);
    if (room < 0) throw new SheetError("FILE_INFLATES_TOO_MUCH");
    for (let number = from.r + 2; number <= end; number += 1) {
      const row = rows.get(number);
      if (row && !row.cells[from.c]) fill(row.cells, from.c, text);
    }
  }
}

function textOf(cell: CellObject, date1904: boolean): string {
  if (cell.t === "e") return errorText(cell);
  if (cell.v === undefined) return "";
  if (cell.v instanceof Date) return cell.v.toISOString().slice(0, 10);
  if (typeof cell.v === "boolean") return cell.v ? "TRUE" : "FALSE";
  if (typeof cell.v === "number") return numberText(cell.v, String(cell.z ?? ""), date1904);
  return cell.v;
}

const errorText = (cell: CellObject) => cell.w ?? "#ERROR!";

function numberText(value: number, format: string, date1904: boolean): string {
  const date = SSF.is_date(format) ? dateText(value, date1904) : undefined;
  if (date) return date;
  const zeros = /^0+$/.test(format) && Number.isInteger(value) ? format.length : 0;
  const text = Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toPrecision(15)));
  return text.padStart(zeros, "0");
}

function dateText(value: number, date1904: boolean): string | undefined {
  const parts: { y: number; m: number; d: number } | null = SSF.parse_date_code(value, { date1904 });
  if (!parts || parts.d === 0) return undefined;
  return [String(parts.y).padStart(4, "0"), String(parts.m).padStart(2, "0"), String(parts.d).padStart(2, "0")].join(
    "-",
  );
}

/** Spreadsheet programs keep 15 digits of a number; the rest of a longer one is gone. */
function faultOf(cell: CellObject): CellFault["code"] | undefined {
  if (cell.t === "e") return "FORMULA_ERROR";
  if (typeof cell.v === "number" && Math.abs(cell.v) >= 1e15) return "STORED_AS_NUMBER";
  return undefined;
}
