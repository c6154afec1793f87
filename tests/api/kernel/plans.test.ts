import { Kind, type OperationDefinitionNode, parse } from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import { beforeAll, expect, test } from "vitest";
import { planOperation } from "@maple-bridge/server/kernel/read/plan";
import type { CallerShape } from "@maple-bridge/server/kernel/read/reading";
import { type Bureau, makeBureau } from "../../support/bureau.ts";

let bureau: Bureau;
beforeAll(async () => {
  bureau = await makeBureau();
});

const caller: CallerShape = { key: "administrator", reach: () => "all", mayWrite: true };

test("one plan serves whatever is searched for, and another each order and condition", () => {
  const { schema } = bureau.app;
  const document = parse(
    "query ($search: String, $orderBy: UnitOrder! = NAME, $with: Boolean! = true) { units(filter: { search: $search }, orderBy: $orderBy) { totalCount nodes @include(if: $with) { id } } }",
  );
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  )!;
  const planFor = (given: Record<string, unknown>) => {
    const variables = getVariableValues(schema, operation.variableDefinitions!, given).coerced!;
    return planOperation({ schema, fragments: {}, variables }, operation, caller);
  };
  const plan = planFor({ search: "a" });
  for (const search of ["b", "AB", "CODE", "NAME", "枫桥"]) expect(planFor({ search })).toBe(plan);
  for (const other of [{}, { search: null }, { search: "a", orderBy: "CODE" }, { search: "a", with: false }])
    expect(planFor(other)).not.toBe(plan);
});

test("a node is read beside the schema as it is by itself", async () => {
  const node = `node(id: "${bureau.rootId}") { id ... on Unit { name } }`;
  const alone = await bureau.administrator.run(`{ ${node} }`);
  expect(await bureau.administrator.run(`{ __schema { queryType { name } } ${node} }`)).toEqual({
    __schema: { queryType: { name: "Query" } },
    ...alone,
  });
});

test("null asks for what leaving out asks for", async () => {
  const document = "query ($filter: AccountFilter) { accounts(filter: $filter) { totalCount } }";
  const all = await bureau.administrator.run(document);
  const none = { search: null, role: null, memberId: null, disabled: null };
  expect(await bureau.administrator.run(document, { filter: none })).toEqual(all);
});
