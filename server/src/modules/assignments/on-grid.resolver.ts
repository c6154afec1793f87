import { assignments } from "@maple-bridge/drizzle/tables";
import { Arg, FieldResolver, Resolver } from "type-graphql";
import { everything, many, one, sql } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Duty, Grid, gridRows } from "#modules/grids";
import { inForceWhenAsked } from "./assignment-filter.types.ts";
import { Assignment } from "./assignment.types.ts";
import { gridCoverage } from "./coverage.rows.ts";
import { GridCoverage } from "./coverage.types.ts";
import { seats } from "./seat.rows.ts";
import { Seat } from "./seat.types.ts";

@Resolver(() => Grid)
export class OnGrid {
  @FieldResolver(() => [Seat], { description: "By duty and ordinal; none while the grid is not open." })
  @many(seats, {
    about: 8,
    inAll: 8_000,
    child: seats.gridId,
    parent: gridRows.id,
    where: (seat, reading) =>
      reading.arg("duty", "text") ? sql`${seat.duty} = ${reading.arg("duty", "text")!}` : everything,
    order: (seat) => sql`${seat.position}, ${seat.ordinal}`,
  })
  seats(
    @Arg("at", () => DateTime, { nullable: true, description: "The moment asked above, else now, when absent." })
    _at?: Date,
    @Arg("duty", () => Duty, { nullable: true }) _duty?: Duty,
  ): never {
    throw new Error("read by its source");
  }

  @FieldResolver(() => GridCoverage, { nullable: true, description: "Null while the grid is not open." })
  @one(gridRows.id, gridCoverage.gridId)
  coverage(
    @Arg("at", () => DateTime, { nullable: true, description: "The moment asked above, else now, when absent." })
    _at?: Date,
  ): never {
    throw new Error("read by its source");
  }

  @FieldResolver(() => [Assignment], {
    description: "Who held, holds and will hold its seats, newest first; with `at`, those in force then.",
  })
  @many(assignments, {
    about: 20,
    inAll: 30_000,
    child: assignments.gridId,
    where: inForceWhenAsked,
    order: (assignment) => sql`${assignment.startsAt} desc, ${assignment.id} desc`,
  })
  assignments(@Arg("at", () => DateTime, { nullable: true }) _at?: Date): never {
    throw new Error("read by its source");
  }
}
