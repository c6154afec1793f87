import { authorize, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { mayAssignMembers } from "#modules/grids";
import type { ReplaceHolderInput } from "./assignment.inputs.ts";
import { type Candidate, collisionsOf, type Ground } from "./assignment.rules.ts";
import { type AssignmentRow, assigned, insertAssignments, lockAssignment } from "./assignment.store.ts";
import { collisionsOfEnd, endOf, faultsOfEnd, nothingLeft } from "./end.rules.ts";
import { endSeats } from "./ending.store.ts";
import { groundOf } from "./ground.store.ts";

/** Ends one assignment and starts another's at that instant, until the first was to end. */
export function replaceHolder(ctx: Context, input: ReplaceHolderInput) {
  return inTransaction(ctx, "replaceHolder", input, async (tx) => {
    const { assignment: replaced, grid } = await lockAssignment(tx, input.assignmentId, "assignmentId");
    authorize(tx.actor, mayAssignMembers, grid.stationId);
    const faults: FieldFault[] = [];
    const successor = successorOf(faults, replaced, input, endOf(replaced, input.from ?? null, tx.now));
    const ground = await groundOf(tx, [successor]);
    assertVersion(replaced, input);
    assertValid([...faults, ...faultsOfEnd(replaced, successor.from, successor.reason, tx.now, "from")]);
    assertNoConflict(collisionsOfEnd(replaced, successor.from, tx.now, "from"));
    assertNoConflict([
      ...nothingLeft(replaced, successor.from, "from"),
      ...replacesItself(replaced, successor),
      ...collisionsOf(successor, without(replaced, ground)),
    ]);
    const ended = await endSeats(tx, [replaced.id], successor.from.toISOString(), successor.reason);
    const [id] = await insertAssignments(tx, [successor], replaced);
    await record(tx, ...ended, assigned(id!, successor, ground));
    return { id: id! };
  });
}

const successorOf = (
  faults: FieldFault[],
  { gridId, duty, to }: AssignmentRow,
  input: ReplaceHolderInput,
  from: Date,
): Candidate => ({
  path: ["input"],
  gridId,
  duty,
  memberId: input.memberId,
  from,
  to,
  onlyIfVacant: false,
  concurrentPost: checkText(faults, ["input", "concurrentPost"], input.concurrentPost, { most: 60 }),
  reason: checkText(faults, ["input", "reason"], input.reason, { most: 200 }),
});

const replacesItself = ({ memberId, member, badge }: AssignmentRow, successor: Candidate): FieldFault[] =>
  memberId === successor.memberId
    ? [{ path: ["input", "memberId"], code: "REPLACED_BY_ITSELF", params: { member, badge } }]
    : [];

const without = ({ memberId, duty, from }: AssignmentRow, ground: Ground): Ground => ({
  ...ground,
  held: ground.held.filter(
    (held) => held.memberId !== memberId || held.duty !== duty || held.from.getTime() !== from.getTime(),
  ),
});
