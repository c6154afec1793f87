import { groupBy } from "./group-by.ts";
import type { Columns } from "./column.ts";
import { columnsOf, type ImportKind } from "./columns.ts";
import { fixOf, type ImportFix } from "./fixes.rules.ts";
import type { RowError, RowErrorCode } from "./row-error.ts";
import { placesNamed } from "./sheet-note.ts";

/** Errors that have one thing in common, and what would do away with all of them. */
export interface Cause {
  code: RowErrorCode;
  column: string;
  /** The text of the cells, where all of them say the same. */
  value: string | null;
  count: number;
  /** Rows, the first of them. */
  places: string;
  /** The first of its errors stands for all. */
  first: RowError;
  fix: ImportFix | null;
}

const mostCauses = 200;

/** What is to be done about these depends on what the cell says. */
const ofOneText: ReadonlySet<RowErrorCode> = new Set([
  "UNKNOWN_WORD",
  "ROW_UNKNOWN_STATION",
  "ROW_NOT_A_STATION",
  "ROW_STATION_LIKE",
  "ROW_UNKNOWN_STATION_LIKE",
  "ROW_STATION_OF_TWO",
  "ROW_UNKNOWN_UNIT",
  "ROW_UNKNOWN_UNIT_LIKE",
  "ROW_UNIT_AMBIGUOUS",
  "ROW_UNIT_CLOSED",
  "ROW_UNKNOWN_GRID_LIKE",
  "ROW_CATEGORY_ASKED",
]);

/** These create whatever is named: how many names there are makes no difference. */
const created: ReadonlySet<RowErrorCode> = new Set(["ROW_UNKNOWN_STATION"]);

export interface CauseGround {
  kind: ImportKind;
  today: string;
}

/** In the order in which the file has them, but for those that a press does away with: they stand first. */
export function causesOf(errors: readonly RowError[], ground: CauseGround): Cause[] {
  const groups = groupBy(errors, ({ code, column, value, params }) =>
    JSON.stringify([
      // A column that is not there and cells that are blank are seen to by the same.
      code === "COLUMN_MISSING" ? "REQUIRED" : code,
      column,
      ofOneText.has(code) && !created.has(code) ? [value, params?.["like"] ?? null] : null,
    ]),
  );
  const causes = [...groups.values()].map((group) => causeOf(group, ground));
  return causes
    .toSorted((one, other) => Number(other.fix?.isSuggested ?? false) - Number(one.fix?.isSuggested ?? false))
    .slice(0, mostCauses);
}

function causeOf(errors: RowError[], { kind, today }: CauseGround): Cause {
  const [first] = errors as [RowError, ...RowError[]];
  const { code, column, value } = first;
  const isOneText = errors.every((error) => error.value === value);
  const columns: Columns = columnsOf[kind];
  const rows = [...new Set(errors.map(({ row }) => row))];
  return {
    code,
    column,
    value: isOneText && value !== "" ? value : null,
    count: errors.length,
    places: placesNamed(rows.filter((row) => row > 0)).places,
    first,
    fix: fixOf({
      first,
      errors,
      rows,
      column: first.field === undefined ? undefined : columns[first.field],
      kind,
      today,
    }),
  };
}
