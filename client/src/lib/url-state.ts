import { useNavigate } from "@tanstack/react-router";
import { isDay } from "./dates.ts";

/** Search parameters are plain text in the address: `?q=张三&sort=NAME`. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

export function stringifySearch(search: Record<string, unknown>) {
  const stated = Object.entries(search).filter(
    ([, value]) => value !== undefined && value !== null && value !== "" && value !== false,
  );
  const text = new URLSearchParams(
    stated.map(([key, value]) => [key, value === true ? "1" : String(value)]),
  ).toString();
  return text && `?${text}`;
}

export type RawSearch = Record<string, unknown>;

export const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
export const flagOf = (value: unknown) => value === "1" || value === true || undefined;
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
