import { listSchemes } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, From, inReach, many, Node, one, onlyBy, query, type Ref, sql, sqlOf, viewerMay } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { history, HistoryEntry } from "#modules/audit";
import { Unit } from "#modules/organisation";
import { ListSource } from "./lists.enums.ts";
import { mayManageListSchemes } from "./lists.policy.ts";

const listsOfSchemes = query(
  "scheme_lists",
  { schemeId: "not null", position: "not null", title: "not null", source: "not null" },
  (reading) => sql`
  select s.id as scheme_id, each.position::int as position, each.title, each.source from list_schemes s
  cross join lateral unnest(s.titles, s.sources) with ordinality each (title, source, position) where s.bureau_id = ${reading.bureau}`,
);

@ObjectType({ description: "One of the three lists." })
@From(listsOfSchemes, { visibleTo: onlyBy("ListScheme.lists") })
export class SchemeList {
  @Field(() => Int, { description: "1 to 3." }) @column(listsOfSchemes.position) position!: number;
  @Field(() => String) @column(listsOfSchemes.title) title!: string;
  @Field(() => ListSource) @column(listsOfSchemes.source) source!: ListSource;
}

@ObjectType({
  implements: Node,
  description:
    "What the three lists 三张清单 of the bureau or of one station are called and made of, over [startsAt, endsAt). A change makes a new revision.",
})
@From(listSchemes, {
  visibleTo: ({ stationId }, reading) => sql`(${stationId} is null or ${inReach(reading, stationId)})`,
})
export class ListScheme {
  @Field(() => ID) @column(listSchemes.id) id!: string;
  @Field(() => Boolean, { description: "Of the bureau, for stations without one of their own." })
  @sqlOf(listSchemes, ({ stationId }) => sql`${stationId} is null`)
  isOfBureau!: boolean;
  @Field(() => Unit, { nullable: true, description: "Whose it is; null for the bureau's." })
  @one(listSchemes.stationId)
  station?: Ref<Unit>;
  @Field(() => Int, { description: "From 1." }) @column(listSchemes.revision) revision!: number;
  @Field(() => [SchemeList], { description: "Three, in their order." })
  @many(listsOfSchemes, { about: 3, perRow: true, child: listsOfSchemes.schemeId, order: ({ position }) => position })
  lists!: SchemeList[];
  @Field(() => DateTime) @column(listSchemes.startsAt) startsAt!: string;
  @Field(() => DateTime, { nullable: true }) @column(listSchemes.endsAt) endsAt?: string;
  @Field(() => Int) @column(listSchemes.version) version!: number;
  @Field(() => [HistoryEntry]) @history() history!: HistoryEntry[];
  @Field(() => [String])
  @viewerMay(listSchemes, ({ stationId }) => stationId, [
    {
      action: "SET_LIST_SCHEME",
      policy: mayManageListSchemes,
      when: ({ endsAt }) => sql`${endsAt} is null`,
    },
    {
      action: "DROP_LIST_SCHEME",
      policy: mayManageListSchemes,
      when: ({ endsAt, stationId }) => sql`${endsAt} is null and ${stationId} is not null`,
    },
  ])
  viewerMay!: string[];
}
