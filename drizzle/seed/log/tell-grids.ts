import { addDays } from "../days.ts";
import type { Facts, Grid } from "../draft.ts";
import { gridPeriods } from "../past/changes.ts";
import type { Period } from "../past/periods.ts";
import {
  administrator,
  afterwards,
  type Deed,
  gridsLoadedOn,
  type Log,
  momentFor,
  newlyKnown,
  onceKnown,
  tell,
} from "./log.ts";
import { later, officeMoment, workday } from "./office-hours.ts";
import { ended, endedWith } from "./seat-deeds.ts";

export function tellGrids(log: Log): void {
  for (const grid of log.draft.grids) {
    if (grid.openedOn > gridsLoadedOn) tellNew(log, grid);
    tellChanges(log, grid);
    if (grid.closedOn) tellClosed(log, grid, grid.closedOn);
  }
  tellCounts(log);
}

const entityOf = ({ id }: Grid) => ({ type: "Grid", id });

function tellNew(log: Log, grid: Grid) {
  const at = momentFor(log.draft, grid.openedOn, [-4, -3, -2, -1]);
  const [first] = gridPeriods(log.draft, grid);
  const { nameInitials: _initials, ...facts } = first!.facts;
  const { divisionId = null, code, codeScheme, openedOn } = grid;
  const { households = null, population = null, countedYear = null } = grid;
  tell(log, onceKnown(log, at, facts.policeRoomId ?? ""), administrator, {
    action: "grid.create",
    entity: entityOf(grid),
    after: { ...facts, divisionId, code, codeScheme, households, population, countedYear, openedOn, closedOn: null },
  });
  newlyKnown(log, grid.id, at);
}

function tellChanges(log: Log, grid: Grid) {
  const periods = gridPeriods(log.draft, grid);
  for (const [index, period] of periods.slice(1).entries()) {
    const at = onceKnown(log, momentFor(log.draft, period.startsOn), grid.id);
    tell(log, at, administrator, changeOf(grid, periods[index]!.facts, period));
  }
}

function changeOf(grid: Grid, was: Facts, { facts, startsOn, reason }: Period<Facts>): Deed {
  const keys = (Object.keys(facts) as (keyof Facts)[]).filter(
    (key) => key !== "nameInitials" && was[key] !== facts[key],
  );
  const told = (from: Facts) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return {
    action: keys.includes("stationId") ? "grid.move" : "grid.update",
    entity: entityOf(grid),
    before: told(was),
    after: { ...told(facts), startsOn },
    reason,
  };
}

function tellClosed(log: Log, grid: Grid, closedOn: string) {
  const seats = endedWith(log.draft, closedOn, { gridId: grid.id });
  tell(
    log,
    momentFor(log.draft, closedOn, afterwards),
    administrator,
    {
      action: "grid.close",
      entity: entityOf(grid),
      before: { closedOn: null },
      after: { closedOn },
      reason: seats[0]?.endReason ?? null,
    },
    ...seats.map(ended),
  );
}

/** A year's counts were entered early in the next one, station by station. */
function tellCounts(log: Log) {
  const { pastRandom: random, grids } = log.draft;
  const counted = grids.filter(({ households, openedOn }) => households && openedOn < "2025-01-01");
  let day = "2025-02-24";
  for (const stationId of new Set(counted.map((grid) => grid.stationId))) {
    day = workday(addDays(day, 1), 1);
    let at = officeMoment(random, day);
    for (const grid of counted.filter((each) => each.stationId === stationId)) {
      tell(log, at, administrator, recounted(grid, random.int(970, 1030), random.int(970, 1030)));
      at = later(at, random.int(25, 60) / 60);
    }
  }
}

function recounted(grid: Grid, byHouseholds: number, byPopulation: number): Deed {
  const { households, population, countedYear } = grid;
  const before = {
    households: Math.round(((households ?? 0) * byHouseholds) / 1000),
    population: Math.round(((population ?? 0) * byPopulation) / 1000),
    countedYear: (countedYear ?? 0) - 1,
  };
  const after = { households, population, countedYear };
  const keys = (Object.keys(after) as (keyof typeof after)[]).filter((key) => before[key] !== after[key]);
  const told = (from: Partial<typeof after>) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return { action: "grid.update", entity: entityOf(grid), before: told(before), after: told(after), reason: null };
}
