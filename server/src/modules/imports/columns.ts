import { keysOf, titleKey, type Columns } from "./column.ts";
import { gridColumns } from "./grid-columns.ts";
import { memberColumns } from "./member-columns.ts";

export const columnsOf = { GRIDS: gridColumns, MEMBERS: memberColumns } satisfies Record<string, Columns>;

export type ImportKind = keyof typeof columnsOf;

/** Field key by column index. */
export type Mapping = Record<number, string>;

const fieldsByTitle = {
  GRIDS: fieldByTitle(gridColumns),
  MEMBERS: fieldByTitle(memberColumns),
} satisfies Record<ImportKind, Map<string, string>>;

function fieldByTitle(columns: Columns): Map<string, string> {
  return new Map(
    Object.entries(columns).flatMap(([field, column]) => keysOf(field, column).map((key) => [key, field] as const)),
  );
}

/** The columns whose titles are known, each field once: the first column that bears it. */
export function guessMapping(header: string[], kind: ImportKind): Mapping {
  const fields = header.map((title) => fieldsByTitle[kind].get(titleKey(title)));
  return Object.fromEntries(
    fields.flatMap((field, index) => (field && fields.indexOf(field) === index ? [[index, field]] : [])),
  );
}

export function countKnownTitles(cells: string[]): number {
  const keys = new Set(cells.map(titleKey));
  return Math.max(...Object.values(fieldsByTitle).map((fields) => [...keys].filter((key) => fields.has(key)).length));
}
