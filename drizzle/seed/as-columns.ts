/** The SQL type of each key of some rows. */
export type Shape = Readonly<Record<string, string>>;

/** Rows of a shape as a table `r` of a statement, whose parameters from `first` on are `columnsOf` them. */
export function asTable(shape: Shape, first: number): string {
  const columns = Object.entries(shape);
  const arrays = columns.map(([, type], index) => `$${first + index}::text::${isArray(type) ? "text" : type}[]`);
  const keys = columns.map(([key]) => `"${key}"`);
  const values = columns.map(([key, type]) => (isArray(type) ? `"${key}"::${type} as "${key}"` : `"${key}"`));
  return `(select ${values.join()} from unnest(${arrays.join()}) as columns (${keys.join()})) as r`;
}

/**
 * An array for each column, null where no row has a value: a parameter for each value costs a multiple of it, and so do objects, whose
 * keys are read again for each row.
 */
export const columnsOf = (shape: Shape, rows: readonly object[]): (string | null)[] =>
  Object.entries(shape).map(([key, type]) => {
    const write = writerOf(type);
    let hasAny = false;
    const values = (rows as readonly Record<string, unknown>[]).map((row) => {
      const value = row[key] ?? null;
      if (value === null) return "NULL";
      hasAny = true;
      return write(value);
    });
    return hasAny ? `{${values.join()}}` : null;
  });

/** What has no letter that an array would take for its own. */
const plain = /^(uuid|date|timestamp|smallint|integer|bigint|boolean)/;

function writerOf(type: string): (value: unknown) => string {
  if (isArray(type)) {
    const write = writerOf(type.slice(0, -2));
    return (value) => quoted(`{${(value as readonly unknown[]).map(write).join()}}`);
  }
  if (type === "text") return (value) => quoted(String(value));
  if (type.startsWith("json")) return (value) => quoted(JSON.stringify(value));
  if (plain.test(type)) return (value) => (value instanceof Date ? value.toISOString() : String(value));
  throw new Error(`No column of ${type} is written as an array.`);
}

const quoted = (text: string) => `"${/["\\]/.test(text) ? text.replaceAll(/["\\]/g, String.raw`\$&`) : text}"`;

const isArray = (type: string) => type.endsWith("[]");
