import { units } from "@maple-bridge/drizzle/tables";
import {
  everything,
  type Fragment,
  inReach,
  join,
  literal,
  type Reading,
  type RowOf,
  rowUnder,
  sql,
  today,
} from "#kernel/read";
import { UnitKind } from "./unit-kind.ts";
import { childKinds } from "./unit.rules.ts";

type UnitFields = RowOf<typeof units>;

/** Who sees a unit: who reaches it. */
export const isInSight = ({ id }: { id: Fragment }, reading: Reading): Fragment => inReach(reading, id);

/** Siblings as the bureau has put them. */
export const inPlace = (unit: UnitFields) => sql`${unit.position}, ${unit.name} collate "zh-x-icu", ${unit.id}`;

export const isUnitOpen = (unit: UnitFields, reading: Reading) =>
  sql`((${unit.openedOn} is null or ${unit.openedOn} <= ${today(reading)}) and (${unit.closedOn} is null or ${unit.closedOn} > ${today(reading)}))`;

/** The kinds that may stand right below it. */
export const kindsBelow = (unit: UnitFields) => {
  const arrayOf = (kinds: readonly string[]) => sql`array[${join(kinds.map(literal), ", ")}]::text[]`;
  const kinds = Object.values(UnitKind);
  return sql`case ${unit.kind} ${join(
    kinds.map((kind) => sql`when ${literal(kind)} then ${arrayOf(childKinds(kind))}`),
    " ",
  )} end`;
};

/** The ids of the units in reach below this one, near ones first, for which `where` holds. */
export function unitsBelow(
  unitId: Fragment,
  reading: Reading,
  where: (below: UnitFields) => Fragment = () => everything,
): Fragment {
  // Without the offset they would be hashed: all of the bureau's for the children of one.
  const rightBelow = (id: Fragment) => sql`
    select u.* from units u where u.bureau_id = ${reading.bureau} and u.parent_id = ${id} and ${inReach(reading, sql`u.id`)} offset 0`;
  return sql`
    with recursive below as (
      (${rightBelow(unitId)})
      union all
      select u.* from below b cross join lateral (${rightBelow(sql`b.id`)}) u
    ) select b.id from below b where ${where(rowUnder(units, "b"))}`;
}

/** The ids of the unit and of all below it. */
export const subtreeOf = (unit: Fragment | NonNullable<ReturnType<Reading["arg"]>>, reading: Reading): Fragment => sql`
  with recursive below as (
    select ${unit} as id
    union all
    select u.id from units u join below on u.bureau_id = ${reading.bureau} and u.parent_id = below.id
  ) select id from below`;
