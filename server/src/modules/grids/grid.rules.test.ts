import { expect, test } from "vitest";
import { faultsOfGrid, type GridDraft, type Places, schemeOf } from "./grid.rules.ts";

const grid = (overrides: Partial<GridDraft> = {}): GridDraft => ({
  stationId: "s",
  policeRoomId: null,
  divisionId: "d",
  code: "410481100200",
  codeScheme: "STATISTICAL_12",
  name: "虚构村",
  kind: "VILLAGE",
  complexity: "ORDINARY",
  level: 3,
  households: null,
  population: null,
  countedYear: null,
  openedOn: "2024-01-01",
  closedOn: null,
  ...overrides,
});
const places = (overrides: Partial<Places> = {}): Places => ({
  station: { name: "虚构派出所", kind: "STATION", closedOn: null },
  policeRoom: null,
  division: { name: "虚构村", kind: "VILLAGE", closedOn: null },
  ...overrides,
});
const codes = (overrides: Partial<GridDraft>, where: Partial<Places> = {}) =>
  faultsOfGrid(grid(overrides), places(where), "2026-06-15").map(({ path, code }) => `${path[1]} ${code}`);

test("a code has 6 to 30 letters, digits and hyphens, and its scheme is told by its digits", () => {
  expect(codes({ code: "GRID-01" })).toEqual([]);
  for (const code of ["12345", "村410481", "a".repeat(31), "1234 5678"])
    expect(codes({ code })).toEqual(["code GRID_CODE_SHAPE"]);
  expect(["410481100200", "41048110020000000001", "GRID-01"].map(schemeOf)).toEqual([
    "STATISTICAL_12",
    "MPS_20",
    "LOCAL",
  ]);
});

test("counts need a year between 1949 and this one", () => {
  expect(codes({ households: 1 })).toEqual(["countedYear GRID_COUNTS_NEED_YEAR"]);
  expect(codes({ population: 1, countedYear: 2027 })).toEqual(["countedYear OUT_OF_RANGE"]);
  expect(codes({ population: 1, countedYear: 1949 })).toEqual([]);
});

test("villages and communities lie in a committee's division, grids for a special purpose need none", () => {
  expect(codes({ divisionId: null }, { division: null })).toEqual(["divisionId GRID_DIVISION_REQUIRED"]);
  expect(codes({}, { division: { name: "虚构镇", kind: "TOWNSHIP", closedOn: null } })).toEqual([
    "divisionId GRID_DIVISION_KIND",
  ]);
  expect(codes({ kind: "SCENIC", divisionId: null }, { division: null })).toEqual([]);
});

test("a police room belongs to the grid's station, and what is closed takes no grid", () => {
  const room = { name: "虚构警务室", kind: "POLICE_ROOM", closedOn: null, aboveIds: ["zone", "s", "root"] };
  expect(codes({ policeRoomId: "r" }, { policeRoom: room })).toEqual([]);
  expect(codes({ policeRoomId: "r" }, { policeRoom: { ...room, aboveIds: ["t"] } })).toEqual([
    "policeRoomId GRID_POLICE_ROOM_ELSEWHERE",
  ]);
  expect(codes({ policeRoomId: "r" }, { policeRoom: { ...room, kind: "ZONE", closedOn: "2026-06-15" } })).toEqual([
    "policeRoomId GRID_POLICE_ROOM_KIND",
    "policeRoomId GRID_POLICE_ROOM_CLOSED",
  ]);
  const closing = { station: { name: "虚构派出所", kind: "STATION", closedOn: "2026-07-01" } };
  expect(codes({}, closing)).toEqual(["stationId GRID_STATION_CLOSED"]);
  expect(codes({ closedOn: "2026-07-02" }, closing)).toEqual(["stationId GRID_STATION_CLOSED"]);
  expect(codes({ closedOn: "2026-07-01" }, closing)).toEqual([]);
});
