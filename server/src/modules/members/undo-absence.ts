import { authorize, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertNoConflict } from "#kernel/faults";
import { record } from "#kernel/record";
import { undoHours } from "#kernel/undo";
import type { UndoAbsenceInput } from "./absence.inputs.ts";
import { isOver } from "./absence.rules.ts";
import { type AbsenceToUndo, lockAbsence, lockSubstitutes, toUndo, writeAbsence } from "./absence.store.ts";
import { mayRecordAbsence } from "./member.policy.ts";
import { undoingAbsence } from "./questions.ts";

/** Takes an absence back that was recorded a short while ago, begun or not, as if it had not been. */
export function undoAbsence(ctx: Context, input: UndoAbsenceInput) {
  return inTransaction(ctx, "undoAbsence", input, async (tx) => {
    const path = ["input", "id"];
    await lockSubstitutes(tx);
    const { absence: held, member } = await lockAbsence(tx, input.id);
    authorize(tx.actor, mayRecordAbsence, member.unitId);
    assertVersion(held, input);
    if (isOver(held, tx.now)) throw new Conflict([{ path, code: "ABSENCE_OVER" }]);
    const absence = await toUndo(tx, held);
    assertNoConflict(faultsOfUndo(absence, tx.now, path));
    assertNoConflict(await undoingAbsence.ask(tx, { absence, member, path }));
    const { startsAt, endsAt } = absence;
    await writeAbsence(tx, absence.id, { endsAt: startsAt });
    await record(tx, {
      action: "absence.undo",
      entity: { type: "Member", id: member.id },
      before: { absenceId: absence.id, startsAt, endsAt },
      after: null,
    });
    return { id: absence.id };
  });
}

function faultsOfUndo(
  { version, isRecorded, createdAt }: AbsenceToUndo,
  now: Date,
  path: FieldFault["path"],
): FieldFault[] {
  if (version > 1 || !isRecorded) return [{ path, code: "ABSENCE_CHANGED_SINCE" }];
  const isLate = now.getTime() - createdAt.getTime() > undoHours * 3_600_000;
  return isLate ? [{ path, code: "ABSENCE_UNDO_TOO_LATE", params: { hours: undoHours } }] : [];
}
