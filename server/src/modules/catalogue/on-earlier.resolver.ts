import { dutyCatalogueCopies } from "@maple-bridge/drizzle/tables";
import { Arg, FieldResolver, Resolver } from "type-graphql";
import { many, sql } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Member, memberRows } from "#modules/members";
import { Unit } from "#modules/organisation";
import { carriedLines } from "./carried.rows.ts";
import { CarriedDuty } from "./carried-duty.types.ts";
import { DutyCatalogueCopy } from "./copy.types.ts";

@Resolver(() => Unit)
export class CatalogueOnUnit {
  @FieldResolver(() => [DutyCatalogueCopy], {
    description: "When the station was given a model's duty catalogue, newest first.",
  })
  @many(dutyCatalogueCopies, {
    about: 5,
    inAll: 500,
    child: dutyCatalogueCopies.stationId,
    order: ({ copiedAt, id }) => sql`${copiedAt} desc, ${id} desc`,
  })
  dutyCatalogueCopies(): never {
    throw new Error("read by its source");
  }
}

@Resolver(() => Member)
export class CatalogueOnMember {
  @FieldResolver(() => [CarriedDuty], {
    description:
      "The duty lines of the seats held in [from, to), as they stood then; without `to`, at the moment `from`. Each once for a seat.",
  })
  @many(carriedLines, {
    about: 30,
    child: carriedLines.memberId,
    parent: memberRows.id,
    perRow: true,
    order: ({ assignmentId, lineId }) => sql`${assignmentId}, ${lineId}`,
  })
  carriedDuties(
    @Arg("from", () => DateTime, { nullable: true, description: "The moment asked above, else now, when absent." })
    _from?: Date,
    @Arg("to", () => DateTime, { nullable: true }) _to?: Date,
  ): never {
    throw new Error("read by its source");
  }
}
