import { authorize, inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { type FieldFault, Invalid } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { mayAssignMembers } from "#modules/grids";
import type { AssignMembersInput } from "./assignment.inputs.ts";
import { type Candidate, collisionsOfAll } from "./assignment.rules.ts";
import { assigned, insertAssignments } from "./assignment.store.ts";
import { candidateOf } from "./candidate.rules.ts";
import { groundOf } from "./ground.store.ts";

const most = 500;

export function assignMembers(ctx: Context, input: AssignMembersInput) {
  return inTransaction(ctx, "assignMembers", input, async (tx) => {
    const { length } = input.assignments;
    if (length < 1 || length > most)
      throw new Invalid([{ path: ["input", "assignments"], code: "ASSIGNMENTS_COUNT", params: { most } }]);
    const faults: FieldFault[] = [];
    const candidates = input.assignments.map((each, index) =>
      candidateOf(faults, each, ["input", "assignments", index], tx.now),
    );
    return { ids: await assignAll(tx, candidates, faults) };
  });
}

/** All or nothing; `faults` are what is wrong with the candidates by themselves. */
async function assignAll(tx: Transaction, candidates: readonly Candidate[], faults: FieldFault[]): Promise<string[]> {
  const ground = await groundOf(tx, candidates);
  for (const { stationId } of ground.grids.values()) authorize(tx.actor, mayAssignMembers, stationId);
  assertValid(faults);
  assertNoConflict(collisionsOfAll(candidates, ground));
  const ids = await insertAssignments(tx, candidates);
  await record(tx, ...candidates.map((candidate, index) => assigned(ids[index]!, candidate, ground)));
  return ids;
}
