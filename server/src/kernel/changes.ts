import { isDeepStrictEqual } from "node:util";

/** What an update changes, as `before` and `after` of its audit row: of what is given in `next`, what differs. */
export function changesOf<T extends object>(row: T, next: Partial<T>): { before: Partial<T>; after: Partial<T> } {
  const keys = (Object.keys(next) as (keyof T)[]).filter((key) => !isDeepStrictEqual(row[key], next[key]));
  const pick = (from: Partial<T>) => Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<T>;
  return { before: pick(row), after: pick(next) };
}

/** An update that changes nothing writes nothing: no version, no audit row. */
export const isNothing = ({ after }: { after: object }): boolean => Object.keys(after).length === 0;
