import { grids } from "@maple-bridge/drizzle/tables";
import {
  dayAt,
  type Fragment,
  inReach,
  isNow,
  isOnDay,
  type Parameter,
  query,
  type Reading,
  sql,
  today,
} from "#kernel/read";

/** What grids are on the day. */
export const factsOnDay = (reading: Reading, day: Parameter): Fragment => sql`(
  select f.grid_id, f.station_id, f.police_room_id from grid_facts f where f.bureau_id = ${reading.bureau} and ${isOnDay("f", day)})`;

/** What grids are today: what is seen goes by the station of today, whatever moment is asked about. */
export const factsToday = (reading: Reading): Fragment => factsOnDay(reading, today(reading));

const stationToday = (reading: Reading): Fragment =>
  isNow(reading)
    ? sql`f.station_id`
    : sql`(select now.station_id from ${factsToday(reading)} now where now.grid_id = g.id)`;

/** The bureau's grids, as they are at the moment asked about. */
export const gridsThen = (reading: Reading): Fragment => sql`(
  select g.id, g.code, g.code_scheme, g.division_id, g.households, g.population, g.counted_year, g.opened_on, g.closed_on, g.version,
    f.station_id, f.police_room_id, f.name, f.name_initials, f.kind, f.complexity, f.level, f.starts_on as facts_since,
    ${stationToday(reading)} as station_today_id
  from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and ${isOnDay("f", dayAt(reading.at))}
  where g.bureau_id = ${reading.bureau})`;

/** Who sees a grid: who reaches its station of today. */
export const isInSight = ({ stationTodayId }: { stationTodayId: Fragment }, reading: Reading): Fragment =>
  inReach(reading, stationTodayId);

export const gridRows = query(
  "grids",
  {
    id: "not null",
    code: "not null",
    codeScheme: "not null",
    divisionId: "null",
    households: "null",
    population: "null",
    countedYear: "null",
    openedOn: "not null",
    closedOn: "null",
    version: "not null",
    stationId: "not null",
    policeRoomId: "null",
    name: "not null",
    nameInitials: "not null",
    kind: "not null",
    complexity: "not null",
    level: "not null",
    stationTodayId: "not null",
  },
  gridsThen,
  {
    table: grids,
    beside: (reading) => sql`
      select f.grid_id as id, f.station_id, f.station_id as station_today_id, f.police_room_id, f.name, f.name_initials, f.kind, f.complexity, f.level
      from grid_facts f where f.bureau_id = ${reading.bureau} and ${isOnDay("f", today(reading))}`,
  },
);

export const isOpen = ({ openedOn, closedOn }: { openedOn: Fragment; closedOn: Fragment }, at: Parameter): Fragment =>
  sql`${openedOn} <= ${dayAt(at)} and (${closedOn} is null or ${closedOn} > ${dayAt(at)})`;

/** Of the grid `g` of `gridsThen`: it was of a station in reach. What is counted for a station is what was its own. */
export const wasInReach = (reading: Reading) => inReach(reading, sql`g.station_id`);

/** Of the grid `g` of `gridsThen`: it is in sight today, so that its list shows it, whatever day is asked about. */
export const isShown = (reading: Reading): Fragment =>
  isNow(reading) ? wasInReach(reading) : inReach(reading, sql`g.station_today_id`);

/** Of the grid `g` of `gridsThen`: it is open, and today or then of a station in reach. */
export const isOpenInReach = (reading: Reading): Fragment => sql`
  ${isNow(reading) ? wasInReach(reading) : sql`(${isShown(reading)} or ${wasInReach(reading)})`} and ${isOpen({ openedOn: sql`g.opened_on`, closedOn: sql`g.closed_on` }, reading.at)}`;
