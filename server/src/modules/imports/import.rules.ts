import type { FieldFault } from "#kernel/errors";
import { columnsOf, type ImportKind } from "./columns.ts";

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
