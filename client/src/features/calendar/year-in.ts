export const firstYear = 2000;
export const lastYear = 2099;

/** A year of those that a calendar may hold. */
export function yearIn(value: unknown): number | undefined {
  const year = Number(value);
  return Number.isInteger(year) && year >= firstYear && year <= lastYear ? year : undefined;
}
