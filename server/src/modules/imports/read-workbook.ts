import { CFB, type CellObject, read, set_cptable, SSF, type WorkBook, type WorkSheet } from "@e965/xlsx";
import * as codePages from "@e965/xlsx/dist/cpexcel.full.mjs";
import { limits } from "./limits.ts";
import {
  cleanCell,
  emptySheet,
  isBlank,
  type CellFault,
  type RawSheet,
  type SheetRow,
  type Span,
} from "./raw-sheet.ts";
import { SheetError } from "./sheet-error.ts";
import { unzip, type ZipEntry } from "./unzip.ts";

set_cptable(codePages);

/** What old workbooks of these offices are written in, where they do not say so. */
const usualCodePage = 936;

/** All sheets of a workbook, the hidden ones too; `text` is what other programs write as one: HTML or XML. */
export function readWorkbook(source: { archive: Buffer } | { binary: Buffer } | { text: string }): RawSheet[] {
  const workbook = parse(source);
  const properties = workbook.Workbook;
  const date1904 = properties?.WBProps?.date1904 ?? false;
  return workbook.SheetNames.map((name, index) => {
    const isHidden = Boolean(properties?.Sheets?.[index]?.Hidden);
    return sheetNamed(emptySheet(name, isHidden), workbook.Sheets[name], date1904);
  });
}

function sheetNamed(empty: RawSheet, sheet: WorkSheet | undefined, date1904: boolean): RawSheet {
  if (!sheet) return { ...empty, problem: new SheetError("FILE_UNREADABLE") };
  try {
    return { ...empty, ...rawSheet(sheet, date1904) };
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    return { ...empty, problem: error };
  }
}

function parse(source: Parameters<typeof readWorkbook>[0]): WorkBook {
  const usual = {
    dense: true,
    cellNF: true,
    cellText: false,
    cellFormula: false,
    cellHTML: false,
    // Rows and columns that are not shown.
    cellStyles: true,
    codepage: usualCodePage,
  };
  try {
    if ("text" in source) return read(source.text, { ...usual, type: "string", raw: true });
    return read("archive" in source ? repacked(source.archive) : compound(source.binary), { ...usual, type: "buffer" });
  } catch (cause) {
    if (cause instanceof SheetError) throw cause;
    const encrypted = cause instanceof Error && /password|encrypt/i.test(cause.message);
    throw new SheetError(encrypted ? "FILE_ENCRYPTED" : "FILE_UNREADABLE", { cause });
  }
}

/** The reader takes a compound file of any other version for a zip archive. */
function compound(bytes: Buffer): Buffer {
  if (bytes[0] !== 0xd0) return bytes;
  const version = bytes.length > 512 ? bytes.readUInt16LE(26) : 0;
  if (version !== 3 && version !== 4) throw new SheetError("FILE_UNREADABLE");
  return bytes;
}

/** The reader inflates without limit, so it only ever gets what was inflated within ours. */
function repacked(bytes: Buffer): Buffer {
  const entries = unzip(bytes, (name) => /^(\[Content_Types\]\.xml|.*\.(xml|rels))$/i.test(name));
  const types = entries.find(({ name }) => name === "[Content_Types].xml")?.content.toString("utf8") ?? "";
  if (!/spreadsheetml\.(sheet|template)\.main\+xml|(sheet|template)\.macroEnabled\.main\+xml/.test(types))
    throw formatOfArchive(types, entries);
  const container: unknown = CFB.utils.cfb_new();
  for (const { name, content } of entries) CFB.utils.cfb_add(container, `/${name}`, content, { unsafe: true });
  const archive: unknown = CFB.write(container, { fileType: "zip", type: "buffer" });
  if (!Buffer.isBuffer(archive)) throw new SheetError("FILE_UNREADABLE");
  return archive;
}

function formatOfArchive(types: string, entries: ZipEntry[]): SheetError {
  const formats: [string, boolean][] = [
    ["xlsb", types.includes("sheet.binary")],
    ["Word", types.includes("wordprocessingml")],
    ["PowerPoint", types.includes("presentationml")],
    ["OpenDocument", entries.some(({ name }) => name === "META-INF/manifest.xml")],
  ];
  const format = formats.find(([, is]) => is)?.[0];
  return format ? new SheetError("FILE_FORMAT", { value: format }) : new SheetError("FILE_UNSUPPORTED");
}

