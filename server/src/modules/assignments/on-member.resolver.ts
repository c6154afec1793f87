import { assignments } from "@maple-bridge/drizzle/tables";
import { Arg, FieldResolver, ID, Resolver } from "type-graphql";
import { many, one, sql, sqlOf } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Member, memberRows } from "#modules/members";
import { inForceWhenAsked } from "./assignment-filter.types.ts";
import { Assignment } from "./assignment.types.ts";
import { loads, MemberLoad } from "./load.types.ts";
import { holdsBesideAsked } from "./neighbours.rows.ts";

@Resolver(() => Member)
export class OnMember {
  @FieldResolver(() => [Assignment], {
    description:
      "Seats held before, now and planned, newest first; with `at`, those in force then. Grids out of your sight are left out.",
  })
  @many(assignments, {
    about: 10,
    inAll: 30_000,
    child: assignments.memberId,
    where: inForceWhenAsked,
    order: (assignment) => sql`${assignment.startsAt} desc, ${assignment.id} desc`,
  })
  assignments(@Arg("at", () => DateTime, { nullable: true }) _at?: Date): never {
    throw new Error("read by its source");
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "Whether the member holds a seat at a grid beside this one: of its police room, of its village or community, or, where it has no police room, of its township. Null where no grid is named.",
  })
  @sqlOf(memberRows, ({ id }, reading) => holdsBesideAsked(id, reading))
  holdsBeside(
    @Arg("gridId", () => ID, { nullable: true }) _gridId?: string,
    @Arg("at", () => DateTime, { nullable: true, description: "The moment asked above, else now, when absent." })
    _at?: Date,
  ): never {
    throw new Error("read by its source");
  }

  @FieldResolver(() => MemberLoad)
  @one(memberRows.id, loads.memberId)
  load(
    @Arg("at", () => DateTime, { nullable: true, description: "The moment asked above, else now, when absent." })
    _at?: Date,
  ): never {
    throw new Error("read by its source");
  }
}
