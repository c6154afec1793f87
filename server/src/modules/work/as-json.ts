import { type Fragment, raw } from "#kernel/read";

/** An object of these keys, each with the SQL of its value. */
export const jsonOf = (columns: Readonly<Record<string, string>>): Fragment =>
  raw(
    `jsonb_build_object(${Object.entries(columns)
      .map(([key, value]) => `'${key}', ${value}`)
      .join(", ")})`,
  );

/** As a statement would give the row: JSON has moments as texts. */
export const fromJson = <T extends object>(row: T, moments: readonly (keyof T)[]): T => ({
  ...row,
  ...Object.fromEntries(moments.map((key) => [key, row[key] === null ? null : new Date(row[key] as string)])),
});
