import type { TreeUnitFragment, UnitFactsFragment, UnitsAboveFragment } from "@maple-bridge/schema/documents";

export type TreeUnit = TreeUnitFragment;

/** A unit where it stands: how many are above it, and what is known to be right below. */
export interface Branch {
  unit: TreeUnit;
  depth: number;
  below: Branch[];
}

/** From the top of what one may see; what hangs from nothing that is known is left out. */
export function branchesOf(units: readonly TreeUnit[]): Branch[] {
  const children = new Map<string | undefined, TreeUnit[]>();
  for (const unit of distinct(units)) {
    const siblings = children.get(unit.parent?.id);
    if (siblings) siblings.push(unit);
    else children.set(unit.parent?.id, [unit]);
  }
  const grow = (parentId: string | undefined, depth: number): Branch[] =>
    (children.get(parentId) ?? []).map((unit) => ({ unit, depth, below: grow(unit.id, depth + 1) }));
  return grow(undefined, 0);
}

/** Each once, where and as it came first. */
function distinct(units: readonly TreeUnit[]): Iterable<TreeUnit> {
  const known = new Map<string, TreeUnit>();
  for (const unit of units) if (!known.has(unit.id)) known.set(unit.id, unit);
  return known.values();
}

export const everyUnit = (branches: readonly Branch[]): TreeUnit[] =>
  branches.flatMap(({ unit, below }) => [unit, ...everyUnit(below)]);

type Found = UnitFactsFragment & { hasBranches?: boolean };
type Below = Found & { parent: Found | null };

/** A unit with all that it stands below, from the top down. */
export function wayTo(unit: Found & UnitsAboveFragment): TreeUnit[] {
  const way: TreeUnit[] = [];
  for (let each: Found | null = unit; each && "name" in each; each = (each as Below).parent)
    way.unshift({ ...each, hasBranches: way.length > 0 || (each.hasBranches ?? false) });
  return way;
}
