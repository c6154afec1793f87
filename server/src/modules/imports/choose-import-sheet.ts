import { authorizeBureau, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { Invalid } from "#kernel/errors";
import { record } from "#kernel/record";
import { mayImport } from "./import.policy.ts";
import { headOfSheet } from "./import-file.store.ts";
import type { ChooseImportSheetInput } from "./import.inputs.ts";
import { isFileKept } from "./import-file.store.ts";
import { keptErrors } from "./kept-errors.ts";
import { lockImport, saveImport } from "./import.store.ts";
import { assertStands } from "./standing.rules.ts";

/** Another sheet of the file is imported; what was mapped and checked of the one before counts no longer. */
export function chooseImportSheet(ctx: Context, input: ChooseImportSheetInput) {
  return inTransaction(ctx, "chooseImportSheet", input, async (tx) => {
    const run = await lockImport(tx, input.id);
    authorizeBureau(tx.actor, mayImport);
    assertVersion(run, input);
    assertStands(run, "CHOOSE_IMPORT_SHEET", await isFileKept(tx, run.id));
    const { sheet } = input;
    const head = await headOfSheet(tx, run.id, sheet);
    if (!head) throw new Invalid([{ path: ["input", "sheet"], code: "IMPORT_SHEET_UNKNOWN" }]);
    const taken = { sheet, head };
    await saveImport(tx, run.id, { status: "UPLOADED", errors: keptErrors([]), summary: null, creations: [], taken });
    await record(tx, {
      action: "import.chooseSheet",
      entity: { type: "ImportRun", id: run.id },
      before: { sheet: run.sheet },
      after: { sheet },
    });
    return { id: run.id };
  });
}
