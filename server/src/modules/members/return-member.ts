import { authorize, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { periodsOf } from "#kernel/dated.store";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { checkReason } from "#kernel/reason";
import { record } from "#kernel/record";
import { lockUnit, mayManageMembers, outlasts } from "#modules/organisation";
import { insertBreak } from "./breaks.store.ts";
import { closedUnitFault } from "./collisions.ts";
import type { ReturnMemberInput } from "./member.inputs.ts";
import { lockMember, unitsTable, writeMember } from "./member.store.ts";

/** Back from a day on, with the gap on record; without a day the leaving is taken back. */
export function returnMember(ctx: Context, input: ReturnMemberInput) {
  return inTransaction(ctx, "returnMember", input, async (tx) => {
    const path = ["input", "id"];
    const member = await lockMember(tx, input.id, path);
    authorize(tx.actor, mayManageMembers, member.unitId);
    assertVersion(member, input);
    const { leftOn } = member;
    if (leftOn === null) throw new Conflict([{ path, code: "MEMBER_HAS_NOT_LEFT" }]);
    const on = input.on ?? leftOn;
    const faults: FieldFault[] = [];
    const reason = checkReason(faults, input.reason, on, tx.now);
    if (on < leftOn) faults.push({ path: ["input", "on"], code: "MEMBER_BACK_BEFORE_LEAVING", params: { on: leftOn } });
    assertValid(faults);
    const units = await periodsOf(tx, unitsTable, member.id);
    for (const { unitId, endsOn } of units.filter((period) => period.endsOn === null || period.endsOn > on)) {
      const unit = await lockUnit(tx, unitId, path);
      assertNoConflict(outlasts(endsOn, unit) ? [closedUnitFault(unit, path)] : []);
    }
    if (on > leftOn) await insertBreak(tx, member.id, { startsOn: leftOn, endsOn: on, reason });
    const [change] = await writeMember(tx, member.id, { leftOn: null });
    await record(tx, {
      action: "member.return",
      entity: { type: "Member", id: member.id },
      before: change!.before,
      after: { ...change!.after, ...(on > leftOn && { startsOn: on }) },
      reason,
    });
    return { id: member.id };
  });
}
