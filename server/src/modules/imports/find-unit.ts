import { groupBy } from "./group-by.ts";
import type { GroundUnit } from "./ground.ts";
import type { Refuse } from "./refusals.ts";
import type { RowErrorCode } from "./row-error.ts";

export type UnitFinder = ReturnType<typeof unitFinder>;

/** Finds units by code or name; of several names the first that exists counts. What is written stays, so a unit that is to close takes nothing. */
export function unitFinder(units: readonly GroundUnit[]) {
  const byCode = new Map(units.flatMap((unit) => (unit.code ? [[unit.code, unit] as const] : [])));
  const byName = groupBy(units, (unit) => unit.name);
  const isOpen = (unit: GroundUnit) => unit.closedOn === null;

  const named = (text: string, fits: (unit: GroundUnit) => boolean): GroundUnit[] => {
    const coded = byCode.get(text);
    return coded && fits(coded) ? [coded] : (byName.get(text) ?? []).filter(fits);
  };

  return function find(texts: readonly string[], fits: (unit: GroundUnit) => boolean): FoundUnit {
    const found = texts.map((text) => named(text, fits)).find((units) => units.length > 0) ?? [];
    const open = found.filter(isOpen);
    if (open.length > 1) return { code: "ROW_UNIT_AMBIGUOUS", params: { count: open.length } };
    const [unit] = open;
    if (unit) return { unit };
    const closedOn = found[0]?.closedOn;
    return closedOn ? { code: "ROW_UNIT_CLOSED", params: { closedOn } } : {};
  };
}

interface FoundUnit {
  unit?: GroundUnit;
  code?: RowErrorCode;
  params?: Record<string, string | number>;
}

/** The unit's id; refuses the field when there is none. */
export function requireUnit(
  { unit, code, params }: FoundUnit,
  refuse: Refuse,
  field: string,
  absent: RowErrorCode,
): string | undefined {
  return unit ? unit.id : refuse(field, code ?? absent, params);
}
