import { inBureau } from "#kernel/database/in-bureau";
import { isRaceLost } from "#kernel/database/refusals";
import { authorizeBureau, inTransaction, type Transaction } from "#kernel/command";
import { actorOf, type Context, unending } from "#kernel/context";
import { Conflict } from "#kernel/errors";
import { record } from "#kernel/record";
import { mayImport } from "#modules/organisation";
import { fingerprintOf } from "./ground.store.ts";
import { GroundMoved } from "./ground-moved.ts";
import { recordParts, writeParts } from "./import-work.ts";
import { type ImportRow, lockImport, reportProgress, saveImport, settleImport } from "./import.store.ts";
import { type KeptErrors, keptErrors } from "./kept-errors.ts";
import { groundedPlan, type PlannedImport } from "./plan-import.ts";
import { recordAllLeft, recordLeft } from "./record-left.ts";
import type { RowError } from "./row-error.ts";
import type { FileToRead } from "./sheet-tasks.ts";

export interface Writing {
  run: ImportRow;
  file: FileToRead;
}

/** The run was cancelled, or the server stops. */
class Stopped extends Error {}

/** Rows that no longer fit what the bureau holds by now. */
class NoLongerFit extends Error {
  readonly errors: KeptErrors;
  constructor(errors: KeptErrors) {
    super(`${errors.count} rows no longer fit`);
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
  lastDone = done;
  keep(
    ctx.database,
    stop,
    done.then(() => recordLeft(ctx, actorOf(ctx).bureauId, stop.signal)),
  );
}

/** Carries on with what a server that was killed has left to do. */
export function resumeRecording(place: Pick<Context, "database" | "log">) {
  const stop = new AbortController();
  const done = recordAllLeft(place, stop.signal).catch((error: unknown) =>
    place.log.error({ err: error }, "it is not known which imports' audit rows are late"),
  );
  keep(place.database, stop, done);
}

function keep(database: Job["database"], stop: AbortController, done: Promise<void>) {
  const job = { database, stop, done };
  jobs.add(job);
  void done.finally(() => jobs.delete(job));
}

/** Stops what is being written on the database; it leaves nothing. */
export async function stopWriting(database: Context["database"]) {
  const stopped = [...jobs].filter((job) => job.database === database);
  for (const job of stopped) job.stop.abort();
  await Promise.all(stopped.map((job) => job.done));
}

/** Planned on the ground as it is, which others go on changing; where that made a difference, on ground that is held. */
async function write(ctx: Context, writing: Writing, signal: AbortSignal) {
  if (writing.run.kind === "GRIDS" && (await writtenUnheld(ctx, writing, signal))) return;
  const { run, file } = writing;
  await inTransaction(ctx, "writeImportRows", keyOf(run), async (tx) => {
    authorizeBureau(tx.actor, mayImport);
    const plan = await groundedPlan(tx, run, file, true);
    await writePlanned(tx, run, await unlessStopped(signal, plan()), signal);
    return { id: run.id };
  });
}

/** False where another transaction was first. */
async function writtenUnheld(ctx: Context, { run, file }: Writing, signal: AbortSignal): Promise<boolean> {
  const { bureauId } = actorOf(ctx);
  const plan = await inBureau(ctx.database, bureauId, (sql) =>
    groundedPlan({ sql, bureauId, now: ctx.now() }, run, file, false),
  );
  const planned = await unlessStopped(signal, plan());
  try {
    await inTransaction(ctx, "writeImportRows", keyOf(run), async (tx) => {
      authorizeBureau(tx.actor, mayImport);
      await writePlanned(tx, run, planned, signal).catch(whereMoved);
      return { id: run.id };
    });
    return true;
  } catch (error) {
    if (!(error instanceof GroundMoved || error instanceof Conflict)) throw error;
    ctx.log.info({ importId: run.id }, "an import is planned anew: the bureau has changed meanwhile");
    return false;
  }
}

/** A race lost is not tried again with the same plan. */
function whereMoved(error: unknown): never {
  throw isRaceLost(error) ? new GroundMoved() : error;
}

/** A plan takes its time in the thread; a server that stops does not wait for it. */
function unlessStopped<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const stopped = new Promise<never>((_resolve, reject) => {
    if (signal.aborted) reject(new Stopped());
    signal.addEventListener("abort", () => reject(new Stopped()), { once: true });
  });
  return Promise.race([work, stopped]);
}

const keyOf = ({ id }: ImportRow) => ({ idempotencyKey: `import-${id}` });

async function writePlanned(tx: Transaction, run: ImportRow, planned: PlannedImport, signal: AbortSignal) {
  if (planned.errors.count > 0) throw new NoLongerFit(planned.errors);
  await writeParts(tx, run, planned, progress(tx.ctx, run, planned, signal));
  if ((await fingerprintOf(tx, planned.added, { hold: true })) !== planned.fingerprint) throw new GroundMoved();
  await recordParts(tx, run, planned);
  await finish(tx, run, planned);
}

/** Tells how far writing has come, in the file's rows, where everybody can see it. */
function progress(ctx: Context, { id, totalRows }: ImportRow, { writes }: PlannedImport, signal: AbortSignal) {
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

async function finish(tx: Transaction, { id, totalRows, fileName }: ImportRow, { summary }: PlannedImport) {
  const { status } = await lockImport(tx, id);
  if (status !== "WRITING") throw new Stopped();
  await record(tx, {
    action: "import.finish",
    entity: { type: "ImportRun", id },
    after: { fileName, ...summary },
  });
  await saveImport(tx, id, { status: "WRITTEN", summary, doneRows: totalRows, finishedAt: tx.now, keepsFile: false });
}

async function settle(ctx: Context, { run }: Writing, error: unknown) {
  const isMoved = error instanceof NoLongerFit;
  if (!isMoved && !(error instanceof Stopped))
    ctx.log.error({ err: error, importId: run.id }, "an import was not written");
  const stopped: RowError = { row: 0, column: "", value: "", code: "IMPORT_STOPPED" };
  const change = isMoved
    ? { status: "CHECKED" as const, errors: error.errors, summary: null, doneRows: 0 }
    : { status: "FAILED" as const, errors: keptErrors([stopped]), doneRows: 0, finishedAt: ctx.now() };
  const { bureauId } = actorOf(ctx);
  await inBureau(ctx.database, bureauId, (sql) => settleImport({ sql, bureauId }, run.id, change));
  announce(ctx, run.id);
}

const announce = (ctx: Context, id: string) =>
  ctx.announce(actorOf(ctx).bureauId, [{ action: "import.progress", entity: { type: "ImportRun", id } }]);
