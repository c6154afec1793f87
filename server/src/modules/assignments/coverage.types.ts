import { Field, Float, Int, InterfaceType, ObjectType } from "type-graphql";
import { column, From, one, onlyBy, type Ref } from "#kernel/read";
import { Duty, GridKind } from "#modules/grids";
import { Division, Unit } from "#modules/organisation";
import { bureauCoverage, coverageGroups, gridCoverage, unitCoverage } from "./coverage.rows.ts";

@InterfaceType({
  autoRegisterImplementations: false,
  description: "Seats required against seats filled at a moment 配备率, over open grids within your reach.",
})
export abstract class Coverage {
  @Field(() => Int, { description: "Seats that the standards ask for." })
  @column(gridCoverage.required)
  required!: number;
  @Field(() => Int, { description: "Of those, seats that somebody holds." })
  @column(gridCoverage.filled)
  filled!: number;
  @Field(() => Int, { description: "Of those, seats that nobody holds." }) @column(gridCoverage.vacant) vacant!: number;
  @Field(() => Int, { description: "Holders beyond what the standards ask for." })
  @column(gridCoverage.surplus)
  surplus!: number;
  @Field(() => Float, { nullable: true, description: "filled / required, 0 to 1; null where nothing is required." })
  @column(gridCoverage.rate)
  rate?: number;
  @Field(() => Int, { description: "Whole days that the vacant seats have stood vacant, summed over them." })
  @column(gridCoverage.daysVacant)
  daysVacant!: number;
  @Field(() => Int, { description: "Whole days that the longest vacant of them has." })
  @column(gridCoverage.longestDaysVacant)
  longestDaysVacant!: number;
  @Field(() => Int) @column(gridCoverage.grids) grids!: number;
  @Field(() => Int) @column(gridCoverage.gridsWithVacancy) gridsWithVacancy!: number;
}

@ObjectType({ implements: Coverage, description: "Coverage 配备率 of one grid." })
@From(gridCoverage, { visibleTo: onlyBy("Grid.coverage") })
export class GridCoverage extends Coverage {}

@ObjectType({
  implements: Coverage,
  description: "Coverage 配备率 of the grids of a station, a police room, or for the root unit all.",
})
@From(unitCoverage, { visibleTo: onlyBy("Unit.coverage") })
export class UnitCoverage extends Coverage {}

@ObjectType({ implements: Coverage, description: "Coverage 配备率 of all grids within your reach." })
@From(bureauCoverage, { visibleTo: onlyBy("Bureau.coverage") })
export class BureauCoverage extends Coverage {}

@ObjectType({
  implements: Coverage,
  description:
    "Coverage 配备率 of a group of grids: by what `by` asks, one of station, duty, gridKind and division is set, both of the first for STATION_DUTY, or none for TOTAL; for TOWNSHIP, no division stands for the grids in none.",
})
@From(coverageGroups, { visibleTo: onlyBy("Query.coverage") })
export class CoverageGroup extends Coverage {
  @Field(() => Unit, { nullable: true }) @one(coverageGroups.stationId) station?: Ref<Unit>;
  @Field(() => Duty, { nullable: true }) @column(coverageGroups.duty) duty?: Duty;
  @Field(() => GridKind, { nullable: true }) @column(coverageGroups.gridKind) gridKind?: GridKind;
  @Field(() => Division, { nullable: true, description: "The township 乡镇、街道." })
  @one(coverageGroups.divisionId)
  division?: Ref<Division>;
  @Field(() => Int, {
    description: "Grids where somebody who holds a seat is away and nobody answers in their place 离岗无人替班.",
  })
  @column(coverageGroups.gridsDeserted)
  gridsDeserted!: number;
}
