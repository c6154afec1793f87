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

interface Turn {
  on: string;
  duty: Duty;
  range: Range;
  reason: string;
}

/** Until the day the standards of the duty were other ones. */
export function standardsWere(draft: Draft, kinds: readonly GridKind[], { on, duty, range, reason }: Turn): void {
  const [atLeast, atMost] = range;
  for (const standard of ofDuty(draft, kinds, duty)) {
    draft.standards.push({ ...standard, id: draft.newId(), atLeast, atMost, endsAt: startOf(on) });
    Object.assign(standard, { startsAt: startOf(on), reason });
  }
}

/** From the day on they will be others. */
export function standardsWillBe(draft: Draft, kinds: readonly GridKind[], { on, duty, range, reason }: Turn): void {
  const [atLeast, atMost] = range;
  for (const standard of ofDuty(draft, kinds, duty)) {
    draft.standards.push({ ...standard, id: draft.newId(), atLeast, atMost, startsAt: startOf(on), reason });
    standard.endsAt = startOf(on);
  }
}

const ofDuty = ({ standards }: Draft, kinds: readonly GridKind[], duty: Duty) =>
  standards.filter((each) => each.duty === duty && kinds.includes(each.gridKind) && !each.endsAt);
