import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { record } from "#kernel/record";
import { mayImport } from "./import.policy.ts";
import type { CancelImportInput } from "./import.inputs.ts";
import { isFileKept } from "./import-file.store.ts";
import { lockImport, saveImport } from "./import.store.ts";
import { assertStands } from "./standing.rules.ts";

/** Gives an import up. One that is being checked or written finds out, and leaves nothing. */
export function cancelImport(ctx: Context, input: CancelImportInput) {
  return inTransaction(ctx, "cancelImport", input, async (tx) => {
    const run = await lockImport(tx, input.id);
    authorizeBureau(tx.actor, mayImport);
    assertStands(run, "CANCEL_IMPORT", await isFileKept(tx, run.id));
    await saveImport(tx, run.id, { status: "CANCELLED", finishedAt: tx.now, keepsFile: false });
    await record(tx, {
      action: "import.cancel",
      entity: { type: "ImportRun", id: run.id },
      before: { status: run.status },
    });
    return { id: run.id };
  });
}
