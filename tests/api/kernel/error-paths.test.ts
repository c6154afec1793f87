import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { newKey, type Variables } from "../../support/client.ts";

let bureau: Bureau;
beforeAll(async () => {
  bureau = await makeBureau();
});

/** The second time the text is known, and Apollo has no part in it. */
async function pathsOf(document: string, variables?: Variables) {
  const paths: unknown[] = [];
  for (let turn = 0; turn < 2; turn++) {
    const { data, errors } = await bureau.administrator.ask(document, variables);
    expect(data).toBeNull();
    paths.push(errors!.map(({ path, extensions }) => [path, extensions.detail ?? extensions.fields[0]!.code]));
  }
  expect(paths[1]).toEqual(paths[0]);
  return paths[0];
}

test.each([
  [
    "a page beyond its size, below another page",
    "{ top: branches { nodes { inner: branches(first: 500) { totalCount } } } }",
    [["top", "nodes", "inner"], "PAGE_SIZE"],
  ],
  [
    "the same by a variable that is known only when it runs",
    "query ($first: Int = 500) { branches { edges { node { branches(first: $first) { totalCount } } } } }",
    [["branches", "edges", "node", "branches"], "PAGE_SIZE"],
  ],
  ["a cursor of another list", '{ units { totalCount } list: grids(after: "x") { totalCount } }', [["list"], "CURSOR"]],
  [
    "what can't be planned",
    "{ units { totalCount } branches { nodes { branches(first: 1, last: 1) { totalCount } } } }",
    [["branches", "nodes", "branches"], "FIRST_AND_LAST"],
  ],
  [
    "a text that is too long",
    `{ units { totalCount } grids(filter: { search: "${"x".repeat(200)}" }) { totalCount } }`,
    [["grids"], "TOO_LONG"],
  ],
  [
    "a field beside the schema, which graphql-js walks",
    "{ __schema { queryType { name } } a: branches { nodes { b: branches(first: 500) { totalCount } } } }",
    [["a", "nodes", "b"], "PAGE_SIZE"],
  ],
])("%s: the error bears the path of its field", async (_what, document, expected) => {
  expect(await pathsOf(document)).toEqual([expected]);
});

test("what a mutation's payload can't be read for bears its path below the mutation", async () => {
  const document = `mutation ($input: CreateStationInput!) { made: createStation(input: $input) { id branches(first: 500) { totalCount } } }`;
  const station = { name: "甲派出所", template: "ONE_ROOM_ONE_TEAM" };
  expect(await pathsOf(document, { input: { idempotencyKey: newKey(), ...station } })).toEqual([
    [["made", "branches"], "PAGE_SIZE"],
  ]);
});
