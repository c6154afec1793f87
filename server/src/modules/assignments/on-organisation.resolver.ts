import { bureaus, units } from "@maple-bridge/drizzle/tables";
import { Arg, FieldResolver, Resolver } from "type-graphql";
import { one } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Bureau, Unit } from "#modules/organisation";
import { bureauCoverage, unitCoverage } from "./coverage.rows.ts";
import { BureauCoverage, UnitCoverage } from "./coverage.types.ts";

@Resolver(() => Unit)
export class OnUnit {
  @FieldResolver(() => UnitCoverage, {
    nullable: true,
    description: "Null for units other than stations, police rooms and the root.",
  })
  @one(units.id, unitCoverage.unitId)
  coverage(
    @Arg("at", () => DateTime, { nullable: true, description: "The moment asked above, else now, when absent." })
    _at?: Date,
  ): never {
    throw new Error("read by its source");
  }
}

@Resolver(() => Bureau)
export class OnBureau {
  @FieldResolver(() => BureauCoverage)
  @one(bureaus.bureauId, bureauCoverage.bureauId)
  coverage(
    @Arg("at", () => DateTime, { nullable: true, description: "The moment asked above, else now, when absent." })
    _at?: Date,
  ): never {
    throw new Error("read by its source");
  }
}
