import { Field, ObjectType } from "type-graphql";
import { column, From, one, inReach, type Ref } from "#kernel/read";
import { DutyDifferenceKind } from "./catalogue.enums.ts";
import { dutyDifferences } from "./difference.rows.ts";
import { DutyLine } from "./duty-line.types.ts";

@ObjectType({
  description:
    "Where the lines of a station and those of its model differ, the bureau's among them. Their places in the list do not count.",
})
@From(dutyDifferences, { visibleTo: ({ stationId }, reading) => inReach(reading, stationId) })
export class DutyDifference {
  @Field(() => DutyDifferenceKind) @column(dutyDifferences.kind) kind!: DutyDifferenceKind;
  @Field(() => String, { description: "As `DutyLine.owner`." }) @column(dutyDifferences.owner) owner!: string;
  @Field(() => String) @column(dutyDifferences.code) code!: string;
  @Field(() => DutyLine, { nullable: true, description: "As the model has it; null where it is ADDED." })
  @one(dutyDifferences.modelLineId)
  model?: Ref<DutyLine>;
  @Field(() => DutyLine, { nullable: true, description: "As the station has it; null where it is MISSING." })
  @one(dutyDifferences.ownLineId)
  own?: Ref<DutyLine>;
}
