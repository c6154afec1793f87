/** Reads a whole number of the address. */
export function wholeOf(value: unknown): number | undefined {
  const number = typeof value === "string" || typeof value === "number" ? Number(value) : Number.NaN;
  return Number.isInteger(number) && number >= 0 && number < 1_000_000_000 ? number : undefined;
}
