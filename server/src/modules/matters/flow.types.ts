import { Field, Float, Int, ObjectType } from "type-graphql";
import { column, From, onlyBy } from "#kernel/read";
import { matterFlow } from "./flow.rows.ts";
import { MatterKind } from "./matter.enums.ts";

@ObjectType({
  description:
    "Matters of one kind that were found and settled in a period. What was found in one and settled in a later one is found in the first and settled in the second, so that two rates are told apart by name.",
})
@From(matterFlow, { visibleTo: onlyBy("Query.matterFlow") })
export class MatterFlow {
  @Field(() => MatterKind) @column(matterFlow.kind) kind!: MatterKind;
  @Field(() => Int, { description: "排查: registered in the period, but for those merged into others." })
  @column(matterFlow.found)
  found!: number;
  @Field(() => Int, { description: "Of those found in the period, settled by now, whenever." })
  @column(matterFlow.settledOfFound)
  settledOfFound!: number;
  @Field(() => Int, { description: "化解: settled in the period, whenever found." })
  @column(matterFlow.settled)
  settled!: number;
  @Field(() => Float, {
    nullable: true,
    description: "settledOfFound / found, 0 to 1: how far those of the period have come. Null where none was found.",
  })
  @column(matterFlow.cohortRate)
  cohortRate?: number;
  @Field(() => Float, {
    nullable: true,
    description:
      "settled / found: what the period has settled against what it has found, above 1 where it has settled more. Null where none was found.",
  })
  @column(matterFlow.periodRate)
  periodRate?: number;
}
