import { authorize, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { mayAssignMembers } from "#modules/grids";
import type { AssignMemberInput } from "./assignment.inputs.ts";
import { collisionsOf } from "./assignment.rules.ts";
import { assigned, insertAssignments } from "./assignment.store.ts";
import { candidateOf } from "./candidate.rules.ts";
import { groundOf } from "./ground.store.ts";

export function assignMember(ctx: Context, input: AssignMemberInput) {
  const faults: FieldFault[] = [];
  const candidate = candidateOf(faults, input, ["input"], ctx.now());
  return inTransaction(ctx, "assignMember", input, {
    load: (tx) => groundOf(tx, [candidate]),
    async act(tx, ground) {
      authorize(tx.actor, mayAssignMembers, ground.grids.get(candidate.gridId)!.stationId);
      assertValid(faults);
      assertNoConflict(collisionsOf(candidate, ground));
      const [id] = await insertAssignments(tx, [candidate]);
      await record(tx, assigned(id!, candidate, ground));
      return { id: id! };
    },
  });
}
