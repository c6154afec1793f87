/** What an update changes, as `before` and `after` of its audit row. */
export function changesOf<T extends object>(row: T, next: Partial<T>): { before: Partial<T>; after: Partial<T> } {
  const keys = (Object.keys(next) as (keyof T)[]).filter((key) => row[key] !== next[key]);
  const pick = (from: Partial<T>) => Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<T>;
  return { before: pick(row), after: pick(next) };
}
