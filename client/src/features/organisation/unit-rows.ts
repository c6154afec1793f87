import type { UnitRowFragment } from "@maple-bridge/schema/documents";
import { type Branch, branchesOf, prune } from "../../lib/unit-tree.ts";
import type { UnitSearch } from "./routes.tsx";

export interface UnitLine extends UnitRowFragment {
  depth: number;
  /** How many stand right below it, found by the search or not. */
  belowCount: number;
  /** Whether there are lines below it to fold and unfold. */
  mayFold: boolean;
  isUnfolded: boolean;
}

/** The tree as lines of a table: what is folded in is left out; a search unfolds all it finds. */
export function linesOf(units: readonly UnitRowFragment[], search: UnitSearch, folds: ReadonlySet<string>): UnitLine[] {
  const wanted = search.q?.toLowerCase();
  const shown = units.filter(({ isOpen }) => search.closed || isOpen);
  const counts = countsBelow(shown);
  const isFound = ({ name, code, initials }: UnitRowFragment) =>
    `${name} ${code ?? ""} ${initials}`.toLowerCase().includes(wanted ?? "");
  const lines = ({ unit, depth, below }: Branch<UnitRowFragment>): UnitLine[] => {
    const isUnfolded = wanted !== undefined || (depth === 0) !== folds.has(unit.id);
    const line = { ...unit, depth, belowCount: counts.get(unit.id) ?? 0, mayFold: below.length > 0, isUnfolded };
    return [line, ...(isUnfolded ? below.flatMap(lines) : [])];
  };
  return prune(branchesOf(shown), isFound).flatMap(lines);
}

function countsBelow(units: readonly UnitRowFragment[]) {
  const counts = new Map<string, number>();
  for (const { parent } of units) if (parent) counts.set(parent.id, (counts.get(parent.id) ?? 0) + 1);
  return counts;
}
