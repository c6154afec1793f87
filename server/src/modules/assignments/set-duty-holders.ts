import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import type { SetDutyHoldersInput } from "./standard.inputs.ts";
import { mayManageStandards } from "./standard.policy.ts";
import { replaceDutyHolders } from "./standard.store.ts";

export function setDutyHolders(ctx: Context, input: SetDutyHoldersInput) {
  return inTransaction(ctx, "setDutyHolders", input, async (tx) => {
    authorizeBureau(tx.actor, mayManageStandards);
    const memberKinds = [...new Set(input.memberKinds)].sort();
    assertValid(memberKinds.length > 0 ? [] : [{ path: ["input", "memberKinds"], code: "DUTY_NEEDS_KIND" }]);
    const { id, before } = await replaceDutyHolders(tx, input.duty, memberKinds);
    const { duty } = input;
    await record(tx, {
      action: "dutyHolders.set",
      entity: { type: "DutyHolders", id },
      before: { duty, memberKinds: before },
      after: { duty, memberKinds },
    });
    return { id };
  });
}
