import { changesOf } from "#kernel/changes";
import { authorize, inTransaction, type Transaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { dayOf, startOfDay } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { initialsOf } from "#kernel/pinyin";
import { record } from "#kernel/record";
import { lockUnit, mayManageMembers, outlasts } from "#modules/organisation";
import { badgeFaults, closedUnitFault } from "./collisions.ts";
import type { UpdateMemberInput } from "./member.inputs.ts";
import { checkMember, joiningFaults, masked } from "./member.rules.ts";
import { firstSeatBefore, lockMember, type MemberRow, seatsNotFor, writeMember } from "./member.store.ts";

export function updateMember(ctx: Context, input: UpdateMemberInput) {
  return inTransaction(ctx, "updateMember", input, async (tx) => {
    const member = await lockMember(tx, input.id, ["input", "id"]);
    authorize(tx.actor, mayManageMembers, member.unitId);
    assertVersion(member, input);
    const next = changed(member, input);
    const conflicts = [
      ...(await unitFaults(tx, member, next.unitId)),
      ...(await kindFaults(tx, member, next.kind)),
      ...(await seatFaults(tx, member, next.joinedOn)),
    ];
    if (next.badge !== member.badge) conflicts.push(...(await badgeFaults(tx, next.badge)));
    assertNoConflict(conflicts);
    await writeMember(tx, member.id, next);
    const { before, after } = changesOf(member, next);
    await record(tx, {
      action: "member.update",
      entity: { type: "Member", id: member.id },
      before: masked(before),
      after: masked(after),
    });
    return { id: member.id };
  });
}

/** What must not be empty stays when null is given for it. */
function changed(member: MemberRow, input: UpdateMemberInput) {
  const faults: FieldFault[] = [];
  const phone = input.phone === undefined ? member.phone : input.phone;
  const checked = checkMember(faults, { name: input.name ?? member.name, badge: input.badge ?? member.badge, phone });
  const joinedOn = input.joinedOn === undefined ? member.joinedOn : input.joinedOn;
  assertValid([...faults, ...joiningFaults({ joinedOn, leftOn: member.leftOn })]);
  return {
    ...checked,
    nameInitials: initialsOf(checked.name),
    kind: input.kind ?? member.kind,
    unitId: input.unitId ?? member.unitId,
    joinedOn,
  };
}

/** To move a member takes the right over both units. */
async function unitFaults(tx: Transaction, member: MemberRow, unitId: string): Promise<FieldFault[]> {
  if (unitId === member.unitId) return [];
  const path = ["input", "unitId"];
  const unit = await lockUnit(tx, unitId, path);
  authorize(tx.actor, mayManageMembers, unit.id);
  return outlasts(member.leftOn, unit) ? [closedUnitFault(unit, path)] : [];
}

/** Nobody held a seat before they joined. */
async function seatFaults(tx: Transaction, member: MemberRow, joinedOn: string | null): Promise<FieldFault[]> {
  if (joinedOn === null || joinedOn === member.joinedOn) return [];
  const seat = await firstSeatBefore(tx, member.id, startOfDay(joinedOn));
  if (!seat) return [];
  const params = { grid: seat.grid, gridCode: seat.gridCode, on: dayOf(seat.startsAt) };
  return [{ path: ["input", "joinedOn"], code: "MEMBER_HELD_SEAT_EARLIER", params }];
}

async function kindFaults(tx: Transaction, member: MemberRow, kind: MemberRow["kind"]): Promise<FieldFault[]> {
  if (kind === member.kind) return [];
  const seats = await seatsNotFor(tx, member.id, kind);
  return seats.map(({ grid, gridCode }) => ({
    path: ["input", "kind"],
    code: "MEMBER_KIND_HOLDS_SEAT",
    params: { grid, gridCode },
  }));
}
