import type { GridTilesQuery } from "@maple-bridge/schema/documents";
import { coverageTone } from "../../ui/coverage-light.tsx";
import type { Tone } from "../../ui/tones.ts";

type Grid = Pick<GridTilesQuery["grids"]["nodes"][number], "coverage" | "seats">;

/** The light of a grid, and its word: what is vacant first, then who is away and has nobody to stand in. */
export function tileOf({ coverage, seats }: Grid): { tone: Tone; says: "short" | "nobody" | "full" | "none" } {
  if (coverage && coverage.vacant > 0) return { tone: coverageTone(coverage), says: "short" };
  if (seats.some(({ isFilled, absence, responsible }) => isFilled && absence && !responsible))
    return { tone: "bad", says: "nobody" };
  return coverage && coverage.required > 0 ? { tone: "good", says: "full" } : { tone: "quiet", says: "none" };
}
