import type { FieldFault } from "#kernel/errors";
import type { Named } from "./named.ts";
import type { UnitKind } from "./unit-kind.ts";
import type { UnitRow } from "./unit.store.ts";

const placesInStation: readonly UnitKind[] = ["STATION", "BUREAU"];

/** Under which kinds a unit of a kind may stand. */
export const parentKinds: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  BUREAU: [],
  STATION: ["BUREAU"],
  COMMAND_ROOM: placesInStation,
  DESK: ["COMMAND_ROOM", "STATION"],
  TEAM: [...placesInStation, "ZONE"],
  ZONE: placesInStation,
  POLICE_ROOM: [...placesInStation, "ZONE", "TEAM"],
  WORKSTATION: ["POLICE_ROOM", "STATION"],
  PARTNER: placesInStation,
};

export const childKinds = (parent: UnitKind) =>
  (Object.keys(parentKinds) as UnitKind[]).filter((kind) => parentKinds[kind].includes(parent));

/** Where matters rise to: grid 3, police room 2, station 1, bureau 0. */
export const levels: Readonly<Record<UnitKind, number>> = {
  BUREAU: 0,
  STATION: 1,
  COMMAND_ROOM: 1,
  DESK: 1,
  TEAM: 1,
  ZONE: 1,
  POLICE_ROOM: 2,
  WORKSTATION: 3,
  PARTNER: 1,
};

/** Whether what ends on a day, or never, would still be there when the unit is closed, or is to be. */
export const outlasts = (endsOn: string | null, { closedOn }: Pick<UnitRow, "closedOn">) =>
  closedOn !== null && (endsOn === null || endsOn > closedOn);

export function checkUnitCode(faults: FieldFault[], code: string | null) {
  if (code && !/^[0-9A-Za-z-]{2,30}$/.test(code)) faults.push({ path: ["input", "code"], code: "UNIT_CODE_SHAPE" });
}

const lastPosition = 100_000;

export function checkPosition(faults: FieldFault[], position: number | null | undefined) {
  if (typeof position === "number" && (position < 0 || position > lastPosition))
    faults.push({ path: ["input", "position"], code: "OUT_OF_RANGE", params: { least: 0, most: lastPosition } });
}

/** What stands against a unit of this kind, there until it closes, under this parent. */
export function placeFaults({ kind, closedOn }: Pick<UnitRow, "kind" | "closedOn">, parent: UnitRow): FieldFault[] {
  const path = ["input", "parentId"];
  const faults: FieldFault[] = [];
  if (!parentKinds[kind].includes(parent.kind))
    faults.push({ path, code: "UNIT_PLACE", params: { parent: parent.name } });
  if (outlasts(closedOn, parent))
    faults.push({ path, code: "UNIT_CLOSED", params: { unit: parent.name, closedOn: parent.closedOn! } });
  return faults;
}

/** Units that a name or code collides with: `namesake` among its siblings, `codesake` in the bureau. */
export interface Namesakes {
  namesake?: UnitRow;
  codesake?: UnitRow;
}

export function namesakeFaults({ namesake, codesake }: Namesakes): FieldFault[] {
  const faults: FieldFault[] = [];
  if (namesake) faults.push({ path: ["input", "name"], code: "UNIT_NAME_TAKEN", params: { unit: namesake.name } });
  if (codesake) faults.push({ path: ["input", "code"], code: "UNIT_CODE_TAKEN", params: { unit: codesake.name } });
  return faults;
}

export function closingFaults(unit: UnitRow, day: string, below: Named): FieldFault[] {
  const path = ["input", "on"];
  const faults: FieldFault[] = [];
  if (unit.openedOn !== null && day < unit.openedOn)
    faults.push({ path, code: "UNIT_OPENED_LATER", params: { openedOn: unit.openedOn } });
  if (below.count > 0) faults.push({ path, code: "UNIT_HAS_UNITS", params: { ...below } });
  return faults;
}

/** `above` is the new parent and all above it. */
export const moveFaults = (unit: UnitRow, above: readonly string[]): FieldFault[] =>
  above.includes(unit.id)
    ? [{ path: ["input", "parentId"], code: "UNIT_INSIDE_ITSELF", params: { unit: unit.name } }]
    : [];
