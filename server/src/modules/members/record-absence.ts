import { authorize, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import type { RecordAbsenceInput } from "./absence.inputs.ts";
import { absenceFaults, periodFaults } from "./absence.rules.ts";
import { absencesDuring, insertAbsence, lockSubstitutes } from "./absence.store.ts";
import { mayRecordAbsence } from "./member.policy.ts";
import { lockMember } from "./member.store.ts";
import { standingIn } from "./questions.ts";

export function recordAbsence(ctx: Context, input: RecordAbsenceInput) {
  return inTransaction(ctx, "recordAbsence", input, async (tx) => {
    await lockSubstitutes(tx);
    const member = await lockMember(tx, input.memberId, ["input", "memberId"]);
    authorize(tx.actor, mayRecordAbsence, member.unitId);
    const substitute = input.substituteId ? await lockMember(tx, input.substituteId, ["input", "substituteId"]) : null;
    const faults: FieldFault[] = [];
    const reason = checkText(faults, ["input", "reason"], input.reason, { required: true, most: 200 });
    const absence = {
      memberId: member.id,
      substituteId: substitute?.id ?? null,
      startsAt: input.from,
      endsAt: input.to ?? null,
      reason,
    };
    assertValid([...faults, ...periodFaults(absence)]);
    assertNoConflict([
      ...absenceFaults(absence, member, substitute, await absencesDuring(tx, absence)),
      ...(substitute ? await standingIn.ask(tx, { ...absence, member, substitute }) : []),
    ]);
    const id = await insertAbsence(tx, absence);
    await record(tx, {
      action: "absence.record",
      entity: { type: "Member", id: member.id },
      after: { absenceId: id, ...absence },
      reason,
    });
    return { id };
  });
}
