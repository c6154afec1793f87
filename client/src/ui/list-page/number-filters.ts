import type { FilterField } from "./filters.tsx";

const bound = (label: string, sign: "≥" | "≤"): FilterField<number> => ({
  number: { label, sign },
  words: (value) => `${label} ${sign} ${value}`,
});

/** No less than so many. */
export const atLeast = (label: string) => bound(label, "≥");

/** No more than so many. */
export const atMost = (label: string) => bound(label, "≤");
