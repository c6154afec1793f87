import { authorizeBureau, inTransaction } from "#kernel/command";
import type { JobContext } from "#kernel/jobs/job";
import { record } from "#kernel/record";
import { mayImport } from "./import.policy.ts";
import { type ImportRow, lockUnderWay, saveImport } from "./import.store.ts";
import { keptErrors } from "./kept-errors.ts";
import { checkPlan } from "./plan-import.ts";
import { SheetError } from "./sheet-error.ts";
import type { CheckedFile } from "./sheet-tasks.ts";

/** Nothing of the bureau is held meanwhile. */
export async function check(ctx: JobContext, run: ImportRow) {
  const { errors, summary, creations } = await checkPlan(ctx, run).catch(wrongFile);
  const outcome = errors.count > 0 ? null : summary;
  const keyed = { idempotencyKey: `import-check-${run.id}-${run.version}` };
  await inTransaction(ctx, "checkImportRows", keyed, async (tx) => {
    authorizeBureau(tx.actor, mayImport);
    await lockUnderWay(tx, run);
    await saveImport(tx, run.id, { status: "CHECKED", errors, summary: outcome, creations });
    await record(tx, {
      action: "import.checked",
      entity: { type: "ImportRun", id: run.id },
      after: { errorCount: errors.count, ...outcome },
    });
    return { id: run.id };
  });
}

/** A file that can't be read is wrong as a whole. */
function wrongFile(error: unknown): CheckedFile {
  if (!(error instanceof SheetError)) throw error;
  const { code, row = 0, column = "", value = "" } = error;
  return { errors: keptErrors([{ row, column, value, code }]), summary: {}, creations: [] };
}
