import { asCode, keyOfName } from "#kernel/written";
import { groupBy } from "./group-by.ts";
import type { GroundUnit } from "./ground.ts";
import type { NameDecision } from "./import-options.ts";
import { soundOf, withinBureau } from "./name-likeness.ts";
import type { Refuse } from "./refusals.ts";
import type { RowErrorCode } from "./row-error.ts";

export type UnitFinder = ReturnType<typeof unitFinder>;

/**
 * Finds units by code or name, however it is written, with the bureau's own name before it or without; of several names the first that
 * exists counts. What is written stays, so a unit that is to close takes nothing.
 */
export function unitFinder(units: readonly GroundUnit[], bureauName: string, decisions: readonly NameDecision[] = []) {
  const byCode = new Map(units.flatMap((unit) => (unit.code ? [[asCode(unit.code), unit] as const] : [])));
  const byName = groupBy(units, (unit) => keyOfName(unit.name));
  const meant = new Map(decisions.map(({ written, means }) => [keyOfName(written), means]));
  const bySound = groupBy(units, (unit) => soundOf(unit.name));
  const isOpen = (unit: GroundUnit) => unit.closedOn === null;

  const named = (text: string, fits: (unit: GroundUnit) => boolean): GroundUnit[] => {
    const coded = byCode.get(asCode(text));
    if (coded && fits(coded)) return [coded];
    const exactly = (byName.get(keyOfName(text)) ?? []).filter(fits);
    return exactly.length > 0 ? exactly : (byName.get(withinBureau(text, bureauName)) ?? []).filter(fits);
  };

  return {
    find(texts: readonly string[], fits: (unit: GroundUnit) => boolean): FoundUnit {
      const means = texts[0] === undefined ? undefined : meant.get(keyOfName(texts[0]));
      const wanted = means ? [means] : texts;
      const found = wanted.map((text) => named(text, fits)).find((each) => each.length > 0) ?? [];
      const open = found.filter(isOpen);
      if (open.length > 1) return { code: "ROW_UNIT_AMBIGUOUS", params: { count: open.length } };
      const [unit] = open;
      if (unit) return { unit };
      const closedOn = found[0]?.closedOn;
      return closedOn ? { code: "ROW_UNIT_CLOSED", params: { closedOn } } : {};
    },
    /** What a name was said to mean: a name, null for one of its own, undefined where nothing was said. */
    decided: (written: string) => meant.get(keyOfName(written)),
    /** Names that may mean the same. */
    like(text: string, fits: (unit: GroundUnit) => boolean): string[] {
      const alike = bySound.get(soundOf(text)) ?? [];
      return alike.filter((unit) => isOpen(unit) && fits(unit)).map(({ name }) => name);
    },
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
