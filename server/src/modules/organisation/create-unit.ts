import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { newId } from "#kernel/ids";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { mayManageUnits } from "./organisation.policy.ts";
import type { CreateUnitInput } from "./unit.inputs.ts";
import { checkPosition, checkUnitCode, levels, namesakeFaults, placeFaults } from "./unit.rules.ts";
import { findNamesakes, insertUnits, lockUnit, nextPosition } from "./unit.store.ts";

export function createUnit(ctx: Context, input: CreateUnitInput) {
  return inTransaction(ctx, "createUnit", input, async (tx) => {
    const parent = await lockUnit(tx, input.parentId, ["input", "parentId"]);
    authorizeBureau(tx.actor, mayManageUnits);
    const faults: FieldFault[] = [];
    const name = checkText(faults, ["input", "name"], input.name, { required: true, most: 60 });
    const code = checkText(faults, ["input", "code"], input.code, { most: 30 });
    checkUnitCode(faults, code);
    checkPosition(faults, input.position);
    assertValid([...faults, ...placeFaults({ kind: input.kind, closedOn: null }, parent)]);
    const unit = {
      id: newId(),
      parentId: parent.id,
      kind: input.kind,
      name: name!,
      code,
      template: null,
      level: levels[input.kind],
      position: input.position ?? (await nextPosition(tx, parent.id)),
      openedOn: input.openedOn ?? null,
      closedOn: null,
    };
    assertNoConflict(namesakeFaults(await findNamesakes(tx, unit)));
    await insertUnits(tx, [unit]);
    await record(tx, { action: "unit.create", entity: { type: "Unit", id: unit.id }, after: unit });
    return { id: unit.id };
  });
}
