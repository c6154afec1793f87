import { units } from "@maple-bridge/drizzle/tables";
import { type Changes, withoutInitials } from "#kernel/changes";
import { insertNow, type Transaction, update } from "#kernel/command";
import type { FieldFault } from "#kernel/errors";
import { lockSeen } from "#kernel/read";
import { initialsOf } from "#kernel/pinyin";
import { Unit } from "./unit.types.ts";
import type { UnitKind } from "./unit-kind.ts";
import { type Named, named } from "./named.ts";
import type { Namesakes } from "./unit.rules.ts";

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

const columns = [
  "id",
  "parentId",
  "kind",
  "name",
  "code",
  "template",
  "level",
  "position",
  "openedOn",
  "closedOn",
  "version",
] as const satisfies (keyof UnitRow)[];

/** The unit, locked, when it is within the actor's reach; other modules lock with it the unit they hang a row on. */
export const lockUnit = (tx: Transaction, id: string, path: FieldFault["path"], holding = {}) =>
  lockSeen<UnitRow>(tx, Unit, id, columns, path, holding);

/** The bureau's own unit; locked, it keeps the tree's shape still. */
export async function lockRoot(tx: Transaction): Promise<UnitRow> {
  const [root] = await tx.sql<UnitRow[]>`
    select ${tx.sql(columns)} from units where bureau_id = ${tx.bureauId} and kind = 'BUREAU' for no key update`;
  return root!;
}

export async function findNamesakes(
  tx: Transaction,
  { id, parentId, name, code }: Pick<NewUnit, "id" | "parentId" | "name" | "code">,
): Promise<Namesakes> {
  const found = await tx.sql<UnitRow[]>`
    select ${tx.sql(columns)} from units
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

export const insertUnits = (tx: Transaction, added: readonly NewUnit[]) =>
  insertNow(
    tx,
    units,
    added.map((unit) => ({ ...unit, nameInitials: initialsOf(unit.name) })),
  );

/** What differs; undefined where nothing does. */
export async function writeUnit(
  tx: Transaction,
  id: string,
  next: Partial<NewUnit>,
): Promise<Changes<object> | undefined> {
  const nameInitials = next.name === undefined ? undefined : initialsOf(next.name);
  const [change] = await update(tx, units, id, { ...next, nameInitials });
  return change && withoutInitials(change);
}

/** The unit and all above it, nearest first. */
export async function ancestorsOf(tx: Transaction, id: string): Promise<UnitRow[]> {
  return tx.sql<UnitRow[]>`
    with recursive above as (
      select u.*, 0 as distance from units u where u.bureau_id = ${tx.bureauId} and u.id = ${id}
      union all
      select u.*, above.distance + 1 from units u join above on u.bureau_id = above.bureau_id and u.id = above.parent_id
    )
    select ${tx.sql(columns)} from above order by distance`;
}

export async function openUnitsBelow({ sql, bureauId }: Transaction, unitId: string, day: string): Promise<Named> {
  return named(
    await sql<{ name: string }[]>`
      select name from units where bureau_id = ${bureauId} and parent_id = ${unitId}
        and (closed_on is null or closed_on > ${day}) order by position, id`,
  );
}
