import { recheckQuotas } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, From, inReach, Node, one, type Ref, sql } from "#kernel/read";
import { history, HistoryEntry } from "#modules/audit";
import { Unit } from "#modules/organisation";

@ObjectType({
  implements: Node,
  description: "How many pieces of closed work are drawn in a month, of a station or as a rule of the bureau.",
})
@From(recheckQuotas, {
  visibleTo: ({ stationId }, reading) => sql`(${stationId} is null or ${inReach(reading, stationId)})`,
})
export class RecheckQuota {
  @Field(() => ID) @column(recheckQuotas.id) id!: string;
  @Field(() => Unit, { nullable: true, description: "Null for the bureau's." })
  @one(recheckQuotas.stationId)
  station?: Ref<Unit>;
  @Field(() => Int, { nullable: true, description: "0 to 50; of a station null for as the bureau has it." })
  @column(recheckQuotas.perMonth)
  perMonth?: number;
  @Field(() => Int) @column(recheckQuotas.version) version!: number;
  @Field(() => [HistoryEntry]) @history() history!: HistoryEntry[];
}
