import { authorizeBureau, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { mayManageUnits } from "./organisation.policy.ts";
import type { UpdateUnitInput } from "./unit.inputs.ts";
import { checkPosition, checkUnitCode, namesakeFaults } from "./unit.rules.ts";
import { findNamesakes, lockUnit, type UnitRow, writeUnit } from "./unit.store.ts";

export function updateUnit(ctx: Context, input: UpdateUnitInput) {
  return inTransaction(ctx, "updateUnit", input, async (tx) => {
    const unit = await lockUnit(tx, input.id, ["input", "id"]);
    authorizeBureau(tx.actor, mayManageUnits);
    assertVersion(unit, input);
    const next = nextOf(unit, input);
    assertNoConflict(namesakeFaults(await findNamesakes(tx, { ...unit, ...next })));
    const change = await writeUnit(tx, unit.id, next);
    if (change) await record(tx, { action: "unit.update", entity: { type: "Unit", id: unit.id }, ...change });
    return { id: unit.id };
  });
}

function nextOf(unit: UnitRow, input: UpdateUnitInput) {
  const faults: FieldFault[] = [];
  const name = checkText(faults, ["input", "name"], input.name === undefined ? unit.name : input.name, {
    required: true,
    most: 60,
  });
  const code = checkText(faults, ["input", "code"], input.code === undefined ? unit.code : input.code, { most: 30 });
  checkUnitCode(faults, code);
  checkPosition(faults, input.position);
  const openedOn = input.openedOn === undefined ? unit.openedOn : input.openedOn;
  if (openedOn && unit.closedOn && openedOn > unit.closedOn)
    faults.push({ path: ["input", "openedOn"], code: "UNIT_CLOSED_EARLIER", params: { closedOn: unit.closedOn } });
  assertValid(faults);
  return { name: name!, code, position: input.position ?? unit.position, openedOn };
}
