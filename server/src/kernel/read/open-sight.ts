import { everything } from "./reading.ts";

/** Why rows are in everyone's sight: for a reason of their own, or because only the fields named lead to them, from a row in sight. */
export interface Openness {
  because?: string;
  ways?: readonly string[];
}

/** Everyone of the bureau may see all of the rows, for this reason. */
export const everyones = (because: string) => Object.assign(() => everything, { because });

/** Rows without a sight of their own: no field leads to them but these, from a row in sight or narrowed by themselves. */
export const onlyBy = (...ways: readonly string[]) => Object.assign(() => everything, { ways });
