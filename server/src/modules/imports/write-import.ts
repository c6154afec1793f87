import { authorizeBureau, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { record } from "#kernel/record";
import { mayImport } from "#modules/organisation";
import type { WriteImportInput } from "./import.inputs.ts";
import { assertFileKept, assertStatus, assertWithoutErrors } from "./import.rules.ts";
import { isFileKept } from "./import-file.store.ts";
import { assertRoom, beginRun, type ImportRow, lockImport } from "./import.store.ts";
import { beginWriting } from "./writing.ts";

/** Starts the writing of a checked file, which goes on after the answer. */
export async function writeImport(ctx: Context, input: WriteImportInput) {
  const begun: { run?: ImportRow } = {};
  const started = await inTransaction(ctx, "writeImport", input, async (tx) => {
    const run = await lockImport(tx, input.id);
    authorizeBureau(tx.actor, mayImport);
    assertVersion(run, input);
    assertStatus(run, "CHECKED");
    assertWithoutErrors(run);
    assertFileKept(await isFileKept(tx, run.id));
    await assertRoom(tx);
    begun.run = await beginRun(tx, run, "WRITING");
    await record(tx, {
      action: "import.write",
      entity: { type: "ImportRun", id: run.id },
      after: { fileName: run.fileName },
    });
    return { id: run.id };
  });
  if (begun.run) beginWriting(ctx, begun.run);
  return started;
}
