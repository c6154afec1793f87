import { authorizeBureau, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { record } from "#kernel/record";
import { mayImport } from "#modules/organisation";
import type { WriteImportInput } from "./import.inputs.ts";
import { assertFileKept, assertStatus, assertWithoutErrors } from "./import.rules.ts";
import { fileOf, lockImport, saveImport } from "./import.store.ts";
import { beginWriting, type Writing } from "./writing.ts";

/** Starts the writing of a checked file, which goes on after the answer. */
export async function writeImport(ctx: Context, input: WriteImportInput) {
  const begun: { writing?: Writing } = {};
  const started = await inTransaction(ctx, "writeImport", input, async (tx) => {
    const run = await lockImport(tx, input.id);
    authorizeBureau(tx.actor, mayImport);
    assertVersion(run, input);
    assertStatus(run, "CHECKED");
    assertWithoutErrors(run);
    const file = await fileOf(tx, run.id);
    assertFileKept(file);
    await saveImport(tx, run.id, { status: "WRITING", doneRows: 0, activeAt: tx.now });
    await record(tx, {
      action: "import.write",
      entity: { type: "ImportRun", id: run.id },
      after: { fileName: run.fileName },
    });
    begun.writing = { run, file };
    return { id: run.id };
  });
  if (begun.writing) beginWriting(ctx, begun.writing);
  return started;
}
