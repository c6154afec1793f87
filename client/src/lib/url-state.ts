import { useNavigate } from "@tanstack/react-router";
import { isDay } from "./dates.ts";

export { flagOf, parseSearch, type RawSearch, stringifySearch, textOf } from "./search-text.ts";

export const oneOf = <const T extends string>(value: unknown, choices: readonly T[]) =>
  choices.find((choice) => choice === value);
export const dayOf = (value: unknown) => (typeof value === "string" && isDay(value) ? value : undefined);

/** Changes the state of a page in its address: `patch` some of it; `refine` too, and back to the first page. */
export function usePatch<Search extends object>() {
  const navigate = useNavigate();
  const patch = (changes: Partial<Search>) =>
    void navigate({ to: ".", replace: true, search: ((before: Search) => ({ ...before, ...changes })) as never });
  const refine = (changes: Partial<Search>) =>
    patch({ ...changes, after: undefined, before: undefined } as Partial<Search>);
  return { patch, refine };
}
