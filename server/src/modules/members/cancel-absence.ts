import { authorize, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { Conflict } from "#kernel/errors";
import { record } from "#kernel/record";
import type { CancelAbsenceInput } from "./absence.inputs.ts";
import { isOver } from "./absence.rules.ts";
import { lockAbsence, writeAbsence } from "./absence.store.ts";
import { mayRecordAbsence } from "./member.policy.ts";

/** An absence that has begun is ended instead: what was, stays on record. */
export function cancelAbsence(ctx: Context, input: CancelAbsenceInput) {
  return inTransaction(ctx, "cancelAbsence", input, async (tx) => {
    const { absence, member } = await lockAbsence(tx, input.id);
    authorize(tx.actor, mayRecordAbsence, member.unitId);
    assertVersion(absence, input);
    const path = ["input", "id"];
    if (isOver(absence, tx.now)) throw new Conflict([{ path, code: "ABSENCE_OVER" }]);
    if (absence.startsAt <= tx.now) throw new Conflict([{ path, code: "ABSENCE_BEGUN" }]);
    await writeAbsence(tx, absence.id, { endsAt: absence.startsAt });
    const { startsAt, endsAt } = absence;
    await record(tx, {
      action: "absence.cancel",
      entity: { type: "Member", id: member.id },
      before: { absenceId: absence.id, startsAt, endsAt },
      after: null,
    });
    return { id: absence.id };
  });
}
