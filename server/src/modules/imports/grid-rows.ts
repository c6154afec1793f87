import type { ValuesOf } from "./column.ts";
import type { gridColumns } from "./grid-columns.ts";
import type { Cells, CellsRow } from "./read-cells.ts";
import type { Complexity, GridKind } from "./words.ts";

export interface GridRow {
  row: number;
  /** None where the grid is to be found by its name. */
  code?: string;
  name: string;
  /** None of a grid without a code: it is what it is already. */
  kind?: GridKind;
  /** Names or codes of the station, the first that exists counts. */
  stationNames: string[];
  /** The names were made from the township's. */
  isStationOfTownship: boolean;
  townshipCode?: string;
  townshipName?: string;
  divisionCode?: string;
  complexity?: Complexity;
  households?: number;
  population?: number;
  countedYear?: number;
  policeRoom?: string;
  openedOn?: string;
}

/** What a row with errors names all the same. */
export type GridNames = Pick<
  GridRow,
  "row" | "stationNames" | "isStationOfTownship" | "townshipName" | "policeRoom" | "divisionCode"
> & { code?: string };

export interface GridOptions {
  /** A station is named for the rows that name none. */
  hasStation?: boolean;
  /** Of all rows that give no year. */
  countedYear?: number;
}

type GridCells = CellsRow<typeof gridColumns>;
type GridValues = ValuesOf<typeof gridColumns>;

export function gridRows(
  cells: Cells<typeof gridColumns>,
  { hasStation = false, countedYear }: GridOptions,
): { rows: GridRow[]; refused: GridNames[] } {
  const seen = new Map<string, number>();
  const refused: GridNames[] = [];
  const stationField =
    !cells.isMapped("stationName") && cells.isMapped("townshipName") ? "townshipName" : "stationName";
  const rows = cells.rows.flatMap((row) => {
    refuseDuplicate(row, seen);
    const kind = row.values.kind ?? kindOfDivisionCode(row.values.code);
    const stationNames = stationNamesOf(row.values);
    const isStationOfTownship = !row.values.stationName && stationNames.length > 0;
    if (row.values.code && !kind && !row.wrong.has("kind")) row.refuse("kind", "REQUIRED");
    if (stationNames.length === 0 && !hasStation && !row.wrong.has(stationField)) row.refuse(stationField, "REQUIRED");
    if (countsLackYear(row)) {
      if (countedYear === undefined) row.refuse("countedYear", "REQUIRED");
      else row.values.countedYear = countedYear;
    }
    const { code, name } = row.values;
    const { divisionCode } = places(row.values, kind);
    const { policeRoom } = row.values;
    if (row.wrong.size > 0 || !name) {
      const { townshipName } = row.values;
      refused.push({
        row: row.number,
        code,
        stationNames,
        isStationOfTownship,
        townshipName,
        policeRoom,
        divisionCode,
      });
      return [];
    }
    return [
      {
        ...given(row.values),
        row: row.number,
        code,
        name,
        kind,
        stationNames,
        isStationOfTownship,
        ...places(row.values, kind),
      },
    ];
  });
  return { rows, refused };
}

function refuseDuplicate(row: GridCells, seen: Map<string, number>): void {
  const { code } = row.values;
  if (!code) return;
  const otherRow = seen.get(code);
  if (otherRow !== undefined) row.refuse("code", "DUPLICATE_CODE", { otherRow });
  else seen.set(code, row.number);
}

const countsLackYear = ({ values, wrong }: GridCells) =>
  (values.households !== undefined || values.population !== undefined) &&
  values.countedYear === undefined &&
  !wrong.has("countedYear");

const given = ({ complexity, households, population, countedYear, policeRoom, openedOn }: GridValues) => ({
  complexity,
  households,
  population,
  countedYear,
  policeRoom,
  openedOn,
});

/** A village or community with a 12-digit code is coded by its division. */
function places({ code, townshipCode, townshipName, divisionCode }: GridValues, kind: GridKind | undefined) {
  const isCodedByDivision = kind !== undefined && kindOfDivisionCode(code) === kind;
  const division = divisionCode ?? (isCodedByDivision ? code : undefined);
  return { townshipCode: townshipCode ?? division?.slice(0, 9), townshipName, divisionCode: division };
}

export function kindOfDivisionCode(code: string | undefined): GridKind | undefined {
  if (!code || !/^\d{12}$/.test(code)) return undefined;
  const committee = Number(code.slice(-3));
  if ((committee >= 1 && committee <= 199) || (committee >= 400 && committee <= 499)) return "COMMUNITY";
  return committee >= 200 && committee <= 599 ? "VILLAGE" : undefined;
}

function stationNamesOf({ stationName, townshipName }: GridValues): string[] {
  if (stationName) return [stationName];
  return townshipName ? stationNamesOfTownship(townshipName) : [];
}

/** 解州镇 has 解州派出所, seldom 解州镇派出所. */
export function stationNamesOfTownship(township: string): string[] {
  const bare = township.replace(/(街道办事处|街道|镇|乡)$/, "");
  const stems = [...(bare.length > 1 ? [bare] : []), township];
  return [...new Set(stems)].map((stem) => `${stem}派出所`);
}
