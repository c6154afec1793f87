import { Field, ID, InputType } from "type-graphql";
import {
  everything,
  extension,
  type Fragment,
  inReach,
  join,
  type OrderTerm,
  type PageOrder,
  type Reading,
  type RowOf,
  searched,
  sql,
} from "#kernel/read";
import { Complexity, Duty, GridKind } from "./grid.enums.ts";
import { type gridRows, isOpen } from "./grid.rows.ts";
import { subtreeOf } from "#modules/organisation";

@InputType({ description: "Every condition given must hold, at the field's `at`." })
export class GridFilter {
  @Field(() => String, { nullable: true, description: "Part of the name, the code, or the name's pinyin initials." })
  search?: string;
  @Field(() => ID, { nullable: true, description: "Grids of this station." }) stationId?: string;
  @Field(() => [ID], { nullable: true, description: "Grids of one of these stations." }) stationIds?: string[];
  @Field(() => ID, { nullable: true, description: "Grids of stations and police rooms at or below this unit." })
  unitId?: string;
  @Field(() => GridKind, { nullable: true }) kind?: GridKind;
  @Field(() => Complexity, { nullable: true }) complexity?: Complexity;
  @Field(() => Boolean, { nullable: true, description: "true: open grids only; false: those not open." })
  open?: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether a seat (of `duty`, when given) that the standard asks for is vacant.",
  })
  hasVacancy?: boolean;
  @Field(() => ID, { nullable: true, description: "Grids where this member holds a seat (of `duty`, when given)." })
  holderId?: string;
  @Field(() => Duty, {
    nullable: true,
    description: "Narrows `hasVacancy` and `holderId`; alone, grids where somebody holds it.",
  })
  duty?: Duty;
}

type GridRow = RowOf<typeof gridRows>;

/** What later modules know to filter and to order grids by. */
export const gridConditions = extension<[grid: GridRow, reading: Reading], Fragment[]>();
export const gridOrders = extension<[grid: GridRow, reading: Reading], OrderTerm[]>();

export function matchesFilter(grid: GridRow, reading: Reading): Fragment {
  const conditions = [
    searched(reading, "filter.search", { texts: [grid.name, grid.code], initials: grid.nameInitials }),
    placed(grid, reading),
    described(grid, reading),
    gridConditions.all(grid, reading).flat(),
  ].flat();
  return conditions.length > 0 ? join(conditions, " and ") : everything;
}

function placed(grid: GridRow, reading: Reading): Fragment[] {
  const station = reading.arg("filter.stationId", "uuid");
  const stations = reading.arg("filter.stationIds", "uuid[]");
  const unit = reading.arg("filter.unitId", "uuid");
  return [
    ...(station ? [sql`${grid.stationId} = ${station}`] : []),
    ...(stations ? [sql`${grid.stationId} = any(${stations})`] : []),
    ...(unit
      ? [
          sql`(${grid.stationId} in (${subtreeOf(unit, reading)}) or ${grid.policeRoomId} in (${subtreeOf(unit, reading)}))`,
        ]
      : []),
  ];
}

function described(grid: GridRow, reading: Reading): Fragment[] {
  const kind = reading.arg("filter.kind", "text");
  const complexity = reading.arg("filter.complexity", "text");
  const open = reading.choice("filter.open");
  const isOpenThen = isOpen(grid, reading.at);
  return [
    ...(kind ? [sql`${grid.kind} = ${kind}`] : []),
    ...(complexity ? [sql`${grid.complexity} = ${complexity}`] : []),
    ...(open === true ? [sql`(${isOpenThen})`] : []),
    ...(open === false ? [sql`not (${isOpenThen})`] : []),
  ];
}

export function gridOrder(grid: GridRow, reading: Reading): PageOrder {
  const descending = reading.choice("direction") === "DESC";
  const code = { by: grid.code, type: "text" };
  switch (reading.choice("orderBy")) {
    case "NAME":
      return { terms: [{ by: sql`${grid.name} collate "zh-x-icu"`, type: "text" }, code], descending };
    case "STATION":
      return {
        terms: [
          {
            by: sql`(${stationNames(reading)} ->> ${grid.stationId}::text) collate "zh-x-icu"`,
            type: "text",
          },
          code,
        ],
        descending,
      };
    case "HOUSEHOLDS":
      return { terms: [{ by: sql`coalesce(${grid.households}, -1)`, type: "int" }, code], descending };
    case "POPULATION":
      return { terms: [{ by: sql`coalesce(${grid.population}, -1)`, type: "int" }, code], descending };
    case "CODE":
      return { terms: [code], descending };
    default:
      return { terms: [...gridOrders.all(grid, reading).flat(), code], descending };
  }
}

/** In one map, made once, and not looked up for each of the bureau's grids. */
const stationNames = (reading: Reading) => sql`(
  select jsonb_object_agg(u.id, u.name) from units u where u.bureau_id = ${reading.bureau} and u.kind = 'STATION' and ${inReach(reading, sql`u.id`)})`;
