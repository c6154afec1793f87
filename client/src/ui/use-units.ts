import { UnitChoicesDocument, type UnitFilter } from "@maple-bridge/schema/documents";
import { useRead } from "../lib/use-read.ts";
import { useWay } from "./use-unit-tree.ts";

/** The unit, with whether the filter wants it, as far as it is known yet. */
export const useUnit = (filter: UnitFilter, id: string | undefined) => useWay({ filter }, id)?.at(-1);

/**
 * Where something new begins: in the unit that the page shows, when it is wanted, or in the only one that is. Undefined until that
 * is known, and for good where there is none to begin in.
 */
export function useBeginning(filter: UnitFilter, shown: string | undefined, pause: boolean) {
  const { data } = useRead(UnitChoicesDocument, { filter, first: 2 }, pause);
  const way = useWay({ filter }, pause ? undefined : shown);
  if (!data || data.units.totalCount === 0 || !way) return undefined;
  const [only, ...others] = data.units.nodes;
  const unit = way.at(-1);
  return { unitId: unit?.isMatch ? unit.id : others.length === 0 ? only?.id : undefined };
}

/** Whether there is a unit that is wanted; not asked while `pause` holds. */
export function useAnyUnit(filter: UnitFilter, pause: boolean): boolean {
  const { data } = useRead(UnitChoicesDocument, { filter, first: 2 }, pause);
  return !pause && (data?.units.totalCount ?? 0) > 0;
}
