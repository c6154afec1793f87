import { authorizeBureau, inTransaction, type Transaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { dayOf } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { followGrids, followSoon, giveNumbersBack } from "#modules/work";
import { isLedger } from "./columns.ts";
import type { UndoImportInput } from "./import.inputs.ts";
import { mayImport } from "./import.policy.ts";
import { finishedAtOf, type ImportRow, lockImport, saveImport, summaryOf } from "./import.store.ts";
import { seriesOf } from "./ledger-ground.store.ts";
import { changedLists, forgetBefore, isRecorded, type Made, madeBy } from "./made.store.ts";
import {
  begunBefore,
  changedSince,
  closedSince,
  type InTheWay,
  signedSince,
  standingOn,
  workedOn,
} from "./standing-on.store.ts";
import { assertStands } from "./standing.rules.ts";
import { namesTold, whatIs } from "./table-words.ts";
import { tellTypes } from "./tell-types.ts";
import { numbersOf, putBack, recordPutBack, seatsNotForKinds, takeBack } from "./take-back.store.ts";

const path = ["input", "id"];

/** Takes back what an import has made, and puts back what it has changed: whole, for as long as nothing else stands on it. */
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
    await giveBack(tx, run, made);
    await saveImport(tx, run.id, { status: "UNDONE" });
    await putBack(tx, made);
    if (made.has("changedGrids")) await bringWorkBack(tx, made);
    await takeBack(tx, run, made, reason ?? run.fileName);
    // Once those are gone that it has given them itself.
    assertNoConflict(await seatsNotForKinds(tx, made, path));
    await forgetBefore(tx, run.id);
    await record(tx, {
      action: "import.undo",
      entity: { type: "ImportRun", id: run.id },
      after: { fileName: run.fileName, ...countsOf(made) },
      reason,
    });
    await recordPutBack(tx, run, made, reason ?? run.fileName);
    tellTypes(tx, "import.undo", run.id, made.keys());
    return { id: run.id };
  });
}

/** At once from stations that go with the import. */
const bringWorkBack = async (tx: Transaction, made: Made): Promise<unknown> =>
  made.has("stations") ? followGrids(tx, { gridId: null }) : followSoon(tx);

const countsOf = (made: Made) => Object.fromEntries([...made].map(([list, rows]) => [list, rows.length]));

/** What was made or changed is held from here on. */
async function whatHinders(tx: Transaction, run: ImportRow, made: Made): Promise<FieldFault[]> {
  if (!(await isRecorded(tx, run.id))) return [{ path, code: "IMPORT_UNRECORDED" }];
  const { gridsUpdated = 0, membersUpdated = 0 } = await summaryOf(tx, run.id);
  const count = gridsUpdated + membersUpdated;
  const kept = changedLists.flatMap((list) => made.get(list) ?? []);
  if (kept.length < count) return [{ path, code: "IMPORT_CHANGED_ROWS", params: { count } }];
  const changed = await changedSince(tx, made);
  const standing = [...(await begunBefore(tx, made)), ...(await standingOn(tx, made))];
  return [
    ...standing.map(told(tx, "IMPORT_STOOD_ON")),
    ...changed.map(told(tx, "IMPORT_MADE_CHANGED")),
    ...(await workedOn(tx, made)).map(told(tx, "IMPORT_WORKED_ON")),
    ...(await signedSince(tx, made, await finishedAtOf(tx, run.id))).map(told(tx, "IMPORT_SIGNED_SINCE")),
    ...(await closedSince(tx, made, dayOf(tx.now))).map(told(tx, "IMPORT_CLOSED_SINCE")),
  ];
}

const told =
  ({ ctx: { locale } }: Transaction, code: string) =>
  ({ table, count, names }: InTheWay): FieldFault => ({
    path,
    code,
    params: { count, what: whatIs(table, locale), names: namesTold(names, locale) },
  });

/** Numbers that ledgers were given are free again. */
async function giveBack(tx: Transaction, run: ImportRow, made: Made) {
  if (!isLedger(run.kind)) return;
  const numbers = await numbersOf(tx, made);
  if (!(await giveNumbersBack(tx, seriesOf(run.kind), numbers)))
    assertNoConflict([{ path, code: "IMPORT_NUMBERED_SINCE", params: { last: numbers.at(-1)! } }]);
}
