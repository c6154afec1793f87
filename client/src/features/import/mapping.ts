import type { Run } from "./run.ts";

/** The field of each column of the file, in its order; undefined for one that is not imported. */
export type Mapping = readonly (string | undefined)[];

export const mappingOf = ({ columns, mapping }: Pick<Run, "columns" | "mapping">): Mapping =>
  columns.map((_title, index) => mapping.find(({ column }) => column === index)?.field);

export const withField = (mapping: Mapping, column: number, field: string | undefined): Mapping =>
  mapping.map((held, index) => (index === column ? field : held));

/** Fields that several columns are said to be: one alone can be. */
export const fieldsTwice = (mapping: Mapping): ReadonlySet<string> =>
  new Set(mapping.filter((field, column) => field !== undefined && mapping.indexOf(field) < column) as string[]);

export const missingFields = ({ fields }: Pick<Run, "fields">, mapping: Mapping) =>
  fields.filter(({ key, isRequired }) => isRequired && !mapping.includes(key));

export const isSame = (one: Mapping, other: Mapping) => one.every((field, column) => field === other[column]);

export const mappedColumns = (mapping: Mapping) =>
  mapping.flatMap((field, column) => (field === undefined ? [] : [{ column, field }]));
