import { createHash } from "node:crypto";
import type { Locale } from "#kernel/messages";
import { maskIdentityNumbers } from "#kernel/identity-number";
import type { ImportKind } from "./columns.ts";
import { correctionWorkbook, type CorrectionScope } from "./correction.ts";
import { identityNumbersIn } from "./identity-scan.ts";
import { headOf, type KeptPortion, keptPortions, type SheetHead, sheetIn } from "./kept-sheets.ts";
import { sheetFile } from "./ledger-sheet.ts";
import { type HowToPlan, type PlannedFile, planSheet } from "./plan-file.ts";
import { type Portion, type Portions, rowsIn } from "./portions.ts";
import { type ReadFile, readFile, takenSheet } from "./read-file.ts";
import type { RowError } from "./row-error.ts";
import type { SheetErrorCode } from "./sheet-error.ts";

export interface FileToRead {
  portions: Portions;
  fileName: string;
}

/** A sheet of a file that was opened: what it is called, and how many rows it has, or why it is not read. */
export interface OpenedSheet {
  name: string;
  isHidden: boolean;
  totalRows: number;
  problem?: { code: SheetErrorCode; row?: number; column?: string; value?: string };
}

export interface OpenedFile {
  digest: string;
  sheets: OpenedSheet[];
  /** Which of them is taken, until another one is chosen. */
  sheet: number;
  head: SheetHead;
  /** Where identity numbers stand, in whatever part. */
  identityNumbers: RowError[];
  /** What is read of each sheet that may be chosen. None of a file with identity numbers. */
  portions: KeptPortion[];
}

export function openFile({ file, kind }: { file: FileToRead; kind: ImportKind }): OpenedFile {
  const read = readFile(Buffer.concat(file.portions), file.fileName, kind);
  const identityNumbers = identityNumbersIn(read);
  const head = headOf(takenSheet(read), kind);
  const isRefused = identityNumbers.length > 0;
  return {
    digest: digestOf(file.portions),
    sheets: read.sheets.map((each) => ({
      name: maskIdentityNumbers(each.name),
      isHidden: each.isHidden,
      totalRows: "sheet" in each ? each.sheet.rows.length : 0,
      ...("problem" in each && { problem: placeOf(each.problem) }),
    })),
    sheet: read.taken,
    head: isRefused ? { ...head, header: head.header.map(maskIdentityNumbers), preview: [] } : head,
    identityNumbers,
    portions: isRefused ? [] : kept(read, kind),
  };
}

const placeOf = ({
  code,
  row,
  column,
  value,
}: {
  code: SheetErrorCode;
  row?: number;
  column?: string;
  value?: string;
}) => ({
  code,
  ...(row && { row }),
  ...(column && { column }),
  ...(value && { value: maskIdentityNumbers(value) }),
});

function kept({ sheets }: ReadFile, kind: ImportKind): KeptPortion[] {
  return sheets.flatMap((each, index) =>
    each.isHidden || "problem" in each ? [] : keptPortions(index, headOf(each.sheet, kind), each.sheet.rows),
  );
}

interface PlanTask extends HowToPlan {
  file: Portions;
  kind: ImportKind;
}

export const planFile = ({ file, kind, ...how }: PlanTask): PlannedFile => planSheet(sheetIn(file), kind, how);

export type CheckedFile = Pick<PlannedFile, "errors" | "summary" | "creations">;

/** What would be written is let go where it was planned. */
export function checkFile(task: PlanTask): CheckedFile {
  const { errors, summary, creations } = planFile(task);
  return { errors, summary, creations };
}

interface CorrectTask {
  file: Portions;
  errors: Portions;
  locale: Locale;
  scope: CorrectionScope;
}

export const correctFile = async ({ file, errors, locale, scope }: CorrectTask): Promise<Portion> =>
  new Uint8Array(await correctionWorkbook(sheetIn(file), rowsIn(errors), locale, scope));

export const sheetTasks = { openFile, checkFile, planFile, correctFile, writeSheet: sheetFile };
export type SheetTask = keyof typeof sheetTasks;

function digestOf(portions: Portions): string {
  const hash = createHash("sha256");
  for (const portion of portions) hash.update(portion);
  return hash.digest("hex");
}
