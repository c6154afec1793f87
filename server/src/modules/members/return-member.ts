import { authorize, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { lockUnit, mayManageMembers, outlasts } from "#modules/organisation";
import { closedUnitFault } from "./collisions.ts";
import type { ReturnMemberInput } from "./member.inputs.ts";
import { lockMember, writeMember } from "./member.store.ts";

export function returnMember(ctx: Context, input: ReturnMemberInput) {
  return inTransaction(ctx, "returnMember", input, async (tx) => {
    const path = ["input", "id"];
    const member = await lockMember(tx, input.id, path);
    authorize(tx.actor, mayManageMembers, member.unitId);
    assertVersion(member, input);
    const faults: FieldFault[] = [];
    const reason = checkText(faults, ["input", "reason"], input.reason, { most: 200 });
    assertValid(faults);
    if (member.leftOn === null) throw new Conflict([{ path, code: "MEMBER_HAS_NOT_LEFT" }]);
    const unit = await lockUnit(tx, member.unitId, path);
    assertNoConflict(outlasts(null, unit) ? [closedUnitFault(unit, path)] : []);
    await writeMember(tx, member.id, { leftOn: null });
    await record(tx, {
      action: "member.return",
      entity: { type: "Member", id: member.id },
      before: { leftOn: member.leftOn },
      after: { leftOn: null },
      reason,
    });
    return { id: member.id };
  });
}
