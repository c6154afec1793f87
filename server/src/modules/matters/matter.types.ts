import { matters, sealedContacts, workItems } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, connectionOf, From, many, Node, one, type Ref, sql, sqlOf, viewerMay } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { history, HistoryEntry } from "#modules/audit";
import { Grid } from "#modules/grids";
import { Member } from "#modules/members";
import { Unit } from "#modules/organisation";
import { Urgency, WorkItem } from "#modules/work";
import { MatterCategory } from "./matter-category.types.ts";
import { MatterKind, MatterSource, MatterState, MediationMethod } from "./matter.enums.ts";
import { isMatterInSight } from "./matter-sight.rows.ts";
import { mayHandleMatters, mayRegisterMatters } from "./matter.policy.ts";
import { isOpen, maySettle, stateOf } from "./matter.rows.ts";
import { SealedContact } from "./sealed-contact.types.ts";

@ObjectType({
  implements: Node,
  description:
    "What happened 事项. You see those of stations in your reach, and those of which you answer for some work; a partner sees the order it was given and not the matter. An open matter always has open work: at least the receipt 首接 of whoever has it now.",
})
@From(matters, { visibleTo: isMatterInSight })
export class Matter {
  @Field(() => ID) @column(matters.id) id!: string;
  @Field(() => String, { description: "As in 410481-2026-000123: without a gap within a bureau and a year." })
  @column(matters.number)
  number!: string;
  @Field(() => MatterKind) @column(matters.kind) kind!: MatterKind;
  @Field(() => MatterCategory) @one(matters.categoryId) category!: Ref<MatterCategory>;
  @Field(() => MatterSource) @column(matters.source) source!: MatterSource;
  @Field(() => Urgency) @column(matters.urgency) urgency!: Urgency;
  @Field(() => String) @column(matters.title) title!: string;
  @Field(() => String, { nullable: true }) @column(matters.description) description?: string;
  @Field(() => Grid, { nullable: true }) @one(matters.gridId) grid?: Ref<Grid>;
  @Field(() => Unit, { nullable: true, description: "The station 派出所 that it is a matter of." })
  @one(matters.stationId)
  station?: Ref<Unit>;
  @Field(() => String, { nullable: true }) @column(matters.address) address?: string;
  @Field(() => DateTime) @column(matters.happenedAt) happenedAt!: string;
  @Field(() => DateTime) @column(matters.registeredAt) registeredAt!: string;
  @Field(() => Member, { nullable: true, description: "首接: who received it first." })
  @one(matters.firstReceiverId)
  firstReceiver?: Ref<Member>;
  @Field(() => Member, { nullable: true, description: "首问: who registered it for the first receiver." })
  @one(matters.registrarId)
  registrar?: Ref<Member>;
  @Field(() => MatterState) @sqlOf(matters, stateOf) state!: MatterState;
  @Field(() => String, { nullable: true, description: "What came of it." })
  @column(matters.outcomeNote)
  outcomeNote?: string;
  @Field(() => MediationMethod, { nullable: true, description: "Of a settled dispute: the method, where it was said." })
  @column(matters.method)
  method?: MediationMethod;
  @Field(() => DateTime, { nullable: true }) @column(matters.endedAt) endedAt?: string;
  @Field(() => Matter, { nullable: true }) @one(matters.mergedIntoId) mergedInto?: Ref<Matter>;
  @Field(() => [Matter], { description: "Those that were merged into it, by number." })
  @many(matters, { about: 1, inAll: 100_000, child: matters.mergedIntoId, order: ({ number }) => number })
  mergedFrom!: Matter[];
  @Field(() => [WorkItem], { description: "All work about it, in the order issued." })
  @many(workItems, {
    about: 3,
    inAll: 300_000,
    child: workItems.matterId,
    order: (item) => sql`${item.createdAt}, ${item.id}`,
  })
  items!: WorkItem[];
  @Field(() => [WorkItem], {
    description: "Where its chain 链条 begins: the work that follows from none; `children` lead on.",
  })
  @many(workItems, {
    about: 2,
    inAll: 200_000,
    child: workItems.matterId,
    where: ({ parentId }) => sql`${parentId} is null`,
    order: (item) => sql`${item.createdAt}, ${item.id}`,
  })
  roots!: WorkItem[];
  @Field(() => [SealedContact], { description: "Its parties, by role." })
  @many(sealedContacts, { about: 1, inAll: 100_000, child: sealedContacts.matterId, order: ({ role }) => role })
  contacts!: SealedContact[];
  @Field(() => Int) @column(matters.version) version!: number;
  @Field(() => [HistoryEntry]) @history() history!: HistoryEntry[];
  @Field(() => [String], { description: "What you may do with it now." })
  @viewerMay(matters, ({ stationId }) => stationId, [
    { action: "UPDATE_MATTER", policy: mayHandleMatters, when: isOpen },
    { action: "MOVE_MATTER", policy: mayHandleMatters, when: isOpen },
    { action: "MERGE_MATTERS", policy: mayHandleMatters, when: isOpen },
    { action: "SETTLE_MATTER", policy: mayHandleMatters, when: maySettle },
    { action: "ADD_SEALED_CONTACT", policy: mayRegisterMatters, when: isOpen },
  ])
  viewerMay!: string[];
}

export const MatterConnection = connectionOf("Matter", () => Matter);
