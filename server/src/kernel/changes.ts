import { isDeepStrictEqual } from "node:util";

export interface Changes<T extends object> {
  before: Partial<T>;
  after: Partial<T>;
}

/** What a change comes to that is no update of one row, as `before` and `after` of its audit row: of what is given in `next`, what differs. */
export function changesOf<T extends object>(row: T, next: Partial<T>): Changes<T> {
  const keys = (Object.keys(next) as (keyof T)[]).filter((key) => !isDeepStrictEqual(row[key], next[key]));
  const pick = (from: Partial<T>) => Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<T>;
  return { before: pick(row), after: pick(next) };
}

/** A command that changes nothing writes nothing: no version, no audit row. */
export const isNothing = ({ after }: { after: object }): boolean => Object.keys(after).length === 0;

/** As the audit log tells it: initials follow from a name, and are not told beside it. */
export function withoutInitials<C extends Changes<{ nameInitials?: string }>>(change: C): C {
  const { nameInitials: _was, ...before } = change.before;
  const { nameInitials: _is, ...after } = change.after;
  return { ...change, before, after };
}
