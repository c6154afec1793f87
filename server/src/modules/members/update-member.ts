import { authorize, inTransaction, type Transaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { initialsOf } from "#kernel/pinyin";
import { record } from "#kernel/record";
import { mayManageMembers } from "#modules/organisation";
import { breaksOf, type ServiceBreak } from "./breaks.store.ts";
import { badgeFaults } from "./collisions.ts";
import type { UpdateMemberInput } from "./member.inputs.ts";
import { checkMember, joiningFaults, masked } from "./member.rules.ts";
import { lockMember, type MemberRow, writeMember } from "./member.store.ts";
import { changingKind, joining } from "./questions.ts";

export function updateMember(ctx: Context, input: UpdateMemberInput) {
  return inTransaction(ctx, "updateMember", input, async (tx) => {
    const member = await lockMember(tx, input.id, ["input", "id"]);
    authorize(tx.actor, mayManageMembers, member.unitId);
    assertVersion(member, input);
    const next = changed(member, input, await breaksOf(tx, member.id));
    const conflicts = [
      ...(next.kind === member.kind ? [] : await changingKind.ask(tx, { member, kind: next.kind })),
      ...(await joiningConflicts(tx, member, next.joinedOn)),
    ];
    if (next.badge !== member.badge) conflicts.push(...(await badgeFaults(tx, next.badge)));
    assertNoConflict(conflicts);
    const [change] = await writeMember(tx, member.id, next);
    if (!change) return { id: member.id };
    await record(tx, {
      action: "member.update",
      entity: { type: "Member", id: member.id },
      before: masked(change.before),
      after: masked(change.after),
    });
    return { id: member.id };
  });
}

/** What must not be empty stays when null is given for it. */
function changed(member: MemberRow, input: UpdateMemberInput, breaks: readonly ServiceBreak[]) {
  const faults: FieldFault[] = [];
  const phone = input.phone === undefined ? member.phone : input.phone;
  const checked = checkMember(faults, { name: input.name ?? member.name, badge: input.badge ?? member.badge, phone });
  const joinedOn = input.joinedOn === undefined ? member.joinedOn : input.joinedOn;
  assertValid([...faults, ...joiningFaults({ joinedOn, leftOn: member.leftOn }, breaks)]);
  return {
    ...checked,
    nameInitials: initialsOf(checked.name),
    kind: input.kind ?? member.kind,
    joinedOn,
  };
}

const joiningConflicts = async (tx: Transaction, member: MemberRow, joinedOn: string | null) =>
  joinedOn === null || joinedOn === member.joinedOn ? [] : joining.ask(tx, { member, joinedOn });
