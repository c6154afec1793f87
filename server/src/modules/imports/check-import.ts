import { authorizeBureau, inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Invalid } from "#kernel/errors";
import { record } from "#kernel/record";
import { mayImport } from "#modules/organisation";
import { workOf } from "./import-work.ts";
import type { CheckImportInput } from "./import.inputs.ts";
import { assertFileKept, assertStatus } from "./import.rules.ts";
import { fileOf, type ImportOptions, lockImport, saveImport } from "./import.store.ts";
import { isOpenStation } from "./ground.store.ts";
import { refusingSheet } from "./refusing-sheet.ts";
import { inSheetThread } from "./sheet-threads.ts";

/** A dry run: tells all that is wrong, and what writing would do. */
export function checkImport(ctx: Context, input: CheckImportInput) {
  return inTransaction(ctx, "checkImport", input, async (tx) => {
    const run = await lockImport(tx, input.id);
    authorizeBureau(tx.actor, mayImport);
    assertStatus(run, "UPLOADED", "CHECKED", "FAILED");
    const file = await fileOf(tx, run.id);
    assertFileKept(file);
    const options = await optionsOf(tx, input);
    const { kind, mapping } = run;
    const parsed = await refusingSheet(["input", "id"], () =>
      inSheetThread(tx.bureauId, "parseFile", {
        file,
        kind,
        mapping,
        options: { hasStation: options.stationId !== undefined },
      }),
    );
    const { errors, summary } = await workOf(tx, { ...run, options }, parsed, { hold: false });
    const outcome = errors.length > 0 ? null : summary;
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
      after: { ...options, errorCount: errors.length, ...outcome },
    });
    return { id: run.id };
  });
}

async function optionsOf(
  tx: Transaction,
  { openedOn, from, stationId, createStations, createDivisions }: CheckImportInput,
): Promise<ImportOptions> {
  if (stationId && !(await isOpenStation(tx, stationId)))
    throw new Invalid([{ path: ["input", "stationId"], code: "ROW_UNKNOWN_STATION" }]);
  return {
    ...(openedOn && { openedOn }),
    ...(from && { from }),
    ...(stationId && { stationId }),
    createStations,
    createDivisions,
  };
}
