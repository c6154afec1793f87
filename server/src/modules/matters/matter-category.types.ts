import { matterCategories } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import {
  column,
  everyones,
  everything,
  From,
  join,
  Node,
  type Reading,
  type RowOf,
  sql,
  sqlOf,
  viewerMay,
} from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { history, HistoryEntry } from "#modules/audit";
import { MatterKind } from "./matter.enums.ts";
import { mayManageMatterCategories } from "./matter.policy.ts";

@ObjectType({
  implements: Node,
  description:
    "A category of matters 类别, over [startsAt, endsAt). A change makes a new revision; matters name the one that they were registered under.",
})
@From(matterCategories, { visibleTo: everyones("what matters are counted by") })
export class MatterCategory {
  @Field(() => ID) @column(matterCategories.id) id!: string;
  @Field(() => MatterKind) @column(matterCategories.kind) kind!: MatterKind;
  @Field(() => String, { description: "The same in all of its revisions." })
  @column(matterCategories.code)
  code!: string;
  @Field(() => Int) @column(matterCategories.revision) revision!: number;
  @Field(() => String) @column(matterCategories.name) name!: string;
  @Field(() => String, { nullable: true, description: "The class it is counted in 受理分类." })
  @column(matterCategories.intakeClass)
  intakeClass?: string;
  @Field(() => Int, { description: "Its place in the list." }) @column(matterCategories.position) position!: number;
  @Field(() => DateTime) @column(matterCategories.startsAt) startsAt!: string;
  @Field(() => DateTime, { nullable: true }) @column(matterCategories.endsAt) endsAt?: string;
  @Field(() => Boolean, { description: "Whether matters are registered under it." })
  @sqlOf(matterCategories, ({ endsAt }) => sql`${endsAt} is null`)
  isInForce!: boolean;
  @Field(() => Int) @column(matterCategories.version) version!: number;
  @Field(() => [HistoryEntry]) @history() history!: HistoryEntry[];
  @Field(() => [String])
  @viewerMay(matterCategories, "bureau", [
    { action: "SET_MATTER_CATEGORY", policy: mayManageMatterCategories },
    {
      action: "RETIRE_MATTER_CATEGORY",
      policy: mayManageMatterCategories,
      when: ({ endsAt }) => sql`${endsAt} is null`,
    },
  ])
  viewerMay!: string[];
}

export function categoriesAsked(category: RowOf<typeof matterCategories>, reading: Reading) {
  const kind = reading.arg("kind", "text");
  const held = [
    reading.choice("always") === true ? everything : sql`${category.endsAt} is null`,
    ...(kind ? [sql`${category.kind} = ${kind}`] : []),
  ];
  return join(held, " and ");
}
