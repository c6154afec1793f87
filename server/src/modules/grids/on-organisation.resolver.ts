import { grids } from "@maple-bridge/drizzle/tables";
import { Arg, FieldResolver, Resolver } from "type-graphql";
import { everything, many, type Reading, type RowOf } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Division, Unit } from "#modules/organisation";
import { Grid } from "./grid.types.ts";
import { isOpen, momentOf } from "./posts.rows.ts";

const openOnly = (grid: RowOf<typeof grids>, reading: Reading) =>
  reading.choice("includeClosed") === true ? everything : isOpen(grid, momentOf(reading));

@Resolver(() => Unit)
export class OnUnit {
  @FieldResolver(() => [Grid], { description: "Grids of this station open at `at`, by code; other units have none." })
  @many(grids, { about: 250, inAll: 2_500, child: grids.stationId, where: openOnly, order: (grid) => grid.code })
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
  @many(grids, { about: 20, inAll: 2_500, child: grids.divisionId, where: openOnly, order: (grid) => grid.code })
  grids(
    @Arg("at", () => DateTime, { nullable: true }) _at?: Date,
    @Arg("includeClosed", () => Boolean, { defaultValue: false }) _includeClosed?: boolean,
  ): never {
    throw new Error("read by its source");
  }
}
