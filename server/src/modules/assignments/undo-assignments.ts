import { authorize, inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { type FieldFault, Invalid } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { mayAssignMembers } from "#modules/grids";
import type { UndoAssignmentsInput } from "./assignment.inputs.ts";
import { collisionsOfAll } from "./assignment.rules.ts";
import { groundOf } from "./ground.store.ts";
import { undoingAssignment } from "./questions.ts";
import { faultsOfUndo, predecessorChanged, predecessorOf } from "./undo.rules.ts";
import { type AssignmentToUndo, lockToUndo, takeBack } from "./undo.store.ts";

const most = 500;
const pathOf = (index: number): FieldFault["path"] => ["input", "ids", index];

/** Takes assignments back that were made a short while ago, as if they had not been; whom they replaced goes on. */
export function undoAssignments(ctx: Context, input: UndoAssignmentsInput) {
  return inTransaction(ctx, "undoAssignments", input, async (tx) => {
    const ids = [...new Set(input.ids)];
    if (ids.length < 1 || ids.length > most)
      throw new Invalid([{ path: ["input", "ids"], code: "ASSIGNMENTS_COUNT", params: { most } }]);
    const faults: FieldFault[] = [];
    const reason = checkText(faults, ["input", "reason"], input.reason, { most: 200 });
    const { undone, grids } = await lockToUndo(tx, ids, pathOf);
    for (const { stationId } of grids) authorize(tx.actor, mayAssignMembers, stationId);
    assertValid(faults);
    assertNoConflict(undone.flatMap((each, index) => faultsOfUndo(each, tx.now, pathOf(index))));
    assertNoConflict(await standingOn(tx, undone));
    for (const each of undone) await record(tx, ...(await takeBack(tx, each, reason)));
    return { ids };
  });
}

/** What was done since that takes them for granted, and what keeps those whom they replaced from going on. */
async function standingOn(tx: Transaction, undone: readonly AssignmentToUndo[]): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  for (const [index, assignment] of undone.entries()) {
    const path = pathOf(index);
    faults.push(...predecessorChanged(assignment, path), ...(await undoingAssignment.ask(tx, { assignment, path })));
  }
  return faults.length > 0 ? faults : goingOn(tx, undone);
}

async function goingOn(tx: Transaction, undone: readonly AssignmentToUndo[]): Promise<FieldFault[]> {
  const candidates = undone.flatMap((each, index) => predecessorOf(each, pathOf(index)) ?? []);
  if (candidates.length === 0) return [];
  const ground = await groundOf(tx, candidates);
  const going = undone.flatMap((each) => [each, ...(each.replaced ? [each.replaced] : [])]);
  const held = ground.held.filter(
    (one) =>
      !going.some(
        ({ gridId, duty, memberId, from }) =>
          one.gridId === gridId &&
          one.duty === duty &&
          one.memberId === memberId &&
          one.from.getTime() === from.getTime(),
      ),
  );
  // No field of theirs was given: what keeps them from going on is told of the one that is to be undone.
  return collisionsOfAll(candidates, { ...ground, held }).map(({ path, code, params }) => ({
    path: path.slice(0, 3),
    code,
    params,
  }));
}
