import type { UnitRowFragment } from "@maple-bridge/schema/documents";
import { type Branch, branchesOf, prune } from "../../lib/unit-tree.ts";
import type { UnitSearch } from "./routes.tsx";

export interface UnitLine extends UnitRowFragment {
  depth: number;
  /** How many stand right below it. */
  belowCount: number;
  isUnfolded: boolean;
}

/** The tree as lines of a table: what is folded in is left out; a search unfolds all it finds. */
export function linesOf(
  units: readonly UnitRowFragment[],
  search: UnitSearch,
  unfolded: ReadonlySet<string>,
): UnitLine[] {
  const wanted = search.q?.toLowerCase();
  const isWanted = ({ name, code, isOpen }: UnitRowFragment) =>
    (search.closed || isOpen) && (!wanted || `${name} ${code ?? ""}`.toLowerCase().includes(wanted));
  const isUnfolded = ({ unit, depth }: Branch<UnitRowFragment>) =>
    Boolean(wanted) || (depth === 0) !== unfolded.has(unit.id);
  const lines = (branch: Branch<UnitRowFragment>): UnitLine[] => {
    const { unit, depth, below } = branch;
    const opens = isUnfolded(branch);
    return [{ ...unit, depth, belowCount: below.length, isUnfolded: opens }, ...(opens ? below.flatMap(lines) : [])];
  };
  return prune(branchesOf(units), isWanted).flatMap(lines);
}
