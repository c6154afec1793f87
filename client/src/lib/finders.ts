import type { Client, OperationResult } from "urql";
import { type Problem, problemOf } from "./problem.ts";

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
  name: "units" | "grids" | "members";
  find: (client: Client, text: string) => Promise<Findings>;
}

/** What was found; with a problem, nobody knows whether there is something. */
export interface Findings {
  found: Found[];
  problem?: Problem | undefined;
}

export const findingsOf = <Data>(
  { data, error }: OperationResult<Data>,
  foundIn: (data: Data) => Found[],
): Findings => ({ found: data ? foundIn(data) : [], problem: problemOf(error) });
