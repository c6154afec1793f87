import { setTimeout as pause } from "node:timers/promises";
import { actorOf, type Context } from "#kernel/context";
import { inBureau } from "#kernel/database/in-bureau";
import { bureauTurns } from "./bureau-turns.ts";
import { type ImportRow, settleImport, showLife } from "./import.store.ts";
import { Stopped } from "./import-stopped.ts";
import { keptErrors } from "./kept-errors.ts";
import { recordAllLeft, recordLeft } from "./record-left.ts";
import type { RowErrorCode } from "./row-error.ts";
import { SheetError } from "./sheet-error.ts";

/** Ends a run as failed, for a reason that is told. */
export class Failed extends Error {
  readonly code: RowErrorCode;
  constructor(code: RowErrorCode) {
    super(code);
    this.code = code;
  }
}

interface Job {
  database: Context["database"];
  stop: AbortController;
  done: Promise<void>;
}

const jobs = new Set<Job>();
/** Each holds a connection while it writes. What waits holds neither that nor its file; a bureau's are bounded as they begin. */
const inTurn = bureauTurns(2, { all: Infinity, bureau: Infinity });
/** Far more often than silence counts as an end. */
const lifeMs = 2_000;

/** Checks or writes a run after the answer; its context ends with the run, or with the server. */
export function beginJob(request: Context, run: ImportRow, work: (ctx: Context) => Promise<void>) {
  const [stop, cancelled, over] = [new AbortController(), new AbortController(), new AbortController()];
  const ctx = { ...request, signal: AbortSignal.any([stop.signal, cancelled.signal]) };
  const { bureauId } = actorOf(ctx);
  void showLifeUntil(ctx, run, cancelled, over.signal);
  const done = inTurn(bureauId, async () => {
    ctx.signal.throwIfAborted();
    await work(ctx);
  })
    .catch((error: unknown) => settle(ctx, run, error))
    .catch((error: unknown) => ctx.log.error({ err: error, importId: run.id }, "an import's end was not written down"))
    .finally(() => over.abort());
  keep(
    ctx.database,
    stop,
    done.then(() => recordLeft(ctx, bureauId, stop.signal)).then(() => announceProgress(ctx, run.id)),
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

/** Stops what is being checked or written on the database; it leaves nothing. */
export async function stopJobs(database: Context["database"]) {
  const stopped = [...jobs].filter((job) => job.database === database);
  for (const job of stopped) job.stop.abort(new Stopped());
  await Promise.all(stopped.map((job) => job.done));
}

/**
 * A run whose job shows no life was left by a server that ended. Where it no longer goes on it was cancelled, or was written this
 * moment: what its job still has to do for the latter goes on until the server stops.
 */
async function showLifeUntil(ctx: Context, run: ImportRow, cancelled: AbortController, over: AbortSignal) {
  const { bureauId } = actorOf(ctx);
  const signal = AbortSignal.any([ctx.signal, over]);
  while (await pause(lifeMs, true, { signal, ref: false }).catch(() => false)) {
    try {
      const goesOn = await inBureau(ctx.database, bureauId, (sql) => showLife({ sql, bureauId }, run, ctx.now()));
      if (!goesOn) cancelled.abort(new Stopped());
    } catch (error) {
      ctx.log.warn({ err: error, importId: run.id }, "an import could not show that it goes on");
    }
  }
}

async function settle(ctx: Context, run: ImportRow, error: unknown) {
  if (!(error instanceof Stopped)) ctx.log.error({ err: error, importId: run.id }, "an import came to nothing");
  const code = error instanceof Failed || error instanceof SheetError ? error.code : "IMPORT_STOPPED";
  const errors = keptErrors([{ row: 0, column: "", value: "", code }]);
  const { bureauId } = actorOf(ctx);
  const change = { status: "FAILED", errors, doneRows: 0, finishedAt: ctx.now() } as const;
  await inBureau(ctx.database, bureauId, (sql) => settleImport({ sql, bureauId }, run, change));
  announceProgress(ctx, run.id);
}

export const announceProgress = (ctx: Context, id: string) =>
  ctx.announce(actorOf(ctx).bureauId, [{ action: "import.progress", entity: { type: "ImportRun", id } }]);
