import { Field, ID, InputType, Int } from "type-graphql";
import {
  atLeast,
  atMost,
  equals,
  finds,
  inReach,
  laterConditions,
  laterOrders,
  type OrderTerm,
  ordersOf,
  type Reading,
  type RowOf,
  sql,
  where,
} from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { isInAnyTownship, isInTownship, subtreeOf } from "#modules/organisation";
import { Complexity, Duty, GridKind } from "./grid.enums.ts";
import { gridRows, isOpen } from "./grid.rows.ts";

/** What the assignments' module filters and orders grids by. */
export const gridConditions = laterConditions(gridRows);
export const laterGridOrders = laterOrders(gridRows);

@InputType({ description: "Every condition given must hold, at the field's `at`." })
export class GridFilter {
  @Field(() => String, { nullable: true, description: "Part of the name, the code, or the name's pinyin initials." })
  @where(gridRows, ({ name, code, nameInitials }, { value }) =>
    finds(value, { texts: [name, code], initials: nameInitials }),
  )
  search?: string;
  @Field(() => ID, { nullable: true, description: "Grids of this station." })
  @equals(gridRows, "stationId")
  stationId?: string;
  @Field(() => [ID], { nullable: true, description: "Grids of one of these stations." })
  @equals(gridRows, "stationId")
  stationIds?: string[];
  @Field(() => ID, { nullable: true, description: "Grids of stations and police rooms at or below this unit." })
  @where(
    gridRows,
    ({ stationId, policeRoomId }, { value }, reading) =>
      sql`${stationId} in (${subtreeOf(value, reading)}) or ${policeRoomId} in (${subtreeOf(value, reading)})`,
  )
  unitId?: string;
  @Field(() => String, { nullable: true, description: "Grids in the township 乡镇、街道 of this code." })
  @where(gridRows, ({ divisionId }, { value }, reading) => isInTownship(divisionId, sql`${value}`, reading))
  townshipCode?: string;
  @Field(() => Boolean, { nullable: true, description: "Whether they lie in a township." })
  @where(gridRows, ({ divisionId }, { choice }, reading) =>
    choice === true ? isInAnyTownship(divisionId, reading) : sql`not ${isInAnyTownship(divisionId, reading)}`,
  )
  inTownship?: boolean;
  @Field(() => GridKind, { nullable: true }) @equals(gridRows, "kind") kind?: GridKind;
  @Field(() => Complexity, { nullable: true }) @equals(gridRows, "complexity") complexity?: Complexity;
  @Field(() => Int, { nullable: true, description: "With so many households 户数 or more." })
  @atLeast(gridRows, "households")
  householdsAtLeast?: number;
  @Field(() => Int, {
    nullable: true,
    description: "With so many households 户数 or fewer; those not counted are left out.",
  })
  @atMost(gridRows, "households")
  householdsAtMost?: number;
  @Field(() => Int, { nullable: true, description: "With a population 人口 of so many or more." })
  @atLeast(gridRows, "population")
  populationAtLeast?: number;
  @Field(() => Int, {
    nullable: true,
    description: "With a population 人口 of so many or fewer; those not counted are left out.",
  })
  @atMost(gridRows, "population")
  populationAtMost?: number;
  @Field(() => Int, { nullable: true, description: "With so many vacant seats 空缺 or more." })
  @gridConditions.by("vacantAtLeast")
  vacantAtLeast?: number;
  @Field(() => Int, { nullable: true, description: "With so many vacant seats 空缺 or fewer." })
  @gridConditions.by("vacantAtMost")
  vacantAtMost?: number;
  @Field(() => Boolean, { nullable: true, description: "true: open grids only; false: those not open." })
  @where(gridRows, (grid, { choice }, reading) =>
    choice === true ? isOpen(grid, reading.at) : sql`not (${isOpen(grid, reading.at)})`,
  )
  open?: boolean;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Closed before this day; with `open`, those whose closing is planned.",
  })
  @where(gridRows, ({ closedOn }, { value }) => sql`${closedOn} < ${value}`)
  closedBefore?: string;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether a seat (of `duty`, when given) that the standard asks for is vacant.",
  })
  @gridConditions.by("hasVacancy")
  hasVacancy?: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether somebody who holds a seat there is away and nobody answers in their place 离岗无人替班.",
  })
  @gridConditions.by("deserted")
  deserted?: boolean;
  @Field(() => ID, { nullable: true, description: "Grids where this member holds a seat (of `duty`, when given)." })
  @gridConditions.by("holderId")
  holderId?: string;
  @Field(() => Duty, {
    nullable: true,
    description: "Narrows `hasVacancy` and `holderId`; alone, grids where somebody holds it.",
  })
  @gridConditions.by("duty")
  duty?: Duty;
}

const byCode = ({ code }: RowOf<typeof gridRows>): OrderTerm => ({ by: code, type: "text" });

export const gridOrders = ordersOf(
  gridRows,
  "GridOrder",
  {
    CODE: (grid) => [byCode(grid)],
    NAME: (grid) => [{ by: sql`${grid.name} collate "zh-x-icu"`, type: "text" }, byCode(grid)],
    STATION: (grid, reading) => [
      { by: sql`coalesce(${stationNames(reading)} ->> ${grid.stationId}::text, '') collate "zh-x-icu"`, type: "text" },
      byCode(grid),
    ],
    HOUSEHOLDS: (grid) => [{ by: sql`coalesce(${grid.households}, -1)`, type: "int" }, byCode(grid)],
    POPULATION: (grid) => [{ by: sql`coalesce(${grid.population}, -1)`, type: "int" }, byCode(grid)],
    GAPS_FIRST: (grid, reading) => [...laterGridOrders.by("GAPS_FIRST")(grid, reading), byCode(grid)],
    VACANT: (grid, reading) => [...laterGridOrders.by("VACANT")(grid, reading), byCode(grid)],
  },
  {
    description:
      "Orders of grids. NAME and STATION go by pinyin; VACANT by vacant seats, GAPS_FIRST with the most of them first; grids not counted come first by HOUSEHOLDS and POPULATION.",
  },
);

/** In one map, made once, and not looked up for each of the bureau's grids. */
const stationNames = (reading: Reading) => sql`(
  select jsonb_object_agg(u.id, u.name) from units u where u.bureau_id = ${reading.bureau} and u.kind = 'STATION' and ${inReach(reading, sql`u.id`)})`;
