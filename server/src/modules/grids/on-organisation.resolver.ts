import { Arg, FieldResolver, Resolver } from "type-graphql";
import { everything, many, type Reading, type RowOf } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Division, Unit } from "#modules/organisation";
import { gridRows, isOpen } from "./grid.rows.ts";
import { Grid } from "./grid.types.ts";

const openOnly = (grid: RowOf<typeof gridRows>, reading: Reading) =>
  reading.choice("includeClosed") === true ? everything : isOpen(grid, reading.at);

@Resolver(() => Unit)
export class OnUnit {
  @FieldResolver(() => [Grid], {
    description: "Grids that are of this station and open at `at`, by code; other units have none.",
  })
  @many(gridRows, { about: 250, inAll: 2_500, child: gridRows.stationId, where: openOnly, order: (grid) => grid.code })
  grids(
    @Arg("at", () => DateTime, { nullable: true }) _at?: Date,
    @Arg("includeClosed", () => Boolean, { defaultValue: false }) _includeClosed?: boolean,
  ): never {
    throw new Error("read by its source");
  }
}

@Resolver(() => Division)
export class OnDivision {
  @FieldResolver(() => [Grid], { description: "Grids of this village or community open at `at`, by code." })
  @many(gridRows, { about: 20, inAll: 2_500, child: gridRows.divisionId, where: openOnly, order: (grid) => grid.code })
  grids(
    @Arg("at", () => DateTime, { nullable: true }) _at?: Date,
    @Arg("includeClosed", () => Boolean, { defaultValue: false }) _includeClosed?: boolean,
  ): never {
    throw new Error("read by its source");
  }
}
