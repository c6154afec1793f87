import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sourceOf } from "@maple-bridge/server/kernel/read/compilation";
import { modules } from "@maple-bridge/server/modules";
import { compare, type Comparison } from "./comparing.ts";
import { documents } from "./documents.ts";

const runs = Number(process.env["MAPLE_PROPERTY_RUNS"] ?? 80);
let comparison: Comparison;

beforeAll(async () => {
  comparison = await compare(modules);
});

afterAll(() => comparison.close());

test("a compiled document gives what graphql-js gives from the same rows", async () => {
  const { schema, actors, pool, documentOf, compiledAnswer, walkedAnswer } = comparison;
  const query = schema.getQueryType()!;
  const unsourced = new Set(
    Object.values(query.getFields())
      .filter((field) => !sourceOf(field))
      .map((field) => field.name),
  );
  await fc.assert(
    fc.asyncProperty(documents(schema, pool, unsourced), fc.nat(), async (generated, turn) => {
      const actor = actors[turn % actors.length]!;
      const document = documentOf(generated.text);
      for (const variables of generated.variables) {
        const compiled = await compiledAnswer(document, variables, actor);
        const walked = await walkedAnswer(generated.text, variables, actor);
        expect(compiled).toEqual(walked);
      }
    }),
    { numRuns: runs, endOnFailure: true },
  );
}, 300_000);

interface Page {
  list: {
    edges: { cursor: string; node: { id: string } }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
    totalCount: number;
  };
}

test.each([
  ["grids", "orderBy: NAME, direction: ASC"],
  ["grids", "orderBy: STATION, direction: DESC"],
  ["divisions", "orderBy: NAME, direction: DESC"],
  ["units", "orderBy: NAME, direction: ASC"],
])("cursors of %s(%s) walk the whole list forwards and backwards, each row once", async (field, order) => {
  const { actors, documentOf, compiledAnswer } = comparison;
  const read = (page: string) =>
    compiledAnswer(
      documentOf(
        `{ list: ${field}(${order}, ${page}) { totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      ),
      {},
      actors[0]!,
    ) as Promise<Page>;
  const forwards: string[] = [];
  for (let after = ""; ;) {
    const { list } = await read(`first: 17${after}`);
    forwards.push(...list.edges.map(({ node }) => node.id));
    if (!list.pageInfo.hasNextPage) break;
    after = `, after: "${list.pageInfo.endCursor}"`;
  }
  const backwards: string[] = [];
  for (let before = ""; ;) {
    const { list } = await read(`last: 23${before}`);
    backwards.unshift(...list.edges.map(({ node }) => node.id));
    if (!list.pageInfo.hasPreviousPage) break;
    before = `, before: "${list.pageInfo.startCursor}"`;
  }
  const { list } = await read("first: 1");
  expect(new Set(forwards).size).toBe(list.totalCount);
  expect(forwards).toHaveLength(list.totalCount);
  expect(backwards).toEqual(forwards);
});
