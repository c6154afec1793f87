import { importRuns } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction, update } from "#kernel/command";
import { Unavailable } from "#kernel/errors";
import { isId, newId } from "#kernel/ids";
import { lockSeen } from "#kernel/read";
import type { ImportKind, Mapping } from "./columns.ts";
import type { ImportOptions } from "./import-options.ts";
import type { ImportStatus } from "./import-status.ts";
import { ImportRun } from "./import.types.ts";
import { Stopped } from "./import-stopped.ts";
import { keepErrors } from "./import-errors.store.ts";
import { dropFile, keepFile } from "./import-file.store.ts";
import { type KeptErrors, keptErrors } from "./kept-errors.ts";
import { changedLists } from "./made.store.ts";
import { type Portions, rowsIn } from "./portions.ts";
import type { SheetHead } from "./kept-sheets.ts";
import { inEachLanguage, reason } from "./row-message.ts";
import type { OpenedFile, OpenedSheet } from "./sheet-tasks.ts";

export interface ImportRow {
  id: string;
  kind: ImportKind;
  status: ImportStatus;
  fileName: string;
  sheet: number;
  sheets: { problem?: object; isHidden: boolean }[];
  columns: string[];
  mapping: Mapping;
  options: ImportOptions;
  totalRows: number;
  doneRows: number;
  errorCount: number;
  version: number;
}

const columns = [
  "id",
  "kind",
  "status",
  "fileName",
  "sheet",
  "sheets",
  "columns",
  "mapping",
  "options",
  "totalRows",
  "doneRows",
  "errorCount",
  "version",
] as const satisfies (keyof ImportRow)[];

type Summary = Record<string, number>;

/** Runs of a bureau that are checked, written or wait for it. */
const mostUnderWay = 8;

/** The run, held until the command ends. */
export const lockImport = (tx: Transaction, id: string) => lockSeen<ImportRow>(tx, ImportRun, id, columns);

export async function assertRoom({ sql, bureauId }: Transaction) {
  const [underWay] = await sql<{ count: number }[]>`
    select count(*)::int as count from import_runs
    where bureau_id = ${bureauId} and status in ('CHECKING', 'WRITING')`;
  if (underWay!.count >= mostUnderWay) throw new Unavailable([], "FILES_BUSY");
}

/** The run as it is once this has committed: whoever carries it on knows it by its version. */
export async function beginRun(tx: Transaction, run: ImportRow, status: "CHECKING" | "WRITING"): Promise<ImportRow> {
  const { options } = run;
  const found = status === "CHECKING" && { options, errors: keptErrors([]), summary: null, creations: [] };
  await saveImport(tx, run.id, { status, ...found, doneRows: 0, activeAt: tx.now, finishedAt: null });
  return { ...run, status, version: run.version + 1 };
}

type Place = Pick<Transaction, "sql" | "bureauId">;
type UnderWay = Pick<ImportRow, "id" | "status" | "version">;

const asBegun = ({ sql, bureauId }: Place, { id, status, version }: UnderWay) =>
  sql`bureau_id = ${bureauId} and id = ${id} and status = ${status} and version = ${version}`;

/** Holds a run that is still as it was begun. */
export async function lockUnderWay(place: Place, run: UnderWay) {
  const found = await place.sql`select from import_runs where ${asBegun(place, run)} for no key update`;
  if (found.length === 0) throw new Stopped();
}

export async function importOf({ sql, bureauId }: Place, id: string): Promise<ImportRow | undefined> {
  const [run] = isId(id)
    ? await sql<ImportRow[]>`select ${sql(columns)} from import_runs where bureau_id = ${bureauId} and id = ${id}`
    : [];
  return run;
}

/** The run where it is still as it was begun. */
export async function underWay(place: Place, id: string, version: number): Promise<ImportRow | undefined> {
  const run = await importOf(place, id);
  return run?.version === version && (run.status === "CHECKING" || run.status === "WRITING") ? run : undefined;
}

/** Says how far writing has come; false where the run is no longer as it was begun. */
export async function reportProgress(place: Place, run: UnderWay, doneRows: number, now: Date): Promise<boolean> {
  const reported = await place.sql`
    update import_runs set done_rows = ${doneRows}, active_at = ${now} where ${asBegun(place, run)}`;
  return reported.count > 0;
}

export interface NewImport {
  kind: ImportKind;
  fileName: string;
  opened: OpenedFile;
  /** The import that it corrects. */
  first?: Pick<ImportRow, "options"> | undefined;
}

