import { reachOf } from "#kernel/actor";
import { authorizeBureau, inTransaction, type Transaction } from "#kernel/command";
import { actorOf, type Context } from "#kernel/context";
import { inBureau } from "#kernel/database/in-bureau";
import { Conflict, Invalid } from "#kernel/errors";
import { record } from "#kernel/record";
import { mayImport } from "#modules/organisation";
import { isOpenStation } from "./ground.store.ts";
import type { CheckImportInput } from "./import.inputs.ts";
import type { ImportOptions } from "./import-options.ts";
import { assertFileKept, assertStatus } from "./import.rules.ts";
import { fileOf, importOf, isFileKept, lockImport, saveImport } from "./import.store.ts";
import { groundedPlan } from "./plan-import.ts";
import { refusingSheet } from "./refusing-sheet.ts";

/** A dry run: tells all that is wrong, and what writing would do. The file is read and planned before anything is held. */
export async function checkImport(ctx: Context, input: CheckImportInput) {
  const planned = await plannedOf(ctx, input);
  return inTransaction(ctx, "checkImport", input, async (tx) => {
    const run = await lockImport(tx, input.id);
    authorizeBureau(tx.actor, mayImport);
    assertStatus(run, "UPLOADED", "CHECKED", "FAILED");
    assertFileKept(await isFileKept(tx, run.id));
    const options = await optionsOf(tx, input);
    if (planned?.version !== run.version)
      throw new Conflict([{ path: ["input", "id"], code: "VERSION_MOVED", params: { version: run.version } }]);
    const { errors, summary } = planned;
    const outcome = errors.count > 0 ? null : summary;
    await saveImport(tx, run.id, {
      status: "CHECKED",
      options,
      errors,
      summary: outcome,
      doneRows: 0,
      finishedAt: null,
    });
    await record(tx, {
      action: "import.check",
      entity: { type: "ImportRun", id: run.id },
      after: { ...options, errorCount: errors.count, ...outcome },
    });
    return { id: run.id };
  });
}

/** Undefined where there is nothing to check: the command says why. */
async function plannedOf(ctx: Context, input: CheckImportInput) {
  const { bureauId } = actorOf(ctx);
  if (reachOf(actorOf(ctx), mayImport.roles) !== "all") return undefined;
  const begun = await inBureau(ctx.database, bureauId, async (sql) => {
    const place = { sql, bureauId, now: ctx.now() };
    const run = await importOf(place, input.id);
    const file = run && (await fileOf(place, run.id));
    if (!run || !file || !["UPLOADED", "CHECKED", "FAILED"].includes(run.status)) return undefined;
    const plan = await groundedPlan(place, { ...run, options: optionsGiven(input) }, file, false);
    return { run, plan };
  });
  if (!begun) return undefined;
  const planned = await refusingSheet(["input", "id"], begun.plan);
  return { ...planned, version: begun.run.version };
}

async function optionsOf(tx: Transaction, input: CheckImportInput): Promise<ImportOptions> {
  const { stationId } = input;
  if (stationId && !(await isOpenStation(tx, stationId)))
    throw new Invalid([{ path: ["input", "stationId"], code: "ROW_UNKNOWN_STATION" }]);
  return optionsGiven(input);
}

const optionsGiven = ({ openedOn, from, stationId, createStations, createDivisions }: CheckImportInput) => ({
  ...(openedOn && { openedOn }),
  ...(from && { from }),
  ...(stationId && { stationId }),
  createStations,
  createDivisions,
});
