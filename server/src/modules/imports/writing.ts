import { inBureau } from "#kernel/database/in-bureau";
import { authorizeBureau, inTransaction, type Transaction } from "#kernel/command";
import { actorOf, type Context, unending } from "#kernel/context";
import { record } from "#kernel/record";
import { mayImport } from "#modules/organisation";
import { type ImportWork, workOf } from "./import-work.ts";
import { type ImportRow, lockImport, reportProgress, saveImport, settleImport } from "./import.store.ts";
import type { RowError } from "./row-error.ts";
import type { FileToRead } from "./sheet-tasks.ts";
import { inSheetThread } from "./sheet-threads.ts";

export interface Writing {
  run: ImportRow;
  file: FileToRead;
}

/** The run was cancelled, or the server stops. */
class Stopped extends Error {}

/** Rows that no longer fit what the bureau holds by now. */
class GroundMoved extends Error {
  readonly errors: RowError[];
  constructor(errors: RowError[]) {
    super(`${errors.length} rows no longer fit`);
    this.errors = errors;
  }
}

interface Job {
  database: Context["database"];
  stop: AbortController;
  done: Promise<void>;
}

const jobs = new Set<Job>();
let lastDone: Promise<unknown> = Promise.resolve();

/** Writes after the answer, one import at a time: each holds a connection, and reports on another. */
export function beginWriting(request: Context, writing: Writing) {
  const ctx = { ...request, signal: unending };
  const stop = new AbortController();
  const done = lastDone
    .then(() => write(ctx, writing, stop.signal))
    .catch((error: unknown) => settle(ctx, writing, error))
    .catch((error: unknown) =>
      ctx.log.error({ err: error, importId: writing.run.id }, "an import's end was not written down"),
    );
  const job = { database: ctx.database, stop, done };
  jobs.add(job);
  lastDone = done.finally(() => jobs.delete(job));
}

/** Stops what is being written on the database; it leaves nothing. */
export async function stopWriting(database: Context["database"]) {
  const stopped = [...jobs].filter((job) => job.database === database);
  for (const job of stopped) job.stop.abort();
  await Promise.all(stopped.map((job) => job.done));
}

async function write(ctx: Context, { run, file }: Writing, signal: AbortSignal) {
  const { kind, mapping, options } = run;
  const parsed = await inSheetThread(actorOf(ctx).bureauId, "parseFile", {
    file,
    kind,
    mapping,
    options: { hasStation: options.stationId !== undefined },
  });
  await inTransaction(ctx, "writeImportRows", { idempotencyKey: `import-${run.id}` }, async (tx) => {
    authorizeBureau(tx.actor, mayImport);
    const work = await workOf(tx, run, parsed, { hold: true });
    if (work.errors.length > 0) throw new GroundMoved(work.errors);
    await work.write(progress(ctx, run, work, signal));
    await finish(tx, run, work);
    return { id: run.id };
  });
}

/** Tells how far writing has come, in the file's rows, where everybody can see it. */
function progress(ctx: Context, { id, totalRows }: ImportRow, { writes }: ImportWork, signal: AbortSignal) {
  const { bureauId } = actorOf(ctx);
  let written = 0;
  return async (rows: number) => {
    written += rows;
    const doneRows = Math.floor((totalRows * written) / writes);
    const goesOn = await inBureau(ctx.database, bureauId, (sql) =>
      reportProgress({ sql, bureauId }, id, doneRows, ctx.now()),
    );
    if (!goesOn || signal.aborted) throw new Stopped();
    announce(ctx, id);
  };
}

async function finish(tx: Transaction, { id, totalRows, fileName }: ImportRow, { deeds, summary }: ImportWork) {
  const { status } = await lockImport(tx, id);
  if (status !== "WRITING") throw new Stopped();
  await record(tx, ...deeds, {
    action: "import.finish",
    entity: { type: "ImportRun", id },
    after: { fileName, ...summary },
  });
  await saveImport(tx, id, { status: "WRITTEN", summary, doneRows: totalRows, finishedAt: tx.now, keepsFile: false });
}

async function settle(ctx: Context, { run }: Writing, error: unknown) {
  const isMoved = error instanceof GroundMoved;
  if (!isMoved && !(error instanceof Stopped))
    ctx.log.error({ err: error, importId: run.id }, "an import was not written");
  const stopped: RowError = { row: 0, column: "", value: "", code: "IMPORT_STOPPED" };
  const change = isMoved
    ? { status: "CHECKED" as const, errors: error.errors, summary: null, doneRows: 0 }
    : { status: "FAILED" as const, errors: [stopped], doneRows: 0, finishedAt: ctx.now() };
  const { bureauId } = actorOf(ctx);
  await inBureau(ctx.database, bureauId, (sql) => settleImport({ sql, bureauId }, run.id, change));
  announce(ctx, run.id);
}

const announce = (ctx: Context, id: string) =>
  ctx.announce(actorOf(ctx).bureauId, [{ action: "import.progress", entity: { type: "ImportRun", id } }]);
