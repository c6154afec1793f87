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

test("what fields ask of one moment is worked out once for a statement, and anew for another moment", () => {
  const { schema } = bureau.app;
  const timesRead = (second: string) => {
    const document = parse(`query ($at: DateTime, $other: DateTime) {
      bureau { coverage(at: $at) { vacant daysVacant } stations { grids(at: $at) { seats(at: $at) { ordinal } } coverage(at: $at) { filled } } }
      coverage(by: DUTY, at: ${second}) { required }
    }`);
    const operation = document.definitions.find(
      (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
    )!;
    const variables = { at: new Date("2026-03-01"), other: new Date("2026-04-01") };
    const { statement } = planOperation({ schema, fragments: {}, variables }, operation, caller);
    return statement.text.split("select a.id, a.grid_id, a.member_id").length - 1;
  };
  expect(timesRead("$at")).toBe(1);
  expect(timesRead("$other")).toBe(2);
  expect(timesRead('"2026-03-01T00:00:00Z"')).toBe(2);
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

const textOf = (query: string) => {
  const document = parse(query);
  const operation = document.definitions[0] as OperationDefinitionNode;
  return planOperation({ schema: bureau.app.schema, fragments: {}, variables: {} }, operation, caller).statement.text;
};

test("a history is read by what it is of, even under a list of all: the log is larger than all else", () => {
  for (const query of [
    "{ staffingStandards(always: true) { history { action } } }",
    "{ bureau { units { history { action } } stations { grids { history { action } assignments { history { action } } } } } }",
    "{ grids(first: 100) { nodes { history { action } } } }",
  ]) {
    const text = textOf(query);
    const aliases = [...text.matchAll(/from audit_entries (t\d+)/g)].map(([, alias]) => alias!);
    expect(aliases.length).toBeGreaterThan(0);
    for (const alias of aliases) expect(text).toMatch(new RegExp(`\\b${alias}\\.entity_id = t\\d+\\.id\\)`));
  }
});

test("coverage of a page of units is worked out once, and not for each of them", () => {
  const text = textOf(
    "{ branches { nodes { coverage { vacant } branches(first: 5) { nodes { coverage { vacant daysVacant } } } } } }",
  );
  expect(text.split("grouping sets").length - 1).toBe(1);
});
