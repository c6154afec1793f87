import type { FieldFault } from "#kernel/errors";
import { checkCode, checkText } from "#kernel/text";
import type { Complexity, GridKind } from "./grid.enums.ts";

/** A grid as it is to be, over a time in which its dated facts stay. */
export interface GridDraft {
  stationId: string;
  policeRoomId: string | null;
  divisionId: string | null;
  code: string;
  codeScheme: string;
  name: string;
  kind: GridKind;
  complexity: Complexity;
  level: number;
  households: number | null;
  population: number | null;
  countedYear: number | null;
  openedOn: string;
  closedOn: string | null;
}

/** What stands where a grid is to lie. */
export interface Places {
  station: { name: string; kind: string; closedOn: string | null };
  policeRoom: { name: string; kind: string; closedOn: string | null; aboveIds: string[] } | null;
  division: { name: string; kind: string; closedOn: string | null } | null;
}

const codeShape = /^[A-Za-z0-9-]{6,30}$/;
const inCommittees: ReadonlySet<GridKind> = new Set(["VILLAGE", "COMMUNITY"]);

export function schemeOf(code: string): string {
  if (/^\d{12}$/.test(code)) return "STATISTICAL_12";
  return /^\d{20}$/.test(code) ? "MPS_20" : "LOCAL";
}

export function faultsOfGrid(grid: GridDraft, places: Places, today: string): FieldFault[] {
  return [...faultsOfThemselves(grid, today), ...faultsOfPlaces(grid, places)];
}

/** What is wrong with the facts wherever the grid lies. */
export const faultsOfThemselves = (grid: GridDraft, today: string): FieldFault[] => [
  ...faultsOfNames(grid),
  ...faultsOfCounts(grid, today),
];

function faultsOfNames(grid: GridDraft): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!codeShape.test(grid.code)) faults.push({ path: ["input", "code"], code: "GRID_CODE_SHAPE" });
  checkCode(faults, ["input", "code"], grid.code);
  checkText(faults, ["input", "codeScheme"], grid.codeScheme, { required: true, most: 30 });
  checkText(faults, ["input", "name"], grid.name, { required: true, most: 60 });
  faults.push(...outside("level", grid.level, 2, 3));
  return faults;
}

function faultsOfCounts({ households, population, countedYear }: GridDraft, today: string): FieldFault[] {
  const isYearMissing = countedYear === null && (households !== null || population !== null);
  return [
    ...outside("households", households, 0, 1_000_000),
    ...outside("population", population, 0, 10_000_000),
    ...outside("countedYear", countedYear, 1949, Number(today.slice(0, 4))),
    ...(isYearMissing ? [{ path: ["input", "countedYear"], code: "GRID_COUNTS_NEED_YEAR" }] : []),
  ];
}

/** Of the time up to `closedOn`. */
export function faultsOfPlaces(grid: GridDraft, { station, policeRoom, division }: Places): FieldFault[] {
  return [
    ...(station.kind === "STATION"
      ? []
      : [{ path: ["input", "stationId"], code: "GRID_STATION_KIND", params: { unit: station.name } }]),
    ...closed("stationId", "GRID_STATION_CLOSED", station, grid),
    ...(policeRoom ? faultsOfPoliceRoom(grid.stationId, policeRoom, station.name) : []),
    ...(policeRoom ? closed("policeRoomId", "GRID_POLICE_ROOM_CLOSED", policeRoom, grid) : []),
    ...faultsOfDivision(grid.kind, division),
    ...(division ? closed("divisionId", "GRID_DIVISION_CLOSED", division, grid) : []),
  ];
}

function faultsOfPoliceRoom(stationId: string, room: NonNullable<Places["policeRoom"]>, station: string): FieldFault[] {
  const path = ["input", "policeRoomId"];
  if (room.kind !== "POLICE_ROOM") return [{ path, code: "GRID_POLICE_ROOM_KIND", params: { unit: room.name } }];
  return room.aboveIds.includes(stationId)
    ? []
    : [{ path, code: "GRID_POLICE_ROOM_ELSEWHERE", params: { unit: room.name, station } }];
}

function faultsOfDivision(kind: GridKind, division: Places["division"]): FieldFault[] {
  if (!inCommittees.has(kind)) return [];
  const path = ["input", "divisionId"];
  if (!division) return [{ path, code: "GRID_DIVISION_REQUIRED" }];
  return division.kind === "VILLAGE" || division.kind === "COMMUNITY"
    ? []
    : [{ path, code: "GRID_DIVISION_KIND", params: { division: division.name } }];
}

/** A place has no grid that would still be open when it closes. */
function closed(
  field: string,
  code: string,
  { name, closedOn: on }: { name: string; closedOn: string | null },
  { closedOn }: GridDraft,
): FieldFault[] {
  const isTooLate = on !== null && (closedOn === null || closedOn > on);
  return isTooLate ? [{ path: ["input", field], code, params: { name, on } }] : [];
}

const outside = (field: string, value: number | null, least: number, most: number): FieldFault[] =>
  value === null || (value >= least && value <= most)
    ? []
    : [{ path: ["input", field], code: "OUT_OF_RANGE", params: { least, most } }];
