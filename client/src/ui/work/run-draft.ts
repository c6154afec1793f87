import { ownerOfDocument } from "../../lib/whose.ts";
import type { Filled, RunToFill } from "./run.ts";

interface Kept {
  /** When it was written last. */
  at: number;
  filled: Filled;
}

const prefix = "maple.run.";
const dayMs = 86_400_000;
/** Longer than a run can be open and filled in late is seldom waited for. */
const longestDays = 120;

type Run = Pick<RunToFill, "id" | "round">;
/** Of whoever is signed in: a phone may go from hand to hand. */
const keyOf = ({ id, round }: Run) => `${prefix}${ownerOfDocument() ?? ""}.${id}.${round}`;

const keptAt = (key: string) => JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null;

/** What was filled in on this phone and not sent yet. */
export const draftOf = (run: Run): Filled | undefined => keptAt(keyOf(run))?.filled;

export function keepDraft(run: Run, filled: Filled) {
  const kept: Kept = { at: Date.now(), filled };
  localStorage.setItem(keyOf(run), JSON.stringify(kept));
}

/** It is sent; drafts of runs that nobody went back to go with it. */
export function dropDraft(run: Run) {
  localStorage.removeItem(keyOf(run));
  for (const key of Object.keys(localStorage).filter((each) => each.startsWith(prefix)))
    if ((keptAt(key)?.at ?? 0) < Date.now() - longestDays * dayMs) localStorage.removeItem(key);
}
