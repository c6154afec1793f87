import type { Transaction } from "#kernel/command";
import { allRoles, reaches } from "#kernel/actor";
import { dayOf } from "#kernel/day";
import { type FieldFault, NotFound } from "#kernel/errors";
import { isId } from "#kernel/ids";
import { initialsOf } from "#kernel/pinyin";
import type { UnitKind } from "./unit-kind.ts";
import { named } from "./named.ts";
import type { Namesakes, Occupants } from "./unit.rules.ts";

export interface UnitRow {
  id: string;
  parentId: string | null;
  kind: UnitKind;
  name: string;
  code: string | null;
  template: string | null;
  level: number;
  position: number;
  openedOn: string | null;
  closedOn: string | null;
  version: number;
}
export type NewUnit = Omit<UnitRow, "version">;

const columnsOf = ({ sql }: Transaction, of = "units") =>
  sql`${sql(of)}.id, ${sql(of)}.parent_id, ${sql(of)}.kind, ${sql(of)}.name, ${sql(of)}.code, ${sql(of)}.template, ${sql(of)}.level,
    ${sql(of)}.position, ${sql(of)}.opened_on, ${sql(of)}.closed_on, ${sql(of)}.version`;

/** The unit, locked, when it is within the actor's reach; other modules lock with it the unit they hang a row on. */
export async function lockUnit(tx: Transaction, id: string, path: FieldFault["path"]): Promise<UnitRow> {
  const [unit] = isId(id)
    ? await tx.sql<UnitRow[]>`
        select ${columnsOf(tx)} from units where bureau_id = ${tx.bureauId} and id = ${id} for no key update`
    : [];
  if (!unit || !reaches(tx.actor, unit.id, allRoles)) throw new NotFound([{ path, code: "NOT_FOUND" }]);
  return unit;
}

/** The bureau's own unit; locked, it keeps the tree's shape still. */
export async function lockRoot(tx: Transaction): Promise<UnitRow> {
  const [root] = await tx.sql<UnitRow[]>`
    select ${columnsOf(tx)} from units where bureau_id = ${tx.bureauId} and kind = 'BUREAU' for no key update`;
  return root!;
}

export async function findNamesakes(
  tx: Transaction,
  { id, parentId, name, code }: Pick<NewUnit, "id" | "parentId" | "name" | "code">,
): Promise<Namesakes> {
  const found = await tx.sql<UnitRow[]>`
    select ${columnsOf(tx)} from units
    where bureau_id = ${tx.bureauId} and id <> ${id} and ((parent_id = ${parentId} and name = ${name}) or code = ${code})`;
  return {
    namesake: found.find((unit) => unit.parentId === parentId && unit.name === name),
    codesake: found.find((unit) => code !== null && unit.code === code),
  };
}

export async function nextPosition(tx: Transaction, parentId: string): Promise<number> {
  const [row] = await tx.sql<{ next: number }[]>`
    select coalesce(max(position) + 1, 0) as next from units where bureau_id = ${tx.bureauId} and parent_id = ${parentId}`;
  return row!.next;
}

export async function insertUnits(tx: Transaction, units: readonly NewUnit[]) {
  const rows = units.map((unit) => ({ bureauId: tx.bureauId, ...unit, nameInitials: initialsOf(unit.name) }));
  await tx.sql`insert into units ${tx.sql(rows)}`;
}

export async function writeUnit(tx: Transaction, id: string, next: Partial<NewUnit>) {
  const row = next.name === undefined ? next : { ...next, nameInitials: initialsOf(next.name) };
  await tx.sql`update units set ${tx.sql(row)}, version = version + 1 where bureau_id = ${tx.bureauId} and id = ${id}`;
}

/** The unit and all above it, nearest first. */
export async function ancestorsOf(tx: Transaction, id: string): Promise<UnitRow[]> {
  return tx.sql<UnitRow[]>`
    with recursive above as (
      select u.*, 0 as distance from units u where u.bureau_id = ${tx.bureauId} and u.id = ${id}
      union all
      select u.*, above.distance + 1 from units u join above on u.bureau_id = above.bureau_id and u.id = above.parent_id
    )
    select ${columnsOf(tx, "above")} from above order by distance`;
}

/** Open grids that are or will be of the police rooms in a part of the tree, of a station that is none of these units. */
export async function gridsOutside(tx: Transaction, unitId: string, stationIds: readonly string[]): Promise<string[]> {
  const rows = await tx.sql<{ name: string }[]>`
    with recursive below as (
      select ${unitId}::uuid as id
      union all
      select u.id from units u join below on u.parent_id = below.id where u.bureau_id = ${tx.bureauId}
    )
    select f.name from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id join below on below.id = f.police_room_id
    where g.bureau_id = ${tx.bureauId} and g.closed_on is null and f.station_id <> all(${[...stationIds]}::uuid[])
      and (f.ends_on is null or f.ends_on > ${dayOf(tx.now)})
    order by g.code, f.starts_on limit 5`;
  return rows.map((row) => row.name);
}

export async function occupantsOn(tx: Transaction, unitId: string, day: string): Promise<Occupants> {
  const { sql, bureauId } = tx;
  const [units, grids, members] = await Promise.all([
    sql<{ name: string }[]>`
      select name from units where bureau_id = ${bureauId} and parent_id = ${unitId}
        and (closed_on is null or closed_on > ${day}) order by position, id`,
    sql<{ name: string }[]>`
      select f.name from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id
      where g.bureau_id = ${bureauId} and (f.station_id = ${unitId} or f.police_room_id = ${unitId})
        and (f.ends_on is null or f.ends_on > ${day}) and (g.closed_on is null or g.closed_on > greatest(${day}::date, f.starts_on))
      order by g.code, f.starts_on`,
    sql<{ name: string }[]>`
      select m.name from members m join member_units u on u.bureau_id = m.bureau_id and u.member_id = m.id
      where m.bureau_id = ${bureauId} and u.unit_id = ${unitId}
        and (u.ends_on is null or u.ends_on > ${day}) and (m.left_on is null or m.left_on > greatest(${day}::date, u.starts_on))
      order by m.badge, u.starts_on`,
  ]);
  return { units: named(units), grids: named(grids), members: named(members) };
}
