import { groupBy } from "./group-by.ts";
import type { memberColumns } from "./member-columns.ts";
import type { Cells, CellsRow } from "./read-cells.ts";
import { usualDuty, usualHolder, type Duty, type MemberKind } from "./words.ts";

export interface MemberSeat {
  row: number;
  gridCode: string;
  duty: Duty;
  from?: string;
  to?: string;
  concurrentPost?: string;
}

/** One member, gathered from all rows with the badge; `row` is the first. */
export interface MemberRow {
  row: number;
  badge: string;
  name: string;
  kind: MemberKind;
  unitName?: string;
  phone?: string;
  seats: MemberSeat[];
}

/** What a row with errors names all the same. */
export interface MemberNames {
  row: number;
  unitName?: string;
  gridCodes: string[];
}

type MemberCells = CellsRow<typeof memberColumns>;

const sharedFields = ["kind", "unitName", "phone"] as const;

export function memberRows(cells: Cells<typeof memberColumns>): { rows: MemberRow[]; refused: MemberNames[] } {
  const rowsByBadge = groupBy(
    cells.rows.filter((row) => row.values.badge),
    (row) => row.values.badge,
  );
  const rows = [...rowsByBadge.values()].flatMap(memberOf);
  const kept = new Set<string | undefined>(rows.map((row) => row.badge));
  const refused = cells.rows
    .filter(({ values }) => !kept.has(values.badge))
    .map(({ number, values }) => ({ row: number, unitName: values.unitName, gridCodes: values.gridCode ?? [] }));
  return { rows, refused };
}

function memberOf(rows: MemberCells[]): MemberRow[] {
  const [first] = rows;
  const { badge, name } = first?.values ?? {};
  if (!first || !badge || !name) return [];
  const namesakes = rows.filter((row) => isNamesake(first, row));
  for (const field of sharedFields) refuseConflicts(namesakes, field);
  const kind = kindOf(namesakes);
  if (!kind && !first.wrong.has("kind")) first.refuse("kind", "REQUIRED");
  if (!kind) return [];
  const seats = seatsOf(namesakes, kind);
  if (rows.some((row) => row.wrong.size > 0)) return [];
  return [
    { row: first.number, badge, name, kind, unitName: valueOf(rows, "unitName"), phone: valueOf(rows, "phone"), seats },
  ];
}

function isNamesake(first: MemberCells, row: MemberCells): boolean {
  const differs = row.values.name !== undefined && row.values.name !== first.values.name;
  if (differs) row.refuse("badge", "DUPLICATE_BADGE", { otherRow: first.number });
  return !differs;
}

const valueOf = <F extends (typeof sharedFields)[number]>(rows: MemberCells[], field: F) =>
  rows.find((row) => row.values[field] !== undefined)?.values[field];

/** The kind as written, or as the first duty tells it. */
function kindOf(rows: MemberCells[]): MemberKind | undefined {
  const duty = rows.find((row) => row.values.duty)?.values.duty;
  return valueOf(rows, "kind") ?? (duty && usualHolder[duty]);
}

function refuseConflicts(rows: MemberCells[], field: (typeof sharedFields)[number]): void {
  const source = rows.find((row) => row.values[field] !== undefined);
  for (const row of rows) {
    const differs = row.values[field] !== undefined && row.values[field] !== source?.values[field];
    if (source && differs) row.refuse(field, "CONFLICTING_VALUE", { otherRow: source.number });
  }
}

function seatsOf(rows: MemberCells[], kind: MemberKind): MemberSeat[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row) => {
    const { gridCode: gridCodes = [], from, to, concurrentPost } = row.values;
    const duty = row.values.duty ?? usualDuty[kind];
    if (gridCodes.length === 0 || row.wrong.has("duty")) return [];
    if (!duty) row.refuse("duty", "DUTY_MISSING");
    if (!duty) return [];
    return gridCodes.map((gridCode) => {
      const key = `${gridCode} ${duty} ${to ? from : ""}`;
      const otherRow = seen.get(key);
      if (otherRow !== undefined) row.refuse("gridCode", "DUPLICATE_SEAT", { otherRow, gridCode });
      seen.set(key, row.number);
      return { row: row.number, gridCode, duty, from, to, concurrentPost };
    });
  });
}
