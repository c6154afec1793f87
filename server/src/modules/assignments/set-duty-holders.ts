import { changesOf, isNothing } from "#kernel/changes";
import { authorizeBureau, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import type { SetDutyHoldersInput } from "./standard.inputs.ts";
import { mayManageStandards } from "./standard.policy.ts";
import { lockDutyHolders, replaceDutyHolders } from "./standard.store.ts";

export function setDutyHolders(ctx: Context, input: SetDutyHoldersInput) {
  return inTransaction(ctx, "setDutyHolders", input, async (tx) => {
    authorizeBureau(tx.actor, mayManageStandards);
    const memberKinds = [...new Set(input.memberKinds)].sort();
    assertValid(memberKinds.length > 0 ? [] : [{ path: ["input", "memberKinds"], code: "DUTY_NEEDS_KIND" }]);
    const { duty } = input;
    const held = await lockDutyHolders(tx, duty);
    assertVersion(held, input);
    const change = changesOf({ memberKinds: held.memberKinds }, { memberKinds });
    if (held.id !== undefined && isNothing(change)) return { id: held.id };
    const id = await replaceDutyHolders(tx, duty, memberKinds, held.version + 1);
    await record(tx, {
      action: "dutyHolders.set",
      entity: { type: "DutyHolders", id },
      before: { duty, ...change.before },
      after: { duty, ...change.after },
    });
    return { id };
  });
}
