import type { Transaction } from "#kernel/command";
import { reachOf } from "#kernel/actor";
import { NotFound } from "#kernel/errors";
import { isId, newId } from "#kernel/ids";
import { mayImport } from "#modules/organisation";
import type { ImportKind, Mapping } from "./columns.ts";
import type { Fragment } from "./ground.store.ts";
import type { ImportOptions } from "./import-options.ts";
import type { ImportStatus } from "./import-status.ts";
import type { RowError } from "./row-error.ts";
import { type KeptErrors, keptErrors } from "./kept-errors.ts";
import type { FileToRead, OpenedFile } from "./sheet-tasks.ts";

export interface ImportRow {
  id: string;
  kind: ImportKind;
  status: ImportStatus;
  fileName: string;
  columns: string[];
  mapping: Mapping;
  options: ImportOptions;
  totalRows: number;
  errorCount: number;
  version: number;
}

type Summary = Record<string, number>;

const noFile = Buffer.alloc(0);

/** A writing that has shown no sign of life for so long was interrupted: the same rule stands in ImportRun.status. */
export const silentSeconds = 60;

/** The run, held until the command ends. */
export async function lockImport(tx: Transaction, id: string): Promise<ImportRow> {
  const run = await importOf(tx, id, tx.sql`for no key update`);
  if (!run || reachOf(tx.actor, mayImport.roles) !== "all")
    throw new NotFound([{ path: ["input", "id"], code: "NOT_FOUND" }]);
  return run;
}

export async function importOf(
  { sql, bureauId, now }: Pick<Transaction, "sql" | "bureauId" | "now">,
  id: string,
  hold: Fragment = sql``,
): Promise<ImportRow | undefined> {
  const since = new Date(now.getTime() - silentSeconds * 1000);
  const [run] = isId(id)
    ? await sql<ImportRow[]>`
        select id, kind, case when status = 'WRITING' and active_at < ${since} then 'FAILED' else status end as status, file_name, columns, mapping,
          options, total_rows, error_count, version
        from import_runs where bureau_id = ${bureauId} and id = ${id} ${hold}`
    : [];
  return run;
}

export async function isFileKept({ sql, bureauId }: Pick<Transaction, "sql" | "bureauId">, id: string) {
  const [run] = await sql`select from import_runs where bureau_id = ${bureauId} and id = ${id} and length(file) > 0`;
  return run ?? null;
}

/** The file as it was uploaded; null once it is no longer kept. */
export async function fileOf(
  { sql, bureauId }: Pick<Transaction, "sql" | "bureauId">,
  id: string,
): Promise<FileToRead | null> {
  const [run] = await sql<{ file: Buffer; fileName: string }[]>`
    select file, file_name from import_runs where bureau_id = ${bureauId} and id = ${id}`;
  return run && run.file.length > 0 ? { bytes: run.file, fileName: run.fileName } : null;
}

export interface NewImport {
  kind: ImportKind;
  fileName: string;
  fileDigest: string;
  bytes: Buffer;
  opened: OpenedFile;
}

/** A file that holds identity numbers is not kept. */
export async function insertImport(
  { sql, bureauId, actor, now }: Transaction,
  { kind, fileName, fileDigest, bytes, opened }: NewImport,
): Promise<string> {
  const { columns, mapping, totalRows, preview, identityNumbers } = opened;
  const isRefused = identityNumbers.length > 0;
  const id = newId(now.getTime());
  await sql`insert into import_runs ${sql({
    bureauId,
    id,
    accountId: actor.accountId,
    kind,
    status: isRefused ? "FAILED" : "UPLOADED",
    fileName,
    file: isRefused ? noFile : bytes,
    fileDigest,
    columns: sql.json(columns),
    mapping: sql.json(mapping),
    preview: sql.json(preview as never),
    totalRows,
    ...errorColumns(sql, keptErrors(identityNumbers)),
    createdAt: now,
    finishedAt: isRefused ? now : null,
  })}`;
  return id;
}

/** Files that nobody carried on with hold contacts for nothing. */
export async function dropOldFiles({ sql, bureauId, now }: Transaction, days: number) {
  const before = new Date(now.getTime() - days * 86_400_000);
  await sql`update import_runs set file = ${noFile} where bureau_id = ${bureauId} and created_at < ${before} and length(file) > 0`;
}

interface ImportChange {
  status: ImportStatus;
  mapping?: Mapping;
  options?: ImportOptions;
  doneRows?: number;
  errors?: KeptErrors;
  summary?: Summary | null;
  activeAt?: Date;
  finishedAt?: Date | null;
  keepsFile?: boolean;
}

export async function saveImport(
  { sql, bureauId }: Pick<Transaction, "sql" | "bureauId">,
  id: string,
  change: ImportChange,
) {
  const { mapping, options, errors, summary, keepsFile = true, ...rest } = change;
  await sql`update import_runs set ${sql({
    ...rest,
    ...(mapping && { mapping: sql.json(mapping) }),
    ...(options && { options: sql.json(options as never) }),
    ...(errors && errorColumns(sql, errors)),
    ...(summary !== undefined && { summary: summary && sql.json(summary) }),
    ...(!keepsFile && { file: noFile }),
  } as never)}, version = version + 1 where bureau_id = ${bureauId} and id = ${id}`;
}

const errorColumns = (sql: Transaction["sql"], { json, count }: KeptErrors) => ({
  // The driver takes fragments for values; its types do not say so.
  errors: sql`${json}::text::jsonb` as never,
  errorCount: count,
});

/** Says how far writing has come; false once the run is no longer being written. */
export async function reportProgress(
  { sql, bureauId }: Pick<Transaction, "sql" | "bureauId">,
  id: string,
  doneRows: number,
  now: Date,
): Promise<boolean> {
  const reported = await sql`
    update import_runs set done_rows = ${doneRows}, active_at = ${now} where bureau_id = ${bureauId} and id = ${id} and status = 'WRITING' returning id`;
  return reported.length > 0;
}

/** Puts an end to a writing that failed; a run that was cancelled meanwhile stays so. */
export async function settleImport(place: Pick<Transaction, "sql" | "bureauId">, id: string, change: ImportChange) {
  const { sql, bureauId } = place;
  const [run] =
    await sql`select id from import_runs where bureau_id = ${bureauId} and id = ${id} and status = 'WRITING' for no key update`;
  if (run) await saveImport(place, id, change);
}

/** Undefined where there is no such run. */
export async function errorsOf(
  { sql, bureauId }: Pick<Transaction, "sql" | "bureauId">,
  id: string,
): Promise<RowError[] | undefined> {
  if (!isId(id)) return undefined;
  const [run] = await sql<
    { errors: RowError[] }[]
  >`select errors from import_runs where bureau_id = ${bureauId} and id = ${id}`;
  return run?.errors;
}
