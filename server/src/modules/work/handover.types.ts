import { handoverItems, handovers } from "@maple-bridge/drizzle/tables";
import { Field, ID, ObjectType } from "type-graphql";
import {
  column,
  connectionOf,
  From,
  many,
  Node,
  one,
  onlyBy,
  type Reading,
  type Ref,
  type RowOf,
  sql,
  sqlOf,
} from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Member } from "#modules/members";
import { Unit } from "#modules/organisation";
import { actionsOfHandover, isHandoverInSight } from "./handover.rows.ts";
import { WorkItem } from "./work-item.types.ts";
import { HandoverItemOutcome, HandoverOutcome } from "./work.enums.ts";

type Line = RowOf<typeof handoverItems>;

const ofItem = (name: "number" | "title") => (line: Line, reading: Reading) =>
  sql`(
  select ${name === "number" ? sql`i.number` : sql`i.title`} from work_items i where i.bureau_id = ${reading.bureau} and i.id = ${line.itemId})`;

@ObjectType({ description: "An item of work in a handover, and what became of it there." })
@From(handoverItems, { visibleTo: onlyBy("Handover.items", "WorkEvent.handedOver") })
export class HandoverItem {
  @Field(() => ID) @column(handoverItems.id) id!: string;
  @Field(() => Handover) @one(handoverItems.handoverId) handover!: Ref<Handover>;
  @Field(() => String) @sqlOf(handoverItems, ofItem("number")) number!: string;
  @Field(() => String) @sqlOf(handoverItems, ofItem("title")) title!: string;
  @Field(() => WorkItem, { nullable: true, description: "Null when out of your sight." })
  @one(handoverItems.itemId)
  item?: Ref<WorkItem>;
  @Field(() => HandoverItemOutcome, { nullable: true, description: "Null until the handover has ended." })
  @column(handoverItems.outcome)
  outcome?: HandoverItemOutcome;
}

@ObjectType({
  implements: Node,
  description:
    "Open work that one member of a station hands over to another 交接. The giver signs by beginning it, the taker by confirming; until then nothing moves. It is in sight of both and of who sees the station.",
})
@From(handovers, { visibleTo: isHandoverInSight })
export class Handover {
  @Field(() => ID) @column(handovers.id) id!: string;
  @Field(() => Unit, { nullable: true }) @one(handovers.stationId) station?: Ref<Unit>;
  @Field(() => Member, { nullable: true, description: "Null when out of your sight." })
  @one(handovers.giverId)
  giver?: Ref<Member>;
  @Field(() => Member, { nullable: true, description: "Null when out of your sight." })
  @one(handovers.takerId)
  taker?: Ref<Member>;
  @Field(() => String, { nullable: true }) @column(handovers.reason) reason?: string;
  @Field(() => DateTime) @column(handovers.begunAt) begunAt!: string;
  @Field(() => String, { description: "Whose account has begun it." }) @column(handovers.beginner) beginner!: string;
  @Field(() => Boolean, { description: "Else who commands has begun it, for one who has left or is away." })
  @column(handovers.isSignedByGiver)
  isSignedByGiver!: boolean;
  @Field(() => HandoverOutcome, { nullable: true, description: "Null while it waits for the taker." })
  @column(handovers.outcome)
  outcome?: HandoverOutcome;
  @Field(() => DateTime, { nullable: true }) @column(handovers.endedAt) endedAt?: string;
  @Field(() => String, { nullable: true, description: "Why it was declined or withdrawn." })
  @column(handovers.endReason)
  endReason?: string;
  @Field(() => [HandoverItem])
  @many(handoverItems, {
    about: 20,
    inAll: 100_000,
    child: handoverItems.handoverId,
    order: (line) => sql`${line.itemId}`,
  })
  items!: HandoverItem[];
  @Field(() => [String], { description: "What you may do with it now; each succeeds." })
  @sqlOf(handovers, actionsOfHandover)
  viewerMay!: string[];
}

export const HandoverConnection = connectionOf("Handover", () => Handover);
