import type { Unit } from "../draft.ts";
import { administrator, afterwards, gridsLoadedOn, type Log, momentFor, newlyKnown, onceKnown, tell } from "./log.ts";

/** Units that came after the beginning, and those that were given up. */
export function tellUnits(log: Log): void {
  for (const unit of log.draft.units) {
    if (unit.openedOn && unit.openedOn > gridsLoadedOn) tellNew(log, unit, unit.openedOn);
    if (unit.closedOn) tellClosed(log, unit, unit.closedOn);
  }
}

function tellNew(log: Log, unit: Unit, on: string) {
  const at = momentFor(log.draft, on, [-3, -2, -1, 0]);
  const { id, parentId = null, kind, name, code = null, template = null, level, position = 0, openedOn = null } = unit;
  tell(log, at, administrator, {
    action: unit.kind === "STATION" ? "station.create" : "unit.create",
    entity: { type: "Unit", id },
    after: { id, parentId, kind, name, code, template, level, position, openedOn, closedOn: null },
  });
  newlyKnown(log, id, at);
}

function tellClosed(log: Log, { id }: Unit, closedOn: string) {
  tell(log, onceKnown(log, momentFor(log.draft, closedOn, afterwards), id), administrator, {
    action: "unit.close",
    entity: { type: "Unit", id },
    before: { closedOn: null },
    after: { closedOn },
    reason: "职能并入其他单位",
  });
}
