import type { FieldFault } from "#kernel/errors";
import { columnsOf, type ImportKind, type Mapping } from "./columns.ts";
import type { SheetHead } from "./kept-sheets.ts";

interface MappedColumn {
  column: number;
  field: string;
}

export function faultsOfMapping(
  kind: ImportKind,
  columns: readonly string[],
  mapping: readonly MappedColumn[],
): FieldFault[] {
  return mapping.flatMap(({ column, field }, index): FieldFault[] => {
    const at = (name: string) => ["input", "mapping", index, name];
    const isTwice = mapping.slice(0, index).some((other) => other.column === column || other.field === field);
    return [
      ...(column >= 0 && column < columns.length
        ? []
        : [{ path: at("column"), code: "IMPORT_MAPPING_COLUMN", params: { column } }]),
      ...(Object.hasOwn(columnsOf[kind], field)
        ? []
        : [{ path: at("field"), code: "IMPORT_MAPPING_FIELD", params: { field } }]),
      ...(isTwice ? [{ path: at("field"), code: "IMPORT_MAPPING_TWICE" }] : []),
    ];
  });
}

interface Mapped {
  columns: readonly string[];
  mapping: Mapping;
}

/** Columns of a corrected file that bear the titles of the first are what they were there; others are what their titles say. */
export function mappingLike(
  first: Mapped,
  { header, mapping: guessed }: Pick<SheetHead, "header" | "mapping">,
): Mapping {
  const before = header.map((title) => first.columns.indexOf(title));
  const kept = new Set(before.map((column) => first.mapping[column]));
  const fieldOf = (column: number) => {
    const field = before[column]! < 0 ? guessed[column] : first.mapping[before[column]!];
    return before[column]! < 0 && kept.has(field) ? undefined : field;
  };
  return Object.fromEntries(
    header.flatMap((_, column) => {
      const field = fieldOf(column);
      return field === undefined ? [] : [[column, field]];
    }),
  );
}
