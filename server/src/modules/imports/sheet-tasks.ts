import { createHash } from "node:crypto";
import type { Locale } from "#kernel/messages";
import { columnLetter } from "./cell-text.ts";
import { guessMapping, type ImportKind, type Mapping } from "./columns.ts";
import { correctionWorkbook, type CorrectionScope } from "./correction.ts";
import { looksLikeIdentityNumber, looksLikeRoundedIdentityNumber, maskIdentityNumbers } from "#kernel/identity-number";
import { type HowToPlan, type PlannedFile, planSheet } from "./plan-file.ts";
import { type Portion, type Portions, rowsIn } from "./portions.ts";
import type { RowError } from "./row-error.ts";
import { readSheet, type Sheet, type SheetRow } from "./sheet.ts";

export interface FileToRead {
  portions: Portions;
  fileName: string;
}

export interface OpenedFile {
  digest: string;
  columns: string[];
  mapping: Mapping;
  totalRows: number;
  preview: { row: number; cells: string[] }[];
  /** Where identity numbers stand, in whatever column. */
  identityNumbers: RowError[];
  /** The file, given back. */
  portions: Portions;
}

const previewRows = 5;
const mostShown = 100;

export function openFile({ file, kind }: { file: FileToRead; kind: ImportKind }): OpenedFile {
  const sheet = sheetOf(file);
  const identityNumbers = sheet.rows.flatMap((row) => identityNumbersIn(sheet, row)).slice(0, mostShown);
  return {
    digest: digestOf(file.portions),
    columns: sheet.header.map(maskIdentityNumbers),
    mapping: guessMapping(sheet.header, kind),
    totalRows: sheet.rows.length,
    preview:
      identityNumbers.length > 0
        ? []
        : sheet.rows.slice(0, previewRows).map(({ number, cells }) => ({ row: number, cells })),
    identityNumbers,
    portions: file.portions,
  };
}

interface PlanTask extends HowToPlan {
  file: FileToRead;
  kind: ImportKind;
}

export const planFile = ({ file, kind, ...how }: PlanTask): PlannedFile => planSheet(sheetOf(file), kind, how);

export type CheckedFile = Pick<PlannedFile, "errors" | "summary">;

/** What would be written is let go where it was planned. */
export function checkFile(task: PlanTask): CheckedFile {
  const { errors, summary } = planFile(task);
  return { errors, summary };
}

interface CorrectTask {
  file: FileToRead;
  errors: Portions;
  locale: Locale;
  scope: CorrectionScope;
}

export const correctFile = async ({ file, errors, locale, scope }: CorrectTask): Promise<Portion> =>
  new Uint8Array(await correctionWorkbook(sheetOf(file), rowsIn(errors), locale, scope));

export const sheetTasks = { openFile, checkFile, planFile, correctFile };
export type SheetTask = keyof typeof sheetTasks;

const sheetOf = ({ portions, fileName }: FileToRead) => readSheet(Buffer.concat(portions), fileName);

function digestOf(portions: Portions): string {
  const hash = createHash("sha256");
  for (const portion of portions) hash.update(portion);
  return hash.digest("hex");
}

function identityNumbersIn(sheet: Sheet, { number, cells }: SheetRow): RowError[] {
  return cells.flatMap((cell, index): RowError[] => {
    if (!looksLikeIdentityNumber(cell) && !looksLikeRoundedIdentityNumber(cell)) return [];
    const column = sheet.header[index] || columnLetter(index);
    return [{ row: number, column, value: maskIdentityNumbers(cell), code: "IDENTITY_NUMBER" }];
  });
}
