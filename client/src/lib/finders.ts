import type { Client, OperationResult } from "urql";
import { noAnswer, type Problem, problemOf } from "./problem.ts";
import type { Viewer } from "./viewer.tsx";

/** Something the palette found, and where it opens. */
export interface Found {
  id: string;
  label: string;
  hint?: string;
  to: string;
  search?: Record<string, string>;
}

/** Finds things of one sort by name, code or pinyin initials; `name` is its key under `shell:finder`. */
export interface Finder {
  name: "units" | "grids" | "members" | "matters" | "work";
  /** Whom what it finds opens to; everyone when absent. */
  isFor?: (viewer: Viewer) => boolean;
  find: Find;
}

export type Find = (client: Client, text: string, viewer: Viewer) => Promise<Findings>;

/** What was found; with a problem, nobody knows whether there is something. */
export interface Findings {
  found: Found[];
  problem?: Problem | undefined;
}

export const findingsOf = <Data>(
  { data, error }: OperationResult<Data>,
  foundIn: (data: Data) => Found[],
): Findings => ({ found: data ? foundIn(data) : [], problem: problemOf(error) });

/** Loaded when something is sought for the first time. */
export const findsLater =
  (load: () => Promise<Find>): Find =>
  async (...asked) => {
    const find = await load().catch(() => undefined);
    return find ? find(...asked) : { found: [], problem: noAnswer() };
  };
