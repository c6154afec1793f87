import { listPreferences, listViews } from "@maple-bridge/drizzle/tables";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import {
  column,
  connectionOf,
  equals,
  From,
  inReach,
  Node,
  one,
  ordersOf,
  type Ref,
  sql,
  sqlOf,
  viewerMay,
} from "#kernel/read";
import { Unit } from "#modules/organisation";
import { mayManageListViews } from "./view.policy.ts";

@ObjectType({
  implements: Node,
  description:
    "A list of a page as somebody wants to have it again 视图: filter, order, columns. Yours, and those shared with units in your reach.",
})
@From(listViews, {
  visibleTo: ({ accountId, unitId, deletedAt }, reading) =>
    sql`(${deletedAt} is null and (${accountId} = ${reading.account} or (${unitId} is not null and ${inReach(reading, unitId)})))`,
})
export class ListView {
  @Field(() => ID) @column(listViews.id) id!: string;
  @Field(() => String, { description: "What the screens call the page." }) @column(listViews.page) page!: string;
  @Field(() => String, { description: "1 to 40 characters." }) @column(listViews.name) name!: string;
  @Field(() => String, { description: "What stands in the page's address behind the question mark." })
  @column(listViews.query)
  query!: string;
  @Field(() => [String], { nullable: true, description: "The columns in sight; null for the usual ones." })
  @column(listViews.columns)
  columns?: string[];
  @Field(() => Boolean, { description: "With rows close together." }) @column(listViews.isDense) isDense!: boolean;
  @Field(() => Unit, { nullable: true, description: "With whom it is shared; null for nobody." })
  @one(listViews.unitId)
  unit?: Ref<Unit>;
  @Field(() => Boolean)
  @sqlOf(listViews, ({ accountId }, { account }) => sql`${accountId} = ${account}`)
  isOwn!: boolean;
  @Field(() => Int) @column(listViews.version) version!: number;
  @Field(() => [String], { description: "What you may do with it." })
  @viewerMay(listViews, { ownOrBureau: ({ accountId }) => accountId }, [
    { action: "UPDATE_LIST_VIEW", policy: mayManageListViews },
    { action: "DELETE_LIST_VIEW", policy: mayManageListViews },
  ])
  viewerMay!: string[];
}

export const ListViewConnection = connectionOf("ListView", () => ListView);

@InputType()
export class ListViewFilter {
  @Field(() => String, { nullable: true }) @equals(listViews, "page") page?: string;
}

export const listViewOrders = ordersOf(
  listViews,
  "ListViewOrder",
  { NAME: ({ name }) => [{ by: sql`${name} collate "zh-x-icu"`, type: "text" }] },
  { values: { NAME: "By pinyin." } },
);

@ObjectType({ implements: Node, description: "How you have the list of a page, wherever you sign in 列表偏好." })
@From(listPreferences, { visibleTo: ({ accountId }, reading) => sql`${accountId} = ${reading.account}` })
export class ListPreference {
  @Field(() => ID) @column(listPreferences.id) id!: string;
  @Field(() => String, { description: "What the screens call the page." }) @column(listPreferences.page) page!: string;
  @Field(() => [String], { nullable: true, description: "The columns in sight; null for the usual ones." })
  @column(listPreferences.columns)
  columns?: string[];
  @Field(() => Boolean, { description: "With rows close together." })
  @column(listPreferences.isDense)
  isDense!: boolean;
  @Field(() => ListView, {
    nullable: true,
    description: "What the page begins with; null for all of it, and for a view that is gone.",
  })
  @one(listPreferences.defaultViewId)
  defaultView?: Ref<ListView>;
}

export const ListPreferenceConnection = connectionOf("ListPreference", () => ListPreference);

@InputType()
export class ListPreferenceFilter {
  @Field(() => String, { nullable: true }) @equals(listPreferences, "page") page?: string;
}

export const listPreferenceOrders = ordersOf(listPreferences, "ListPreferenceOrder", {
  PAGE: ({ page }) => [{ by: page, type: "text" }],
});
