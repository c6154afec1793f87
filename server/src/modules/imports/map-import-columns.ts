import { authorizeBureau, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { mayImport } from "./import.policy.ts";
import type { MapImportColumnsInput } from "./import.inputs.ts";
import { isFileKept } from "./import-file.store.ts";
import { faultsOfMapping } from "./import.rules.ts";
import { keptErrors } from "./kept-errors.ts";
import { lockImport, saveImport } from "./import.store.ts";
import { assertStands } from "./standing.rules.ts";

/** A new mapping undoes what a check of the old one said. */
export function mapImportColumns(ctx: Context, input: MapImportColumnsInput) {
  return inTransaction(ctx, "mapImportColumns", input, async (tx) => {
    const run = await lockImport(tx, input.id);
    authorizeBureau(tx.actor, mayImport);
    assertVersion(run, input);
    assertStands(run, "MAP_IMPORT_COLUMNS", await isFileKept(tx, run.id));
    assertValid(faultsOfMapping(run.kind, run.columns, input.mapping));
    const mapping = Object.fromEntries(input.mapping.map(({ column, field }) => [column, field]));
    await saveImport(tx, run.id, { status: "UPLOADED", mapping, errors: keptErrors([]), summary: null, creations: [] });
    await record(tx, {
      action: "import.mapColumns",
      entity: { type: "ImportRun", id: run.id },
      before: { mapping: run.mapping },
      after: { mapping },
    });
    return { id: run.id };
  });
}
