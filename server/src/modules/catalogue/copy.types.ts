import { dutyCatalogueCopies } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, From, inReach, Node, one, type Ref } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { history, HistoryEntry } from "#modules/audit";
import { Unit } from "#modules/organisation";

@ObjectType({
  implements: Node,
  description: "A station was given the catalogue of another one, which is its model 样板 until the next copying.",
})
@From(dutyCatalogueCopies, { visibleTo: ({ stationId }, reading) => inReach(reading, stationId) })
export class DutyCatalogueCopy {
  @Field(() => ID) @column(dutyCatalogueCopies.id) id!: string;
  @Field(() => Unit, { description: "Which was given it." }) @one(dutyCatalogueCopies.stationId) station!: Ref<Unit>;
  @Field(() => Unit, { nullable: true, description: "Null for a station out of your sight." })
  @one(dutyCatalogueCopies.modelId)
  model?: Ref<Unit>;
  @Field(() => DateTime) @column(dutyCatalogueCopies.copiedAt) copiedAt!: string;
  @Field(() => Int, { description: "Lines that the station got, or that were otherwise before." })
  @column(dutyCatalogueCopies.linesSet)
  linesSet!: number;
  @Field(() => Int, { description: "Lines of the station's own that ended, because the model has none there." })
  @column(dutyCatalogueCopies.linesEnded)
  linesEnded!: number;
  @Field(() => [HistoryEntry]) @history() history!: HistoryEntry[];
}
