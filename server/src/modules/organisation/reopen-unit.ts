import { authorizeBureau, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { mayManageUnits } from "./organisation.policy.ts";
import type { ReopenUnitInput } from "./unit.inputs.ts";
import { outlasts } from "./unit.rules.ts";
import { lockUnit, writeUnit } from "./unit.store.ts";

export function reopenUnit(ctx: Context, input: ReopenUnitInput) {
  return inTransaction(ctx, "reopenUnit", input, async (tx) => {
    const unit = await lockUnit(tx, input.id, ["input", "id"]);
    authorizeBureau(tx.actor, mayManageUnits);
    assertVersion(unit, input);
    const faults: FieldFault[] = [];
    const reason = checkText(faults, ["input", "reason"], input.reason, { most: 200 });
    assertValid(faults);
    const path = ["input", "id"];
    if (unit.closedOn === null) throw new Conflict([{ path, code: "UNIT_NOT_CLOSED" }]);
    const parent = await lockUnit(tx, unit.parentId!, path);
    if (outlasts(null, parent))
      assertNoConflict([{ path, code: "UNIT_CLOSED", params: { unit: parent.name, closedOn: parent.closedOn! } }]);
    const next = { closedOn: null };
    const change = await writeUnit(tx, unit.id, next);
    await record(tx, {
      action: "unit.reopen",
      entity: { type: "Unit", id: unit.id },
      ...change,
      reason,
    });
    return { id: unit.id };
  });
}
