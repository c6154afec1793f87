import { authorizeBureau, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { mayManageUnits } from "./organisation.policy.ts";
import { movingUnit } from "./questions.ts";
import type { MoveUnitInput } from "./unit.inputs.ts";
import { moveFaults, namesakeFaults, placeFaults } from "./unit.rules.ts";
import { ancestorsOf, findNamesakes, lockRoot, lockUnit, nextPosition, writeUnit } from "./unit.store.ts";

export function moveUnit(ctx: Context, input: MoveUnitInput) {
  return inTransaction(ctx, "moveUnit", input, async (tx) => {
    await lockRoot(tx);
    const unit = await lockUnit(tx, input.id, ["input", "id"]);
    const parent = await lockUnit(tx, input.parentId, ["input", "parentId"]);
    authorizeBureau(tx.actor, mayManageUnits);
    assertVersion(unit, input);
    if (unit.parentId === parent.id) return { id: unit.id };
    assertValid(placeFaults(unit, parent));
    const above = (await ancestorsOf(tx, parent.id)).map((each) => each.id);
    assertNoConflict([
      ...moveFaults(unit, above),
      ...(await movingUnit.ask(tx, { unit, stationIds: [unit.id, ...above] })),
      ...namesakeFaults(await findNamesakes(tx, { ...unit, parentId: parent.id })),
    ]);
    const next = { parentId: parent.id, position: await nextPosition(tx, parent.id) };
    const change = await writeUnit(tx, unit.id, next);
    await record(tx, { action: "unit.move", entity: { type: "Unit", id: unit.id }, ...change });
    return { id: unit.id };
  });
}
