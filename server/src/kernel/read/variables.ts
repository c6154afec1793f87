/**
 * What of the variables the text of a statement may depend on: which are given, and the values of Booleans and enum
 * names. Numbers and other text are bound when the statement runs.
 */
export function shapeOf(value: unknown): string {
  if (value === null || value === undefined) return "-";
  if (typeof value === "boolean") return value ? "t" : "f";
  if (typeof value === "string") return /^[A-Z][A-Z_]{1,40}$/.test(value) ? value : "s";
  if (Array.isArray(value)) return "a";
  if (typeof value === "object" && !(value instanceof Date))
    return `{${Object.entries(value)
      .map(([key, each]) => `${key}:${shapeOf(each)}`)
      .join(",")}}`;
  return "v";
}