function rawSheet(sheet: WorkSheet, date1904: boolean): Partial<RawSheet> {
  const comments: RawSheet["comments"] = [];
  const rows = new Map<number, SheetRow>();
  const data: (CellObject | undefined)[][] = sheet["!data"] ?? [];
  // Both arrays can be sparse up to whatever index the file names: only their keys are walked.
  for (const rowKey of Object.keys(data)) {
    const number = Number(rowKey) + 1;
    const cells: string[] = [];
    const faults: Record<number, CellFault> = {};
    for (const columnKey of Object.keys(data[Number(rowKey)] ?? [])) {
      const column = Number(columnKey);
      const cell = data[Number(rowKey)]?.[column];
      if (!cell) continue;
      const text = cleanCell(textOf(cell, date1904), number, column);
      const fault = faultOf(cell);
      if (fault) faults[column] = fault;
      for (const { t = "" } of cell.c ?? []) comments.push({ row: number, column, text: t });
      if (text !== "" || fault) fill(cells, column, text);
    }
    const isFaulty = Object.keys(faults).length > 0;
    if (cells.length > 0) rows.set(number, { number, cells, ...(isFaulty && { faults }) });
  }
  const spans = fillMerged(sheet, rows);
  return {
    rows: [...rows.values()].filter((row) => !isBlank(row)),
    spans,
    comments,
    hiddenRows: hiddenIn(sheet["!rows"]).map((index) => index + 1),
    hiddenColumns: hiddenIn(sheet["!cols"]),
  };
}

/** Sparse up to whatever index the file names, too. */
const hiddenIn = (sizes: ({ hidden?: boolean } | undefined)[] = []) =>
  Object.keys(sizes)
    .map(Number)
    .filter((index) => sizes[index]?.hidden);

function fill(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push("");
  cells[column] = text;
}

/** A cell merged over several rows holds for each of them; one merged over several columns is told. */
function fillMerged(sheet: WorkSheet, rows: Map<number, SheetRow>): Span[] {
  const last = Math.max(0, ...[...rows.keys()].slice(-1));
  const spans: Span[] = [];
  let room = limits.mergedCells;
  for (const { s: from, e: to } of sheet["!merges"] ?? []) {
    const text = rows.get(from.r + 1)?.cells[from.c];
    if (!text) continue;
    if (to.c > from.c) spans.push({ row: from.r + 1, from: from.c, to: to.c });
    const end = Math.min(to.r + 1, last);
    room -= Math.max(0, end - from.r);
    if (room < 0) throw new SheetError("FILE_INFLATES_TOO_MUCH");
    for (let number = from.r + 2; number <= end; number += 1) {
      const row = rows.get(number);
      if (row && !row.cells[from.c]) fill(row.cells, from.c, text);
    }
  }
  return spans;
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
  const text = Number.isInteger(value) ? wholeText(value) : String(Number(value.toPrecision(15)));
  return text.padStart(zeros, "0");
}

/** With the 15 digits that spreadsheet programs keep of a number, and show. */
function wholeText(value: number): string {
  if (Math.abs(value) < 1e15) return String(value);
  const [digits = "", exponent = "0"] = value.toExponential(14).split("e");
  return digits.replace(".", "").padEnd(Number(exponent) + (value < 0 ? 2 : 1), "0");
}

function dateText(value: number, date1904: boolean): string | undefined {
  const parts: { y: number; m: number; d: number } | null = SSF.parse_date_code(value, { date1904 });
  if (!parts || parts.d === 0) return undefined;
  return [String(parts.y).padStart(4, "0"), String(parts.m).padStart(2, "0"), String(parts.d).padStart(2, "0")].join(
    "-",
  );
}

/** Spreadsheet programs keep 15 digits of a number; the rest of a longer one is gone. */
function faultOf(cell: CellObject): CellFault | undefined {
  if (cell.t === "e") return "FORMULA_ERROR";
  if (cell.t === "z" && cell.f !== undefined) return "FORMULA_WITHOUT_VALUE";
  if (typeof cell.v === "number" && Math.abs(cell.v) >= 1e15) return "STORED_AS_NUMBER";
  return undefined;
}
