import { Field, ID, Int, InterfaceType, ObjectType } from "type-graphql";

/** The class of a field's type, for classes that know each other. */
export type Ref<T> = T;

/** By what graphql-js tells of which type a row of an interface or a union is: `resolveType` of each. */
export const typeOfRow = (row: object): string => (row as Record<string, string>)["__typename"]!;

@InterfaceType({
  description: "Anything with an id of its own. Ids are UUIDs, unique over all types.",
  autoRegisterImplementations: false,
  resolveType: typeOfRow,
})
export abstract class Node {
  @Field(() => ID) id!: string;
}

@ObjectType({ description: "Where a page stands in its list." })
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => Boolean) hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true }) startCursor?: string;
  @Field(() => String, { nullable: true }) endCursor?: string;
}

/** The Relay connection type of a type: `GridConnection` with its `GridEdge`. */
export function connectionOf<T extends object>(name: string, type: () => new () => T) {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String) cursor!: string;
    @Field(type) node!: T;
  }

  @ObjectType(`${name}Connection`, { description: "A page of a list, in the list's order." })
  class Connection {
    @Field(() => [Edge]) edges!: Edge[];
    @Field(() => [type()]) nodes!: T[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
    @Field(() => Int, { description: "Rows in the whole list, over all pages." }) totalCount!: number;
  }
  return Connection;
}
