import { addDivision, countyNameOf, type DivisionBook, divisionBook, type NewDivision } from "./division-plan.rules.ts";
import { keyOfName } from "#kernel/written";
import { gridByName } from "./find-grid.ts";
import { type UnitFinder, unitFinder } from "./find-unit.ts";
import type { NameDecision } from "./import-options.ts";
import { type NamedStation, type NewStation, stationBook } from "./station-plan.rules.ts";
import { type GridNames, type GridRow, kindOfDivisionCode } from "./grid-rows.ts";
import type { GridGround, GroundGrid } from "./ground.ts";
import { type NamedRoom, policeRoomBook } from "./police-room-plan.rules.ts";
import { type Refuse, refusals, type RowFault } from "./refusals.ts";
import type { GridKind } from "./words.ts";

export interface GridDefaults {
  openedOn?: string;
  /** For rows that name neither station nor township. */
  stationId?: string;
  createStations: boolean;
  createDivisions: boolean;
  opensEarlier?: boolean;
  blanks?: readonly string[];
  names?: readonly NameDecision[];
}

type Facts = Omit<GroundGrid, "id" | "closedOn" | "version">;

export interface ChangedGrid {
  before: GroundGrid;
  change: Partial<Facts>;
}

export interface GridPlan {
  stations: NewStation[];
  policeRooms: NamedRoom[];
  divisions: NewDivision[];
  created: (Facts & { id: string })[];
  changed: ChangedGrid[];
  unchanged: number;
  /** Stations that the file names and that are not there by that name. */
  namedStations: NamedStation[];
  faults: RowFault[];
}

interface Work {
  ground: GridGround;
  defaults: GridDefaults;
  newId: () => string;
  findUnit: UnitFinder;
  findByName: ReturnType<typeof gridByName>;
  stations: ReturnType<typeof stationBook>;
  rooms: ReturnType<typeof policeRoomBook>;
  book: DivisionBook;
}

/** What the rows would write on this ground; rows with a fault are left out, and what `refused` ones name is looked up. */
export function planGrids(
  rows: readonly GridRow[],
  ground: GridGround,
  defaults: GridDefaults,
  newId: () => string,
  refused: readonly GridNames[] = [],
): GridPlan {
  const { faults, at } = refusals();
  const findUnit = unitFinder(ground.units, ground.bureau.name, defaults.names);
  const below = ground.units.filter((unit) => unit.parentId === ground.bureau.rootId);
  const namesTaken = new Set(below.map((unit) => keyOfName(unit.name)));
  const work: Work = {
    ground,
    defaults,
    newId,
    findUnit,
    findByName: gridByName(ground.grids, ground.today),
    stations: stationBook({ findUnit, taken: namesTaken, createStations: defaults.createStations, newId }),
    rooms: policeRoomBook({ findUnit, units: ground.units, createRooms: defaults.createStations, newId }),
    book: divisionBook(ground.divisions, countyNameOf(ground.bureau), newId),
  };
  const known = new Map(ground.grids.map((grid) => [grid.code, grid]));
  const created: GridPlan["created"] = [];
  const changed: ChangedGrid[] = [];
  const taken = new Map<string, number>();
  for (const row of rows) {
    const faultsBefore = faults.length;
    const placed = placeOf(work, row, known, at(row.row));
    const before = placed?.before;
    const otherRow = before && taken.get(before.id);
    if (before && otherRow === undefined) taken.set(before.id, row.row);
    else if (before) at(row.row)("name", "DUPLICATE_CODE", { otherRow: otherRow! });
    const facts = placed && factsOf(work, row, placed, at(row.row));
    if (faults.length > faultsBefore || !facts) continue;
    if (!before) created.push({ id: newId(), ...facts });
    else if (Object.keys(differing(before, facts)).length > 0)
      changed.push({ before, change: differing(before, facts) });
  }
  const unchanged = rows.length - created.length - changed.length - new Set(faults.map((fault) => fault.row)).size;
  for (const names of refused) lookUp(work, names, at(names.row));
  const { stations, rooms, book } = work;
  return {
    stations: stations.created(),
    policeRooms: rooms.created(),
    namedStations: stations.named(),
    divisions: book.created,
    created,
    changed,
    unchanged,
    faults,
  };
}

interface Placed {
  before: GroundGrid | undefined;
  code: string;
  kind: GridKind;
  stationId: string | undefined;
}

/** Which grid a row is of: by its code, or by its name where the file has none. */
function placeOf(work: Work, row: GridRow, known: Map<string, GroundGrid>, refuse: Refuse): Placed | undefined {
  if (row.code !== undefined) {
    const before = known.get(row.code);
    return { before, code: row.code, kind: row.kind!, stationId: stationOf(work, row, before, refuse) };
  }
  const stationId = stationOf(work, row, undefined, refuse);
  const found = stationId === undefined ? undefined : work.findByName(row.name, stationId);
  if (found === "AMBIGUOUS") return refuse("code", "ROW_GRID_NAME_TWICE");
  if (!found) return stationId === undefined ? undefined : refuse("code", "ROW_GRID_CODE_MISSING");
  return { before: found, code: found.code, kind: row.kind ?? found.kind, stationId };
}

