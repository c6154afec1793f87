import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { newId } from "#kernel/ids";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { mayManageUnits } from "./organisation.policy.ts";
import { stationTemplates, type TemplateUnit } from "./station-templates.ts";
import type { CreateStationInput } from "./unit.inputs.ts";
import { checkUnitCode, levels, namesakeFaults } from "./unit.rules.ts";
import { findNamesakes, insertUnits, lockRoot, type NewUnit, nextPosition } from "./unit.store.ts";

export function createStation(ctx: Context, input: CreateStationInput) {
  return inTransaction(ctx, "createStation", input, async (tx) => {
    const root = await lockRoot(tx);
    authorizeBureau(tx.actor, mayManageUnits);
    const faults: FieldFault[] = [];
    const name = checkText(faults, ["input", "name"], input.name, { required: true, most: 60 });
    const code = checkText(faults, ["input", "code"], input.code, { most: 30 });
    checkUnitCode(faults, code);
    assertValid(faults);
    const station: NewUnit = {
      ...unitOf({ kind: "STATION", name: name! }, root.id, await nextPosition(tx, root.id)),
      code,
      template: input.template,
      openedOn: input.openedOn ?? null,
    };
    assertNoConflict(namesakeFaults(await findNamesakes(tx, station)));
    const units = [station, ...unitsBelow(station, stationTemplates[input.template].units)];
    await insertUnits(tx, units);
    await record(
      tx,
      ...units.map((unit) => ({
        action: unit === station ? "station.create" : "unit.create",
        entity: { type: "Unit", id: unit.id },
        after: unit,
      })),
    );
    return { id: station.id };
  });
}

function unitsBelow(parent: NewUnit, templates: readonly TemplateUnit[]): NewUnit[] {
  return templates.flatMap((template, position) => {
    const unit = { ...unitOf(template, parent.id, position), openedOn: parent.openedOn };
    return [unit, ...unitsBelow(unit, template.units ?? [])];
  });
}

const unitOf = ({ kind, name }: TemplateUnit, parentId: string, position: number): NewUnit => ({
  id: newId(),
  parentId,
  kind,
  name,
  code: null,
  template: null,
  level: levels[kind],
  position,
  openedOn: null,
  closedOn: null,
});
