import { divisions } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, connectionOf, everyones, From, many, Node, one, type Ref, sql, viewerMay } from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { history, HistoryEntry } from "#modules/audit";
import { DivisionKind } from "./division-kind.ts";
import { mayManageDivisions } from "./organisation.policy.ts";

@ObjectType({
  implements: Node,
  description: "A county, township or committee of the national statistical codes 行政区划.",
})
@From(divisions, { visibleTo: everyones("public statistical codes") })
export class Division {
  @Field(() => ID) @column(divisions.id) id!: string;
  @Field(() => String, { description: "6 digits a county, 9 a township or subdistrict, 12 a village or community." })
  @column(divisions.code)
  code!: string;
  @Field(() => String) @column(divisions.name) name!: string;
  @Field(() => DivisionKind) @column(divisions.kind) kind!: DivisionKind;
  @Field(() => LocalDate, { nullable: true, description: "The first day on which it no longer is." })
  @column(divisions.closedOn)
  closedOn?: string;
  @Field(() => Int) @column(divisions.version) version!: number;
  @Field(() => Division, { nullable: true, description: "Null for a county." })
  @one(divisions.parentId)
  parent?: Ref<Division>;
  @Field(() => [Division], { description: "The divisions right below, by code." })
  @many(divisions, { about: 30, inAll: 500, child: divisions.parentId, order: (division) => division.code })
  divisions!: Division[];
  @Field(() => [HistoryEntry]) @history() history!: HistoryEntry[];
  @Field(() => [String], { description: "What you may do with it." })
  @viewerMay(divisions, "bureau", [
    { action: "UPDATE_DIVISION", policy: mayManageDivisions },
    { action: "CLOSE_DIVISION", policy: mayManageDivisions, when: ({ closedOn }) => sql`${closedOn} is null` },
    { action: "REOPEN_DIVISION", policy: mayManageDivisions, when: ({ closedOn }) => sql`${closedOn} is not null` },
  ])
  viewerMay!: string[];
}

export const DivisionConnection = connectionOf("Division", () => Division);