function lookUp(work: Work, names: GridNames, refuse: Refuse) {
  const stationId = names.stationNames.length > 0 ? stationOf(work, names, undefined, refuse) : undefined;
  if (stationId) policeRoomOf(work, names, stationId, undefined, refuse);
  if (names.divisionCode) knownDivision(work, names, refuse);
}

/** The grid as it is to be: what the row gives, else what stands, else the defaults. */
function factsOf(work: Work, row: GridRow, placed: Placed, refuse: Refuse): Facts | undefined {
  const { ground, defaults } = work;
  const { before, code, kind, stationId } = placed;
  if (before?.closedOn && before.closedOn <= ground.today)
    return refuse("code", "ROW_GRID_CLOSED", { grid: before.name, closedOn: before.closedOn });
  const openedOn = openingOf(row, before, defaults, refuse);
  const divisionId = divisionOf(work, { ...row, code, kind }, before, refuse);
  const policeRoomId = stationId && policeRoomOf(work, row, stationId, before, refuse);
  const thisYear = Number(ground.today.slice(0, 4));
  if (row.countedYear !== undefined && row.countedYear > thisYear)
    refuse("countedYear", "OUT_OF_RANGE", { least: 1949, most: thisYear });
  if (!openedOn || !stationId || divisionId === undefined || policeRoomId === undefined) return undefined;
  return {
    code,
    name: row.code === undefined ? before!.name : row.name,
    kind,
    complexity: row.complexity ?? before?.complexity ?? "ORDINARY",
    stationId,
    policeRoomId,
    divisionId,
    households: row.households ?? before?.households ?? null,
    population: row.population ?? before?.population ?? null,
    countedYear: row.countedYear ?? before?.countedYear ?? null,
    openedOn,
  };
}

function openingOf(
  row: GridRow,
  before: GroundGrid | undefined,
  defaults: GridDefaults,
  refuse: Refuse,
): string | undefined {
  const differs = before && row.openedOn !== undefined && row.openedOn !== before.openedOn;
  if (differs && defaults.opensEarlier && row.openedOn! < before.openedOn) return row.openedOn;
  if (differs && !defaults.blanks?.includes("openedOn"))
    return refuse("openedOn", "ROW_OPENED_ON_DIFFERS", { openedOn: before.openedOn, written: row.openedOn! });
  return before?.openedOn ?? row.openedOn ?? defaults.openedOn ?? refuse("openedOn", "REQUIRED");
}

function stationOf(work: Work, row: GridNames, before: GroundGrid | undefined, refuse: Refuse): string | undefined {
  const { defaults, stations } = work;
  return row.stationNames.length > 0
    ? stations.stationOf(row, before?.stationId, refuse)
    : (defaults.stationId ?? before?.stationId ?? refuse("stationName", "REQUIRED"));
}

/** The division where it is there; null where it is to be made. */
function knownDivision({ book, defaults }: Work, { code, divisionCode }: GridNames, refuse: Refuse) {
  const field = divisionCode === code ? "code" : "divisionCode";
  const known = book.find(divisionCode!);
  if (known?.closedOn) return refuse(field, "ROW_DIVISION_CLOSED", { division: known.name, closedOn: known.closedOn });
  const divisionKind = kindOfDivisionCode(divisionCode);
  if (!known && divisionKind !== "VILLAGE" && divisionKind !== "COMMUNITY")
    return refuse(field, "ROW_DIVISION_CODE", { division: divisionCode! });
  if (!known && !defaults.createDivisions) return refuse(field, "ROW_UNKNOWN_DIVISION", { division: divisionCode! });
  return known ?? null;
}

/** Null for a grid that has none: one of a special purpose needs no division. */
function divisionOf(
  work: Work,
  row: GridRow,
  before: GroundGrid | undefined,
  refuse: Refuse,
): string | null | undefined {
  const { divisionCode: code, kind } = row;
  const isCommittee = kind === "VILLAGE" || kind === "COMMUNITY";
  if (!code) return before?.divisionId ?? (isCommittee ? refuse("divisionCode", "ROW_DIVISION_REQUIRED") : null);
  const known = knownDivision(work, row, refuse);
  if (known !== null) return known?.id;
  const { book } = work;
  const field = code === row.code ? "code" : "divisionCode";
  const closed = [code.slice(0, 6), code.slice(0, 9)].map(book.find).find((above) => above?.closedOn);
  if (closed) return refuse(field, "ROW_DIVISION_CLOSED", { division: closed.name, closedOn: closed.closedOn! });
  const isTownshipOfCode = row.townshipCode === undefined || row.townshipCode === code.slice(0, 9);
  return addDivision(book, {
    code,
    name: row.name,
    kind: kindOfDivisionCode(code) as "VILLAGE" | "COMMUNITY",
    townshipName: isTownshipOfCode ? row.townshipName : undefined,
  });
}

/** Null for a grid without one; a grid that moves to another station leaves its police room. */
function policeRoomOf(
  work: Work,
  row: GridNames,
  stationId: string,
  before: GroundGrid | undefined,
  refuse: Refuse,
): string | null | undefined {
  if (!row.policeRoom) return before?.stationId === stationId ? before.policeRoomId : null;
  return work.rooms.roomOf(row.policeRoom, stationId, refuse);
}

function differing(before: GroundGrid, facts: Facts): Partial<Facts> {
  return Object.fromEntries(Object.entries(facts).filter(([key, value]) => before[key as keyof Facts] !== value));
}
