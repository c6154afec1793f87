import { authorize, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { newId } from "#kernel/ids";
import { initialsOf } from "#kernel/pinyin";
import { record } from "#kernel/record";
import { lockUnit, mayManageMembers, outlasts } from "#modules/organisation";
import { badgeFaults, closedUnitFault } from "./collisions.ts";
import type { CreateMemberInput } from "./member.inputs.ts";
import { checkMember, masked } from "./member.rules.ts";
import { insertMember } from "./member.store.ts";

export function createMember(ctx: Context, input: CreateMemberInput) {
  return inTransaction(ctx, "createMember", input, async (tx) => {
    const unit = await lockUnit(tx, input.unitId, ["input", "unitId"]);
    authorize(tx.actor, mayManageMembers, unit.id);
    const faults: FieldFault[] = [];
    const checked = checkMember(faults, { name: input.name, badge: input.badge, phone: input.phone });
    assertValid(faults);
    assertNoConflict([
      ...(await badgeFaults(tx, checked.badge)),
      ...(outlasts(null, unit) ? [closedUnitFault(unit, ["input", "unitId"])] : []),
    ]);
    const { kind, joinedOn = null } = input;
    const member = {
      id: newId(),
      unitId: unit.id,
      kind,
      ...checked,
      nameInitials: initialsOf(checked.name),
      joinedOn,
      leftOn: null,
    };
    await insertMember(tx, member);
    await record(tx, { action: "member.create", entity: { type: "Member", id: member.id }, after: masked(member) });
    return { id: member.id };
  });
}
