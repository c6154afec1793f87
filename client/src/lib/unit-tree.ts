export interface Placed {
  id: string;
  parent: { id: string } | null;
}

/** A unit where it stands: how many are above it, and what is right below. */
export interface Branch<Unit extends Placed> {
  unit: Unit;
  depth: number;
  below: Branch<Unit>[];
}

/** The trees of what one may see: a unit whose parent is out of sight stands at the top. */
export function branchesOf<Unit extends Placed>(units: readonly Unit[]): Branch<Unit>[] {
  const known = new Set(units.map(({ id }) => id));
  const children = new Map<string | undefined, Unit[]>();
  for (const unit of units) {
    const parent = unit.parent && known.has(unit.parent.id) ? unit.parent.id : undefined;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const grow = (parent: string | undefined, depth: number): Branch<Unit>[] =>
    (children.get(parent) ?? []).map((unit) => ({ unit, depth, below: grow(unit.id, depth + 1) }));
  return grow(undefined, 0);
}

/** A branch when it or something below it is wanted, cut back to what is. */
export function prune<Unit extends Placed>(
  branches: readonly Branch<Unit>[],
  isWanted: (unit: Unit) => boolean,
): Branch<Unit>[] {
  return branches.flatMap((branch) => {
    const below = prune(branch.below, isWanted);
    return below.length > 0 || isWanted(branch.unit) ? [{ ...branch, below }] : [];
  });
}