/** A file that holds identity numbers is not kept. */
export async function insertImport(tx: Transaction, { kind, fileName, opened, first }: NewImport): Promise<string> {
  const { digest, sheets, sheet, head, identityNumbers, portions } = opened;
  const isRefused = identityNumbers.length > 0;
  const now = tx.now.toISOString();
  const id = newId(tx.now.getTime());
  await insertNow(tx, importRuns, [
    {
      id,
      accountId: tx.actor.accountId,
      kind,
      status: isRefused ? "FAILED" : "UPLOADED",
      fileName,
      fileDigest: digest,
      sheets: sheets.map(lineOfSheet),
      sheet,
      ...ofSheet(head),
      ...(first && { options: optionsOfFile(first.options) }),
      errorCount: identityNumbers.length,
      createdAt: now,
      finishedAt: isRefused ? now : null,
    },
  ]);
  if (isRefused) await keepErrors(tx, id, keptErrors(identityNumbers));
  else await keepFile(tx, id, portions);
  return id;
}

/** Which rows were left out was said of the first file. */
const optionsOfFile = ({ leavesOut: _rows, ...options }: ImportOptions) => ({ ...options });

const lineOfSheet = ({ problem, ...sheet }: OpenedSheet) => ({
  ...sheet,
  ...(problem && {
    problem: inEachLanguage((locale) => reason({ code: problem.code, params: worded(problem) }, locale)),
  }),
});

const worded = ({ row = 0, column = "", value = "" }: NonNullable<OpenedSheet["problem"]>) => ({ row, column, value });

/** What a run tells of the sheet that it imports. */
const ofSheet = ({ header, mapping, preview, totalRows, notes }: SheetHead) => ({
  columns: header,
  mapping,
  preview,
  notes: notes.map((note) => ({ ...note, message: inEachLanguage((locale) => reason(note, locale)) })),
  totalRows,
});

interface ImportChange {
  status: ImportStatus;
  mapping?: Mapping;
  options?: ImportOptions;
  doneRows?: number;
  errors?: KeptErrors;
  summary?: Summary | null;
  creations?: Portions;
  activeAt?: Date;
  finishedAt?: Date | null;
  keepsFile?: boolean;
  /** Another sheet, with what it begins with. */
  taken?: { sheet: number; head: SheetHead };
}

export async function saveImport(place: Place, id: string, change: ImportChange) {
  const { errors, creations, keepsFile = true, taken, ...rest } = change;
  await update(place, importRuns, id, {
    ...(taken && { sheet: taken.sheet, ...ofSheet(taken.head) }),
    ...rest,
    ...(errors && { errorCount: errors.count, causes: errors.causes }),
    ...(creations && { creations: rowsIn(creations) }),
  });
  if (errors) await keepErrors(place, id, errors);
  if (!keepsFile) await dropFile(place, id);
}

/** A run whose time is over and that is to be ended, or that something is still kept of; what somebody holds is passed over. */
export async function nextToExpire({ sql, bureauId }: Place, before: Date) {
  const [run] = await sql<{ id: string; status: ImportStatus }[]>`
    select r.id, r.status from import_runs r
    where r.bureau_id = ${bureauId} and r.created_at < ${before} and r.status not in ('CHECKING', 'WRITING') and (r.status in ('UPLOADED', 'CHECKED') or r.preview <> '[]'::jsonb
      or exists (select from import_made m where m.bureau_id = r.bureau_id and m.run_id = r.id and m.list = any(${[...changedLists]}) and m.rows <> '[]'::jsonb)
      or exists (select from import_file_portions p where p.bureau_id = r.bureau_id and p.run_id = r.id)
      or exists (select from import_errors e where e.bureau_id = r.bureau_id and e.run_id = r.id))
    order by r.created_at limit 1 for no key update of r skip locked`;
  return run;
}

/** A run that was begun, or last told how far it is, before `stale`, and that no job can be for any more. */
export async function nextLeft({ sql, bureauId }: Place, stale: Date): Promise<ImportRow | undefined> {
  const [run] = await sql<ImportRow[]>`
    select ${sql(columns)} from import_runs
    where bureau_id = ${bureauId} and status in ('CHECKING', 'WRITING') and active_at < ${stale} order by created_at limit 1`;
  return run;
}

/** Puts an end to what was under way; a run that was cancelled meanwhile stays so. */
export async function settleImport(place: Place, run: UnderWay, change: ImportChange) {
  const [found] = await place.sql`select from import_runs where ${asBegun(place, run)} for no key update`;
  if (found) await saveImport(place, run.id, change);
}

export async function summaryOf({ sql, bureauId }: Place, id: string): Promise<Summary> {
  const [run] = await sql<{ summary: Summary | null }[]>`
    select summary from import_runs where bureau_id = ${bureauId} and id = ${id}`;
  return run?.summary ?? {};
}

export async function finishedAtOf({ sql, bureauId }: Place, id: string): Promise<Date> {
  const [run] = await sql<{ finishedAt: Date }[]>`
    select finished_at from import_runs where bureau_id = ${bureauId} and id = ${id}`;
  return run!.finishedAt;
}
