import { dutyLines } from "@maple-bridge/drizzle/tables";
import {
  everything,
  type Fragment,
  inForce,
  inReach,
  join,
  nothing,
  type Parameter,
  type Reading,
  type RowOf,
  rowUnder,
  sql,
} from "#kernel/read";

export type LineFields = RowOf<typeof dutyLines>;

/** The bureau's lines are everyone's. A station's own are seen by who reaches it, and by who reaches a station that they were copied to. */
export function isLineInSight({ stationId }: LineFields, reading: Reading): Fragment {
  const own = inReach(reading, stationId);
  if (own === everything) return everything;
  if (own === nothing) return sql`${stationId} is null`;
  return sql`(${stationId} is null or ${own} or exists (
    select from duty_catalogue_copies given where given.bureau_id = ${reading.bureau} and given.model_id = ${stationId} and ${inReach(reading, sql`given.station_id`)}))`;
}

/** Whether the line counts at the station at the moment asked about: its own, or the bureau's where it has none in its place. */
export function countsAt(line: LineFields, stationId: Fragment | Parameter, reading: Reading): Fragment {
  const own = rowUnder(dutyLines, "own");
  return sql`${inForce(line, reading.at)} and (${line.stationId} = ${stationId} or ${line.stationId} is null and not exists (
    select from duty_lines own where own.bureau_id = ${reading.bureau} and own.station_id = ${stationId}
      and own.owner = ${line.owner} and own.code = ${line.code} and ${inForce(own, reading.at)}))`;
}

const ofBureauInForce = (line: LineFields, reading: Reading): Fragment => sql`exists (
  select from duty_lines whose where whose.bureau_id = ${reading.bureau} and whose.station_id is null
    and whose.owner = ${line.owner} and whose.code = ${line.code} and ${inForce(rowUnder(dutyLines, "whose"), reading.at)})`;

/** What is set aside is told where it is asked for, for as long as there is something to set aside. */
const isShown = (line: LineFields, reading: Reading): Fragment =>
  reading.choice("withSetAside") === true
    ? sql`(not ${line.isSetAside} or ${ofBureauInForce(line, reading)})`
    : sql`not ${line.isSetAside}`;

export function catalogueAsked(line: LineFields, reading: Reading): Fragment {
  const unit = reading.arg("unitId", "uuid");
  const [duty, unitKind, serves] = [
    reading.arg("duty", "text"),
    reading.arg("unitKind", "text"),
    reading.arg("serves", "text"),
  ];
  const held = [
    ...(unit
      ? [inReach(reading, sql`${unit}`), countsAt(line, unit, reading)]
      : [sql`${line.stationId} is null`, sql`(${inForce(line, reading.at)})`]),
    isShown(line, reading),
    ...(duty ? [sql`${line.duty} = ${duty}`] : []),
    ...(unitKind ? [sql`${line.unitKind} = ${unitKind}`] : []),
    ...(serves ? [sql`${line.serves} = ${serves}`] : []),
  ];
  return join(held, " and ");
}

/** All revisions of the bureau's line of the owner and code, and of the station's own. */
export function revisionsAsked(line: LineFields, reading: Reading): Fragment {
  const unit = reading.arg("unitId", "uuid");
  const same = (column: Fragment, value: Parameter | undefined) =>
    value ? sql`${column} = ${value}` : sql`${column} is null`;
  return join(
    [
      unit
        ? sql`(${line.stationId} is null or ${line.stationId} = ${unit} and ${inReach(reading, sql`${unit}`)})`
        : sql`${line.stationId} is null`,
      same(line.duty, reading.arg("duty", "text")),
      same(line.gridKind, reading.arg("gridKind", "text")),
      same(line.level, reading.arg("level", "int")),
      same(line.unitKind, reading.arg("unitKind", "text")),
      sql`${line.code} = ${reading.arg("code", "text")!}`,
    ],
    " and ",
  );
}

/** Stations and their rooms before the duties at grids; of a duty what goes for all of its grids first. */
export const inOrder = (line: LineFields): Fragment => sql`
  array_position(array['STATION', 'COMMAND_ROOM', 'DESK', 'POLICE_ROOM'], ${line.unitKind}),
  array_position(array['RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER'], ${line.duty}),
  ${line.gridKind} nulls first, ${line.level} nulls first, ${line.position}, ${line.code}, ${line.id}`;

/** The station's lines at the moment asked about, as rows. */
export const linesAt = (stationId: Fragment, reading: Reading): Fragment => sql`(
  select line.id, line.owner, line.code, line.title, line.text, line.serves, line.position, line.duty, line.unit_kind, line.grid_kind, line.level
  from duty_lines line where line.bureau_id = ${reading.bureau} and not line.is_set_aside and ${countsAt(rowUnder(dutyLines, "line"), stationId, reading)})`;
