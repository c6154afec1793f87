import { authorize, inTransaction, type Transaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { mayAssignMembers } from "#modules/grids";
import type { EndAssignmentInput } from "./assignment.inputs.ts";
import { lockAssignment } from "./assignment.store.ts";
import { endSeats } from "./ending.store.ts";
import { collisionsOfEnd, endOf, faultsOfEnd } from "./end.rules.ts";

export const endAssignment = (ctx: Context, input: EndAssignmentInput) =>
  inTransaction(ctx, "endAssignment", input, (tx) => endOne(tx, input));

/** One, alone or among many. */
export async function endOne(tx: Transaction, input: Omit<EndAssignmentInput, "idempotencyKey">) {
  const { assignment, grid } = await lockAssignment(tx, input.id, "id");
  authorize(tx.actor, mayAssignMembers, grid.stationId);
  assertVersion(assignment, input);
  const faults: FieldFault[] = [];
  const reason = checkText(faults, ["input", "reason"], input.reason, { most: 200 });
  const end = endOf(assignment, input.at ?? null, tx.now);
  assertValid([...faults, ...faultsOfEnd(assignment, end, reason, tx.now, "at")]);
  assertNoConflict(collisionsOfEnd(assignment, end, tx.now, "at"));
  await record(tx, ...(await endSeats(tx, [assignment.id], end.toISOString(), reason)));
  return { id: assignment.id };
}
