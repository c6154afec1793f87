import type { Run } from "./run.ts";

/** The field of each column of the file, in its order; undefined for one that is not imported. */
export type Mapping = readonly (string | undefined)[];

export const mappingOf = ({ columns, mapping }: Pick<Run, "columns" | "mapping">): Mapping =>
  columns.map((_title, index) => mapping.find(({ column }) => column === index)?.field);

/** A field stands for one column: the column it stood for before is left out. */
export const withField = (mapping: Mapping, column: number, field: string | undefined): Mapping =>
  mapping.map((held, index) => {
    if (index === column) return field;
    return held === field ? undefined : held;
  });

export const missingFields = ({ fields }: Pick<Run, "fields">, mapping: Mapping) =>
  fields.filter(({ key, isRequired }) => isRequired && !mapping.includes(key));

export const isSame = (one: Mapping, other: Mapping) => one.every((field, column) => field === other[column]);

export const mappedColumns = (mapping: Mapping) =>
  mapping.flatMap((field, column) => (field === undefined ? [] : [{ column, field }]));

/** Columns of a corrected file that bear the titles of the first are what they were there. */
export function mappingLike(
  first: Pick<Run, "columns" | "mapping">,
  corrected: Pick<Run, "columns" | "mapping">,
): Mapping {
  const known = mappingOf(first);
  return corrected.columns.map((title) => known[first.columns.indexOf(title)]);
}
