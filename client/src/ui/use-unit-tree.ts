import {
  type BranchPageFragment,
  UnitBranchDocument,
  type UnitFilter,
  UnitPathDocument,
  UnitSearchDocument,
  UnitTopsDocument,
} from "@maple-bridge/schema/documents";
import { useState } from "react";
import { type Branch, branchesOf, type TreeUnit, wayTo } from "../lib/unit-tree.ts";
import { useRead } from "../lib/use-read.ts";
import { useReads } from "../lib/use-reads.ts";

/** Which units a tree is of; what stands above them is shown too. */
export interface Wanted {
  filter: UnitFilter;
  /** With how many stand right below each. */
  withCounts?: boolean;
  /** With how their seats stand at this moment, or now. */
  coverage?: { at: string | undefined };
}

interface Shown {
  /** What is unfolded, beside the top. */
  opened: Iterable<string>;
  /** Stands in the tree, with all on the way to it, whatever is unfolded. */
  chosen?: string;
  /** Units are sought: only those found are shown. */
  text?: string;
}

/** What a branch has beyond what was read of it. */
export interface More {
  left: number;
  read: () => void;
}

export type UnitTree = ReturnType<typeof useUnitTree>;

/** The tree as far as it is shown: its top with what is right below, and each branch that is opened. */
export function useUnitTree(wanted: Wanted, { opened, chosen, text }: Shown) {
  const variables = treeVariables(wanted);
  const [cursors, addCursor] = useCursors(JSON.stringify(variables));
  const way = useWay(wanted, chosen);
  const found = useRead(
    UnitSearchDocument,
    { ...variables, sought: { ...wanted.filter, search: text } },
    text === undefined,
  );
  const tops = useReads(
    UnitTopsDocument,
    new Map(startsOf(cursors).map((after, page) => [String(page), { ...variables, after }])),
  );
  const pages = new Pages();
  for (const { data } of tops.values()) if (data) pages.addTop(data.branches);
  const isAtTop = new Set(pages.ids());
  const ids = new Set([...opened, ...(way ?? []).slice(0, -1).map(({ id }) => id), ...cursors.keys()]);
  const branchPages = [...ids].flatMap((id) =>
    startsOf(cursors, id).flatMap((after, page) =>
      id === undefined || (page === 0 && isAtTop.has(id))
        ? []
        : [[`${id} ${page}`, { ...variables, id, after }] as const],
    ),
  );
  const below = useReads(UnitBranchDocument, new Map(isAtTop.size > 0 ? branchPages : []));
  for (const { data } of below.values()) if (data?.unit) pages.add(data.unit.id, data.unit.branches);

  const first = tops.get("0")?.data;
  const hits = text === undefined ? undefined : found.data?.units;
  const reads = [...tops.values(), ...below.values(), ...(text === undefined ? [] : [found])];
  return {
    branches: treeOf(hits?.nodes.flatMap(wayTo) ?? (first && [...pages.units(), ...(way ?? [])])),
    bureau: first?.bureau,
    /** What the chosen one stands below, and itself; nothing where it is not to be seen, undefined until that is known. */
    way,
    isSought: hits !== undefined,
    /** The answer to what is sought has come, and is of that. */
    isFound: text === undefined || (hits !== undefined && found.isAnswer),
    /** How many more were found than are shown. */
    unshown: hits ? hits.totalCount - hits.nodes.length : 0,
    isRead: (id: string) => pages.last(id) !== undefined,
    moreOf(id: string | undefined): More | undefined {
      const last = hits ? undefined : pages.last(id);
      if (!last?.pageInfo.hasNextPage) return undefined;
      return { left: pages.left(id), read: () => addCursor(id, last.pageInfo.endCursor!) };
    },
    refreshing: reads.some(({ refreshing }) => refreshing),
    problem: reads.find(({ problem }) => problem)?.problem,
    retry() {
      for (const { problem, retry } of reads) if (problem) retry();
    },
  };
}

/** A unit with all that it stands below; nothing where it is not to be seen, undefined until that is known. */
export function useWay(wanted: Wanted, id: string | undefined): TreeUnit[] | undefined {
  const read = useRead(UnitPathDocument, { ...treeVariables(wanted), id: id ?? "" }, id === undefined);
  const unit = read.data?.unit;
  if (unit?.id === id && unit) return wayTo(unit);
  return id !== undefined && read.refreshing ? undefined : [];
}

const treeVariables = ({ filter, withCounts = false, coverage }: Wanted) => ({
  filter,
  withCounts,
  withCoverage: coverage !== undefined,
  at: coverage?.at,
});

const treeOf = (units: readonly TreeUnit[] | undefined): Branch[] | undefined => units && branchesOf(units);

/** What was read of each branch; of the top under no id. */
class Pages {
  readonly #of = new Map<string | undefined, BranchPageFragment[]>();

  add(id: string | undefined, page: BranchPageFragment) {
    this.#of.set(id, [...(this.#of.get(id) ?? []), page]);
  }

  addTop(page: BranchPageFragment & { nodes: { id: string; branches: BranchPageFragment }[] }) {
    this.add(undefined, page);
    for (const { id, branches } of page.nodes) this.add(id, branches);
  }

  ids = () => this.#of.keys();
  units = () => [...this.#of.values()].flat().flatMap(({ nodes }) => nodes);
  last = (id: string | undefined) => this.#of.get(id)?.at(-1);

  left(id: string | undefined) {
    const pages = this.#of.get(id) ?? [];
    return pages.reduce((left, { nodes }) => left - nodes.length, pages.at(-1)?.totalCount ?? 0);
  }
}

type Cursors = ReadonlyMap<string | undefined, readonly string[]>;
const none: Cursors = new Map();

/** Where the pages of a branch begin. */
const startsOf = (cursors: Cursors, id?: string) => [undefined, ...(cursors.get(id) ?? [])];

/** Where the further pages of each branch begin, of this tree; another one has none yet. */
function useCursors(tree: string) {
  const [state, setState] = useState({ tree, cursors: none });
  const cursors = state.tree === tree ? state.cursors : none;
  const add = (id: string | undefined, cursor: string) =>
    setState({ tree, cursors: new Map(cursors).set(id, [...(cursors.get(id) ?? []), cursor]) });
  return [cursors, add] as const;
}
