import { complexities, type gridKinds } from "../tables/grids.ts";
import { startOf } from "./days.ts";
import type { Draft, Duty } from "./draft.ts";

type GridKind = (typeof gridKinds)[number];
type Range = readonly [atLeast: number, atMost: number];

/** Sets what a kind of grid asks for, whatever its complexity, since the grids opened. */
export function setStandards(draft: Draft, kinds: readonly GridKind[], standard: Partial<Record<Duty, Range>>): void {
  const seats = Object.entries(standard) as [Duty, Range][];
  for (const gridKind of kinds) {
    for (const complexity of complexities) {
      for (const [duty, [atLeast, atMost]] of seats) {
        draft.standards.push({
          id: draft.newId(),
          gridKind,
          complexity,
          duty,
          atLeast,
          atMost,
          startsAt: startOf("2024-01-01"),
        });
      }
    }
  }
}

export const committeeKinds = ["VILLAGE", "COMMUNITY"] as const;
export const specialKinds = ["ENTERPRISE", "COMMERCIAL", "SCENIC"] as const;
