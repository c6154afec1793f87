import { UnitTreeDocument } from "@maple-bridge/schema/documents";
import { useRead } from "../lib/use-read.ts";
import type { TreeUnit } from "./unit-select.tsx";

/** The units within reach that are wanted, as far as they are known yet; none while `pause` holds. */
export function useUnits(isWanted: (unit: TreeUnit) => boolean, pause: boolean): TreeUnit[] {
  const { data } = useRead(UnitTreeDocument, {}, pause);
  return pause ? [] : (data?.bureau.units ?? []).filter(isWanted);
}

/** Where something new begins: in the unit that the page shows, or the only one there is to choose. */
export const firstChoice = (units: readonly TreeUnit[], shown: string | undefined): string | undefined =>
  (units.find(({ id }) => id === shown) ?? (units.length === 1 ? units[0] : undefined))?.id;
