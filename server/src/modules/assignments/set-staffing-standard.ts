import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { checkReason } from "#kernel/reason";
import { record } from "#kernel/record";
import type { SetStaffingStandardInput } from "./standard.inputs.ts";
import { mayManageStandards } from "./standard.policy.ts";
import { around, collisionsOfStandard, faultsOfStandard, isSameDemand } from "./standard.rules.ts";
import { endStandards, insertStandards, lockStandards, standardEnded, standardSet } from "./standard.store.ts";

export function setStaffingStandard(ctx: Context, input: SetStaffingStandardInput) {
  return inTransaction(ctx, "setStaffingStandard", input, async (tx) => {
    const standards = await lockStandards(tx);
    authorizeBureau(tx.actor, mayManageStandards);
    const { gridKind, complexity, duty, atLeast } = input;
    const from = input.from ?? tx.now;
    const asked = { gridKind, complexity, duty, atLeast, atMost: input.atMost ?? null };
    const faults = faultsOfStandard(asked, from, tx.now);
    const reason = checkReason(faults, input.reason, from, tx.now);
    assertValid(faults);
    const ofPost = standards.filter(
      (each) => each.gridKind === gridKind && each.complexity === complexity && each.duty === duty,
    );
    const { current, next } = around(ofPost, from);
    if (current && isSameDemand(current, asked)) return { id: current.id };
    assertNoConflict(collisionsOfStandard(next, tx.now));
    await endStandards(tx, current ? [current.id] : [], from);
    const standard = { ...asked, from, to: next?.from ?? null };
    const [id] = await insertStandards(tx, [standard]);
    await record(
      tx,
      ...(current ? [standardEnded(current, from, reason)] : []),
      standardSet(id!, standard, current, reason),
    );
    return { id: id! };
  });
}
