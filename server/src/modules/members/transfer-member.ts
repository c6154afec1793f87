import { authorize, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { always, changedFrom, factsOn } from "#kernel/dated";
import { periodsOf, savePeriods } from "#kernel/dated.store";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { assertNoneAgainst, deedsOf } from "#kernel/question";
import { checkReason } from "#kernel/reason";
import { record } from "#kernel/record";
import { lockUnit, mayManageMembers, outlasts } from "#modules/organisation";
import { closedUnitFault } from "./collisions.ts";
import type { TransferMemberInput } from "./member.inputs.ts";
import { leftFault } from "./member.rules.ts";
import { lockMember, type MemberRow, unitsTable, writeMember } from "./member.store.ts";
import { transferring } from "./questions.ts";

/** Who transfers a member has the right over today's unit and over the new one. */
export function transferMember(ctx: Context, input: TransferMemberInput) {
  return inTransaction(ctx, "transferMember", input, async (tx) => {
    const member = await lockMember(tx, input.id, ["input", "id"]);
    authorize(tx.actor, mayManageMembers, member.unitId);
    const path = ["input", "unitId"];
    const unit = await lockUnit(tx, input.unitId, path);
    authorize(tx.actor, mayManageMembers, unit.id);
    assertVersion(member, input);
    const faults: FieldFault[] = [];
    const reason = checkReason(faults, input.reason, input.on, tx.now);
    assertValid(faults);
    assertOnStrength(member, input.on);
    const before = await periodsOf(tx, unitsTable, member.id);
    const from = member.joinedOn !== null && input.on <= member.joinedOn ? always : input.on;
    const after = changedFrom(before, { from, change: { unitId: unit.id }, reason, groups: unitsTable.groups });
    const { endsOn } = factsOn(after, from);
    const { on, seats = null } = input;
    const consequences = await transferring.ask(tx, { member, unitId: unit.id, on, seats, reason });
    assertNoneAgainst(consequences, [
      ...(factsOn(before, from).unitId === unit.id ? [thereAlready(member, unit.name)] : []),
      ...(outlasts(endsOn ?? member.leftOn, unit) ? [closedUnitFault(unit, path)] : []),
    ]);
    await savePeriods(tx, unitsTable, [{ id: member.id, before, after }]);
    await writeMember(tx, member.id, {});
    const ended = await deedsOf(consequences);
    await record(
      tx,
      {
        action: "member.transfer",
        entity: { type: "Member", id: member.id },
        before: { unitId: factsOn(before, from).unitId },
        after: { unitId: unit.id, startsOn: on },
        reason,
      },
      ...ended,
    );
    return { id: member.id };
  });
}

function assertOnStrength(member: MemberRow, on: string) {
  if (member.leftOn !== null && member.leftOn <= on) throw new Conflict([leftFault(member, ["input", "on"])]);
}

const thereAlready = ({ name, badge }: MemberRow, unit: string): FieldFault => ({
  path: ["input", "unitId"],
  code: "MEMBER_ALREADY_THERE",
  params: { member: name, badge, unit },
});
