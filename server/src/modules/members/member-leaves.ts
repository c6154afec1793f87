import { authorize, inTransaction, type Transaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { startOfDay } from "#kernel/day";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { checkReason } from "#kernel/reason";
import { assertNoneAgainst, deedsOf } from "#kernel/question";
import { record } from "#kernel/record";
import { mayManageMembers } from "#modules/organisation";
import { breaksOf, deleteBreak } from "./breaks.store.ts";
import type { MemberLeavesInput } from "./member.inputs.ts";
import { leavingBeforeFaults, leftFault, standsInFaults } from "./member.rules.ts";
import { lockMember, standsInPast, writeMember } from "./member.store.ts";
import { leaving } from "./questions.ts";

const mostSuccessors = 100;

export function memberLeaves(ctx: Context, input: MemberLeavesInput) {
  return inTransaction(ctx, "memberLeaves", input, (tx) => leaveOne(tx, input));
}

export async function leaveOne(tx: Transaction, input: MemberLeavesInput) {
  const member = await lockMember(tx, input.id, ["input", "id"]);
  authorize(tx.actor, mayManageMembers, member.unitId);
  assertVersion(member, input);
  const { on, endAssignments } = input;
  const faults: FieldFault[] = [];
  const reason = checkReason(faults, input.reason, on, tx.now);
  if (member.joinedOn !== null && on < member.joinedOn)
    faults.push({ path: ["input", "on"], code: "MEMBER_JOINED_LATER", params: { on: member.joinedOn } });
  const successors = input.successors ?? [];
  if (successors.length > mostSuccessors)
    faults.push({ path: ["input", "successors"], code: "OUT_OF_RANGE", params: { least: 0, most: mostSuccessors } });
  assertValid(faults);
  if (member.leftOn !== null) throw new Conflict([leftFault(member, ["input", "id"])]);
  const gap = (await breaksOf(tx, member.id)).at(-1);
  assertNoConflict(leavingBeforeFaults(gap, on));
  const standsIn = await standsInPast(tx, member.id, startOfDay(on));
  const consequences = await leaving.ask(tx, { member, on, mayEnd: endAssignments, successors, reason });
  assertNoneAgainst(consequences, standsInFaults(standsIn));
  const ended = await deedsOf(consequences);
  if (gap?.startsOn === on) await deleteBreak(tx, member.id, on);
  const [change] = await writeMember(tx, member.id, { leftOn: on });
  await record(
    tx,
    {
      action: "member.leave",
      entity: { type: "Member", id: member.id },
      before: change!.before,
      after: change!.after,
      reason,
    },
    ...ended,
  );
  return { id: member.id };
}
