import { divisions } from "@maple-bridge/drizzle/tables";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { column, From, many, one, Node, everything, type Ref } from "#kernel/read";

export const DivisionKind = { COUNTY: "COUNTY", TOWNSHIP: "TOWNSHIP", VILLAGE: "VILLAGE", COMMUNITY: "COMMUNITY" } as const;
registerEnumType(DivisionKind, { name: "DivisionKind", description: "The rank of a division 行政区划." });

@ObjectType({ implements: Node, description: "A county, township or committee of the national statistical codes 行政区划." })
@From(divisions, { visibleTo: () => everything })
export class Division {
  @Field(() => ID) @column(divisions.id) id!: string;
  @Field(() => String, { description: "6 digits a county, 9 a township or subdistrict, 12 a village or community." }) @column(divisions.code) code!: string;
  @Field(() => String) @column(divisions.name) name!: string;
  @Field(() => DivisionKind) @column(divisions.kind) kind!: keyof typeof DivisionKind;
  @Field(() => Division, { nullable: true }) @one(divisions.parentId) parent?: Ref<Division>;
  @Field(() => [Division]) @many(divisions, { child: divisions.parentId, order: (division) => division.code }) divisions!: Division[];
}
