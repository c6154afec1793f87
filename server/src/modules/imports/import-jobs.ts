import { setTimeout as pause } from "node:timers/promises";
import { Refusal, Unavailable } from "#kernel/errors";
import type { JobContext } from "#kernel/jobs/job";
import { type ImportRow, settleImport, underWay } from "./import.store.ts";
import { Stopped } from "./import-stopped.ts";
import { keptErrors } from "./kept-errors.ts";
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

const lookMs = 2_000;

/** The run that a job was sent for; a run that was cancelled, or that an earlier attempt has seen to, is nobody's any more. */
export function runOf({ ids, inBureau, bureauId }: JobContext): Promise<ImportRow | undefined> {
  return inBureau((sql) => underWay({ sql, bureauId }, String(ids["id"]), Number(ids["version"])));
}

/** Works on a run for as long as it is as it was begun. What would fail again is told at once; for the rest the job is tried again. */
export async function carryOn(ctx: JobContext, run: ImportRow, work: (ctx: JobContext) => Promise<void>) {
  const [cancelled, over] = [new AbortController(), new AbortController()];
  const signal = AbortSignal.any([ctx.signal, cancelled.signal]);
  void untilCancelled(ctx, cancelled, over.signal);
  try {
    await work({ ...ctx, signal });
  } catch (error) {
    if (ctx.signal.aborted) throw error;
    if (error instanceof Stopped || cancelled.signal.aborted) return;
    const code = codeOf(error);
    if (!code) throw error;
    ctx.log.warn({ err: error, importId: run.id }, "an import came to nothing");
    await settle(ctx, run, code);
  } finally {
    over.abort();
  }
}

async function untilCancelled(ctx: JobContext, cancelled: AbortController, over: AbortSignal) {
  const signal = AbortSignal.any([ctx.signal, over]);
  while (await pause(lookMs, true, { signal, ref: false }).catch(() => false)) {
    try {
      if (!(await runOf(ctx))) return cancelled.abort(new Stopped());
    } catch (error) {
      ctx.log.warn({ err: error }, "it is not known whether an import goes on");
    }
  }
}

function codeOf(error: unknown): RowErrorCode | undefined {
  if (error instanceof Failed || error instanceof SheetError) return error.code;
  return error instanceof Refusal && !(error instanceof Unavailable) ? "IMPORT_STOPPED" : undefined;
}

export async function settle(ctx: JobContext, run: ImportRow, code: RowErrorCode) {
  const { bureauId } = ctx;
  const errors = keptErrors([{ row: 0, column: "", value: "", code }]);
  const change = { status: "FAILED", errors, doneRows: 0, finishedAt: ctx.now() } as const;
  await ctx.inBureau((sql) => settleImport({ sql, bureauId }, run, change));
  announceProgress(ctx, run.id);
}

export const announceProgress = (ctx: JobContext, id: string) =>
  ctx.announce(ctx.bureauId, [{ action: "import.progress", entity: { type: "ImportRun", id } }]);
