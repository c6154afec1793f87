import { Conflict, type FieldFault } from "#kernel/errors";
import { columnsOf, type ImportKind } from "./columns.ts";
import type { ImportStatus } from "./import-status.ts";

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

/** Throws unless the run has come to one of these points. */
export function assertStatus({ status }: { status: ImportStatus }, ...allowed: ImportStatus[]) {
  if (!allowed.includes(status))
    throw new Conflict([{ path: ["input", "id"], code: "IMPORT_STATE", params: { status } }]);
}

export function assertWithoutErrors({ errorCount }: { errorCount: number }) {
  if (errorCount > 0)
    throw new Conflict([{ path: ["input", "id"], code: "IMPORT_HAS_ERRORS", params: { count: errorCount } }]);
}

export function assertFileKept<T>(file: T | null): asserts file is T {
  if (file === null) throw new Conflict([{ path: ["input", "id"], code: "IMPORT_FILE_GONE" }]);
}
