import { buildSchema, parse, print } from "graphql";
import { expect, it } from "vitest";
import { spelledOut } from "../../schema/listed.ts";

const schema = buildSchema(`
  type Query { plot(id: ID!): Plot plots(kind: String, orderBy: Order! = CODE, first: Int): Plots! }
  type Plot { id: ID! plots(first: Int): Plots! }
  type Plots { totalCount: Int! pageInfo: PageInfo! nodes: [Plot!]! }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  enum Order { CODE }
`);
const spelt = (text: string) => print(spelledOut(schema, parse(text))).replace(/\s+/g, " ");
const page = "totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

it("is spelt out with a variable for each argument that is not said, and what is said stays", () => {
  expect(spelt(`query Villages { plots(kind: "VILLAGE") @listed { nodes { id } } }`)).toBe(
    `query Villages($orderBy: Order! = CODE, $first: Int) { plots(kind: "VILLAGE", orderBy: $orderBy, first: $first) { ${page} nodes { id } } }`,
  );
});

it("is spelt out below another field, beside variables of the operation's own", () => {
  expect(spelt("query Below($id: ID!) { plot(id: $id) { plots @listed { nodes { id } } } }")).toBe(
    `query Below($id: ID!, $first: Int) { plot(id: $id) { plots(first: $first) { ${page} nodes { id } } } }`,
  );
});
