import { requireUnit, unitFinder } from "./find-unit.ts";
import type { Ground } from "./ground.ts";
import type { ImportOptions } from "./import-options.ts";
import type { Refuse } from "./refusals.ts";

/** The station that a row names, else the one chosen for the check, else null: the whole bureau's. */
export function stationNamed(ground: Ground, { names, stationId = undefined }: ImportOptions) {
  const findUnit = unitFinder(ground.units, ground.bureau.name, names);
  return (name: string | undefined, refuse: Refuse): string | null | undefined => {
    if (!name) return stationId ?? null;
    const found = findUnit.find([name], (unit) => unit.kind === "STATION");
    return requireUnit(found, refuse, "stationName", "ROW_UNKNOWN_STATION");
  };
}
