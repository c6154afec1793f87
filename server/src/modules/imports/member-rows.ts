import { keyOfName } from "#kernel/written";
import { groupBy } from "./group-by.ts";
import type { memberColumns } from "./member-columns.ts";
import type { Cells, CellsRow } from "./read-cells.ts";
import { usualDuty, usualHolder, type Duty, type MemberKind } from "./words.ts";

export interface MemberSeat {
  row: number;
  gridCode: string;
  /** It is a name, by which the grid is to be found. */
  isGridName?: boolean;
  duty: Duty;
  from?: string;
  to?: string;
  concurrentPost?: string;
}

/** One member, gathered from all rows with the badge, or with the name where there is none; `row` is the first. */
export interface MemberRow {
  row: number;
  badge?: string;
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
  /** Of a row without a badge. */
  nameAlone?: string;
  gridCodes: string[];
  gridNames: string[];
}

type MemberCells = CellsRow<typeof memberColumns>;

const sharedFields = ["kind", "unitName", "phone"] as const;

export function memberRows(cells: Cells<typeof memberColumns>): { rows: MemberRow[]; refused: MemberNames[] } {
  const badged = cells.rows.filter((row) => row.values.badge);
  const badges = badgesByPerson(badged);
  const named = cells.rows.filter(({ values, wrong }) => !values.badge && !wrong.has("badge") && values.name);
  const people = groupBy([...badged, ...named], (row) => row.values.badge ?? badges(row) ?? personKey(row));
  const members = [...people.values()].map((rows) => ({ rows, member: memberOf(rows) }));
  const kept = new Set(members.flatMap(({ rows, member }) => (member ? rows : [])));
  const refused = cells.rows
    .filter((row) => !kept.has(row))
    .map(({ number, wrong, values: { badge, name, unitName, gridCode, gridName = [] } }) => ({
      row: number,
      unitName,
      nameAlone: badge || wrong.has("badge") ? undefined : name,
      gridCodes: gridCode ?? [],
      gridNames: gridCode ? [] : gridName,
    }));
  const rows = members.flatMap(({ member }) => member ?? []).toSorted((one, other) => one.row - other.row);
  return { rows, refused };
}

/** Who has no badge is one person where name, unit and kind are the same. */
const personKey = ({ values: { name = "", unitName = "", kind, duty } }: MemberCells) =>
  ` ${keyOfName(name)} ${keyOfName(unitName)} ${kind ?? (duty && usualHolder[duty]) ?? ""}`;

/** The badge that another row gives for the same person, where all that give one give the same. */
function badgesByPerson(badged: MemberCells[]) {
  const byPerson = groupBy(badged, personKey);
  return (row: MemberCells): string | undefined => {
    const badges = new Set(byPerson.get(personKey(row))?.map(({ values }) => values.badge));
    return badges.size === 1 ? [...badges][0] : undefined;
  };
}

function memberOf(rows: MemberCells[]): MemberRow | undefined {
  const [first] = rows;
  const { name } = first?.values ?? {};
  if (!first || !name) return undefined;
  const badge = rows.find(({ values }) => values.badge)?.values.badge;
  const namesakes = rows.filter((row) => isNamesake(first, row));
  for (const field of sharedFields) refuseConflicts(namesakes, field);
  const kind = kindOf(namesakes);
  if (!kind && !first.wrong.has("kind")) first.refuse("kind", "REQUIRED");
  if (!kind) return undefined;
  const seats = seatsOf(namesakes, kind);
  if (rows.some((row) => row.wrong.size > 0)) return undefined;
  return {
    row: first.number,
    ...(badge !== undefined && { badge }),
    name,
    kind,
    unitName: valueOf(rows, "unitName"),
    phone: valueOf(rows, "phone"),
    seats,
  };
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
    const { gridCode, gridName = [], from, to, concurrentPost } = row.values;
    const duty = row.values.duty ?? usualDuty[kind];
    const isGridName = !gridCode;
    const grids = gridCode ?? gridName;
    if (grids.length === 0 || row.wrong.has("duty")) return [];
    if (!duty) row.refuse("duty", "DUTY_MISSING");
    if (!duty) return [];
    return grids.map((gridCode) => {
      const key = `${isGridName ? keyOfName(gridCode) : gridCode} ${duty} ${to ? from : ""}`;
      const otherRow = seen.get(key);
      if (otherRow !== undefined)
        row.refuse(isGridName ? "gridName" : "gridCode", "DUPLICATE_SEAT", { otherRow, gridCode });
      seen.set(key, row.number);
      return { row: row.number, gridCode, isGridName: isGridName || undefined, duty, from, to, concurrentPost };
    });
  });
}
