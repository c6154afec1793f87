import { authorizeBureau, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { dayOf } from "#kernel/day";
import { Conflict, type FieldFault, Invalid } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { checkReason } from "#kernel/reason";
import { record } from "#kernel/record";
import { mayManageUnits } from "./organisation.policy.ts";
import { closingUnit } from "./questions.ts";
import type { CloseUnitInput } from "./unit.inputs.ts";
import { closingFaults } from "./unit.rules.ts";
import { lockUnit, openUnitsBelow, writeUnit } from "./unit.store.ts";

export function closeUnit(ctx: Context, input: CloseUnitInput) {
  return inTransaction(ctx, "closeUnit", input, async (tx) => {
    const unit = await lockUnit(tx, input.id, ["input", "id"]);
    authorizeBureau(tx.actor, mayManageUnits);
    assertVersion(unit, input);
    const faults: FieldFault[] = [];
    const closedOn = input.on ?? dayOf(tx.now);
    const reason = checkReason(faults, input.reason, closedOn, tx.now);
    assertValid(faults);
    if (unit.kind === "BUREAU") throw new Invalid([{ path: ["input", "id"], code: "UNIT_IS_ROOT" }]);
    if (unit.closedOn !== null)
      throw new Conflict([
        { path: ["input", "id"], code: "UNIT_CLOSED", params: { unit: unit.name, closedOn: unit.closedOn } },
      ]);
    const next = { closedOn };
    assertNoConflict([
      ...closingFaults(unit, next.closedOn, await openUnitsBelow(tx, unit.id, next.closedOn)),
      ...(await closingUnit.ask(tx, { unit, on: next.closedOn })),
    ]);
    const change = await writeUnit(tx, unit.id, next);
    await record(tx, { action: "unit.close", entity: { type: "Unit", id: unit.id }, ...change, reason });
    return { id: unit.id };
  });
}
