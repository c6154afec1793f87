import type { Branch, TreeUnit } from "../../lib/unit-tree.ts";
import type { More, UnitTree } from "../../ui/use-unit-tree.ts";

export interface UnitLine extends TreeUnit {
  depth: number;
  /** Whether there are lines below it to fold and unfold. */
  mayFold: boolean;
  isUnfolded: boolean;
  /** Branches that end at this line, with more than is shown. */
  more: (More & { depth: number })[];
}

type Shown = Pick<UnitTree, "branches" | "isSought" | "moreOf">;

/** The tree as lines of a table: what is folded in is left out; a search unfolds all it finds. */
export function linesOf({ branches, isSought, moreOf }: Shown, folds: ReadonlySet<string>): UnitLine[] | undefined {
  const lines = (shown: readonly Branch[], parentId?: string): UnitLine[] => {
    const all = shown.flatMap(({ unit, depth, below }) => {
      const isUnfolded = isSought || (depth === 0) !== folds.has(unit.id);
      const mayFold = isSought ? below.length > 0 : unit.hasBranches;
      return [{ ...unit, depth, mayFold, isUnfolded, more: [] }, ...(isUnfolded ? lines(below, unit.id) : [])];
    });
    const more = moreOf(parentId);
    const last = all.at(-1);
    return more && last
      ? [...all.slice(0, -1), { ...last, more: [...last.more, { ...more, depth: shown[0]!.depth }] }]
      : all;
  };
  return branches && lines(branches);
}
