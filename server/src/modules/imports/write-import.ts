import { authorizeBureau, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { record } from "#kernel/record";
import { mayImport } from "./import.policy.ts";
import { carryOut } from "./carry-out-import.ts";
import type { WriteImportInput } from "./import.inputs.ts";
import { isFileKept } from "./import-file.store.ts";
import { assertRoom, beginRun, lockImport } from "./import.store.ts";
import { assertStands } from "./standing.rules.ts";

/** Starts the writing of a checked file, which goes on after the answer. */
export function writeImport(ctx: Context, input: WriteImportInput) {
  return inTransaction(ctx, "writeImport", input, async (tx) => {
    const run = await lockImport(tx, input.id);
    authorizeBureau(tx.actor, mayImport);
    assertVersion(run, input);
    assertStands(run, "WRITE_IMPORT", await isFileKept(tx, run.id));
    await assertRoom(tx);
    await carryOut(tx, await beginRun(tx, run, "WRITING"));
    await record(tx, {
      action: "import.write",
      entity: { type: "ImportRun", id: run.id },
      after: { fileName: run.fileName },
    });
    return { id: run.id };
  });
}
