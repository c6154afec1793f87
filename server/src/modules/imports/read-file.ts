import type { ImportKind } from "./columns.ts";
import { limits } from "./limits.ts";
import type { RawSheet } from "./raw-sheet.ts";
import { readMarkup } from "./read-markup.ts";
import { readText } from "./read-text.ts";
import { readWorkbook } from "./read-workbook.ts";
import { type Sheet, sheetOf } from "./sheet.ts";
import { SheetError } from "./sheet-error.ts";

/** A sheet of a file: what is read of it, or what keeps it from being read. */
export type FileSheet = Pick<RawSheet, "name" | "isHidden"> & ({ sheet: Sheet } | { problem: SheetError });

export interface ReadFile {
  raw: RawSheet[];
  sheets: FileSheet[];
  /** The sheet that is taken: the one with the most known titles, of several the first. */
  taken: number;
}

export function takenSheet({ sheets, taken }: Pick<ReadFile, "sheets" | "taken">): Sheet {
  const found = sheets[taken]!;
  if ("problem" in found) throw found.problem;
  return found.sheet;
}

/** Throws nothing but SheetError. */
export function readFile(bytes: Buffer, fileName: string, kind: ImportKind): ReadFile {
  if (bytes.length === 0) throw new SheetError("FILE_EMPTY");
  if (bytes.length > limits.bytes) throw new SheetError("FILE_TOO_LARGE");
  const raw = rawSheets(bytes, fileName);
  if (raw.length > limits.sheets) throw new SheetError("SHEETS_TOO_MANY");
  const sheets = raw.map((each) => fileSheet(each, kind));
  const readable = sheets.filter((each): each is FileSheet & { sheet: Sheet } => !each.isHidden && "sheet" in each);
  const best = readable.toSorted((one, other) => other.sheet.known - one.sheet.known)[0];
  if (!best) throw whyNone(sheets);
  return { raw, sheets, taken: sheets.indexOf(best) };
}

/** What keeps the sheet from being read that holds something. */
function whyNone(sheets: FileSheet[]): SheetError {
  const problems = sheets.flatMap((each) => (!each.isHidden && "problem" in each ? [each.problem] : []));
  return problems.find(({ code }) => code !== "SHEET_EMPTY") ?? problems[0] ?? new SheetError("SHEET_EMPTY");
}

function fileSheet(raw: RawSheet, kind: ImportKind): FileSheet {
  const { name, isHidden } = raw;
  try {
    return { name, isHidden, sheet: sheetOf(raw, kind) };
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    return { name, isHidden, problem: error };
  }
}

function rawSheets(bytes: Buffer, fileName: string): RawSheet[] {
  const format = formatOf(bytes, fileName);
  try {
    switch (format) {
      case "text":
        return [readText(bytes)];
      case "markup":
        return readMarkup(bytes);
      case "archive":
        return readWorkbook({ archive: bytes });
      default:
        return readWorkbook({ binary: bytes });
    }
  } catch (cause) {
    if (cause instanceof SheetError) throw cause;
    throw new SheetError("FILE_UNREADABLE", { cause });
  }
}

function formatOf(bytes: Buffer, fileName: string): "archive" | "binary" | "markup" | "text" {
  const start = bytes.subarray(0, 8).toString("hex");
  if (start.startsWith("504b0304")) return "archive";
  if (start === "d0cf11e0a1b11ae1" || /^09(00|02|04|08)(04|06|08|10)00/.test(start)) return "binary";
  const text = bytes
    .subarray(0, 2_000)
    .toString("latin1")
    .replace(/^ï»¿/, "")
    .replaceAll("\0", "")
    .replace(/^[þÿ]{2}/, "");
  if (text.startsWith("%PDF")) throw new SheetError("FILE_FORMAT", { value: "PDF" });
  if (/^\s*(MIME-Version|From|Date|Subject):/i.test(text) && /multipart\/related/i.test(text))
    throw new SheetError("FILE_FORMAT", { value: "MHTML" });
  if (/^\s*</.test(text)) return "markup";
  // Older systems export tab-separated text under the name of .xls.
  if (/\.(csv|tsv|txt|xls)$/i.test(fileName)) return "text";
  throw new SheetError("FILE_UNSUPPORTED");
}
