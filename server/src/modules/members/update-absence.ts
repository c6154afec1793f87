import { changesOf } from "#kernel/changes";
import { authorize, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import type { UpdateAbsenceInput } from "./absence.inputs.ts";
import { absenceFaults, isOver, periodFaults } from "./absence.rules.ts";
import { type AbsenceRow, absencesDuring, lockAbsence, lockSubstitutes, writeAbsence } from "./absence.store.ts";
import { mayRecordAbsence } from "./member.policy.ts";
import { lockMember } from "./member.store.ts";

export function updateAbsence(ctx: Context, input: UpdateAbsenceInput) {
  return inTransaction(ctx, "updateAbsence", input, async (tx) => {
    await lockSubstitutes(tx);
    const { absence, member } = await lockAbsence(tx, input.id);
    authorize(tx.actor, mayRecordAbsence, member.unitId);
    assertVersion(absence, input);
    if (isOver(absence, tx.now)) throw new Conflict([{ path: ["input", "id"], code: "ABSENCE_OVER" }]);
    const next = changed(absence, input);
    const path = ["input", "substituteId"];
    const substitute = next.substituteId ? await lockMember(tx, next.substituteId, path) : null;
    const away = { ...absence, ...next };
    assertNoConflict(absenceFaults(away, member, substitute, await absencesDuring(tx, away, absence.id)));
    await writeAbsence(tx, absence.id, next);
    const { before, after } = changesOf<AbsenceRow>(absence, next);
    await record(tx, {
      action: "absence.update",
      entity: { type: "Member", id: member.id },
      before: { absenceId: absence.id, ...before },
      after: { absenceId: absence.id, ...after },
    });
    return { id: absence.id };
  });
}

function changed(absence: AbsenceRow, input: UpdateAbsenceInput) {
  const faults: FieldFault[] = [];
  const reason = checkText(faults, ["input", "reason"], input.reason ?? absence.reason, { required: true, most: 200 });
  const endsAt = input.to === undefined ? absence.endsAt : input.to;
  const substituteId = input.substituteId === undefined ? absence.substituteId : input.substituteId;
  assertValid([...faults, ...periodFaults({ startsAt: absence.startsAt, endsAt })]);
  return { reason, endsAt, substituteId };
}
