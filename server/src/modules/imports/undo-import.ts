import { authorizeBureau, inTransaction, type Transaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { mayImport } from "./import.policy.ts";
import type { UndoImportInput } from "./import.inputs.ts";
import { type ImportRow, lockImport, saveImport, summaryOf } from "./import.store.ts";
import { begunBefore, changedSince, isRecorded, type Made, madeBy, standingOn, takeBack } from "./made.store.ts";
import { assertStands } from "./standing.rules.ts";
import { whatIs } from "./table-words.ts";

const path = ["input", "id"];

/** Takes back what an import has made, whole, for as long as nothing else stands on it. */
export function undoImport(ctx: Context, input: UndoImportInput) {
  return inTransaction(ctx, "undoImport", input, async (tx) => {
    const run = await lockImport(tx, input.id);
    authorizeBureau(tx.actor, mayImport);
    assertVersion(run, input);
    const made = await madeBy(tx, run.id);
    assertStands(run, "UNDO_IMPORT", made.size > 0);
    const faults: FieldFault[] = [];
    const reason = checkText(faults, ["input", "reason"], input.reason, { most: 500 });
    assertValid(faults);
    assertNoConflict(await whatHinders(tx, run, made));
    await saveImport(tx, run.id, { status: "UNDONE" });
    await takeBack(tx, run.id, made);
    await record(tx, {
      action: "import.undo",
      entity: { type: "ImportRun", id: run.id },
      after: { fileName: run.fileName, ...countsOf(made) },
      reason,
    });
    return { id: run.id };
  });
}

const countsOf = (made: Made) => Object.fromEntries([...made].map(([list, rows]) => [list, rows.length]));

async function whatHinders(tx: Transaction, run: ImportRow, made: Made): Promise<FieldFault[]> {
  if (!(await isRecorded(tx, run.id))) return [{ path, code: "IMPORT_UNRECORDED" }];
  const { gridsUpdated = 0, membersUpdated = 0 } = await summaryOf(tx, run.id);
  const updated = gridsUpdated + membersUpdated;
  if (updated > 0) return [{ path, code: "IMPORT_CHANGED_ROWS", params: { count: updated } }];
  const changed = await changedSince(tx, made);
  const standing = await standingOn(tx, made);
  const begun = await begunBefore(tx, made);
  return [
    ...(begun > 0 ? [stoodOn("assignments", begun)] : []),
    ...[...standing].map(([table, count]) => stoodOn(table, count)),
    ...[...changed].map(([table, count]) => ({
      path,
      code: "IMPORT_MADE_CHANGED",
      params: { count, what: whatIs(table, tx.ctx.locale) },
    })),
  ];

  function stoodOn(table: string, count: number): FieldFault {
    return { path, code: "IMPORT_STOOD_ON", params: { count, what: whatIs(table, tx.ctx.locale) } };
  }
}
