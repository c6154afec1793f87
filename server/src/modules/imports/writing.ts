import { authorizeBureau, inTransaction, type Transaction } from "#kernel/command";
import type { JobContext } from "#kernel/jobs/job";
import { isRaceLost } from "#kernel/database/refusals";
import { Conflict } from "#kernel/errors";
import { record } from "#kernel/record";
import { followSoon } from "#modules/work";
import { mayImport } from "./import.policy.ts";
import { GroundMoved } from "./ground-moved.ts";
import { assertGroundStill } from "./ground-still.store.ts";
import { announceProgress, Failed } from "./import-jobs.ts";
import { recordParts, writeParts } from "./import-work.ts";
import { type ImportRow, lockUnderWay, reportProgress, saveImport, settleImport } from "./import.store.ts";
import { Stopped } from "./import-stopped.ts";
import type { KeptErrors } from "./kept-errors.ts";
import { planImport, type PlannedImport } from "./plan-import.ts";
import { takePlanned } from "./write-ledgers.store.ts";
import { analyzeImported, planOutgrownAnew } from "./write.store.ts";

const mostAttempts = 5;
const reportMs = 200;
/** What plans are made for no longer fits after so many, and each time they have doubled. */
const manyRows = 5_000;

/**
 * An import is seen whole or not at all. It is planned on ground that others go on changing; where that made a difference, the
 * file is planned anew.
 */
export async function write(ctx: JobContext, run: ImportRow) {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const planned = await planImport(ctx, run);
    if (planned.errors.count > 0) return giveBack(ctx, run, planned.errors);
    if (await isWritten(ctx, run, planned)) return;
    ctx.log.info({ importId: run.id, attempt }, "an import is planned anew: the bureau has changed meanwhile");
  }
  throw new Failed("IMPORT_GROUND_MOVES");
}

/** False where another transaction was first. */
async function isWritten(ctx: JobContext, run: ImportRow, planned: PlannedImport): Promise<boolean> {
  const keyed = { idempotencyKey: `import-write-${run.id}-${run.version}` };
  try {
    await inTransaction(ctx, "writeImportRows", keyed, async (tx) => {
      authorizeBureau(tx.actor, mayImport);
      await writePlanned(ctx, tx, run, planned).catch(whereMoved);
      return { id: run.id };
    });
    if (planned.writes >= manyRows) await keepPlansFit(ctx, analyzeImported);
    return true;
  } catch (error) {
    if (error instanceof GroundMoved || error instanceof Conflict) return false;
    throw error;
  }
}

/** A race lost is not tried again with the same plan. */
function whereMoved(error: unknown): never {
  throw isRaceLost(error) ? new GroundMoved() : error;
}

async function writePlanned(ctx: JobContext, tx: Transaction, run: ImportRow, planned: PlannedImport) {
  await takePlanned(tx, run.kind, planned);
  await writeParts(tx, run, planned, progress(ctx, run, planned));
  await recordParts(tx, run, planned);
  if (planned.parts.some(({ list }) => list === "changedGrids")) await followSoon(tx);
  // From here on units are held, which others' commands wait for.
  await assertGroundStill(tx, run.kind, planned);
  await finish(tx, run, planned);
}

/** Tells how far writing has come, in the file's rows, where everybody can see it. */
function progress(ctx: JobContext, run: ImportRow, { writes }: PlannedImport) {
  const { bureauId } = ctx;
  let written = 0;
  let reported = -Infinity;
  let many = manyRows;
  return async (rows: number) => {
    written += rows;
    ctx.signal.throwIfAborted();
    if (written >= many) {
      many *= 2;
      await keepPlansFit(ctx, planOutgrownAnew);
    }
    if (performance.now() - reported < reportMs) return;
    const doneRows = Math.floor((run.totalRows * written) / writes);
    const goesOn = await ctx.inBureau((sql) => reportProgress({ sql, bureauId }, run, doneRows, ctx.now()));
    if (!goesOn) throw new Stopped();
    reported = performance.now();
    announceProgress(ctx, run.id);
  };
}

async function keepPlansFit(ctx: JobContext, keep: typeof analyzeImported) {
  await ctx
    .inBureau(async (sql) => keep(sql))
    .catch((error: unknown) =>
      ctx.log.warn({ err: error }, "plans may be slow for a while that were made before an import"),
    );
}

async function finish(tx: Transaction, run: ImportRow, { summary }: PlannedImport) {
  const { id, totalRows, fileName } = run;
  await lockUnderWay(tx, run);
  await record(tx, {
    action: "import.finish",
    entity: { type: "ImportRun", id },
    after: { fileName, ...summary },
  });
  await saveImport(tx, id, { status: "WRITTEN", summary, doneRows: totalRows, finishedAt: tx.now, keepsFile: false });
}

/** Rows that no longer fit what the bureau holds by now: the run is as after a check that found them. */
async function giveBack(ctx: JobContext, run: ImportRow, errors: KeptErrors) {
  const { bureauId } = ctx;
  const change = { status: "CHECKED", errors, summary: null, doneRows: 0 } as const;
  await ctx.inBureau((sql) => settleImport({ sql, bureauId }, run, change));
  announceProgress(ctx, run.id);
}
