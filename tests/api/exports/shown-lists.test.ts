import fc from "fast-check";
import { GraphQLError, isInputType, typeFromAST } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@maple-bridge/server/kernel/actor";
import type { Context } from "@maple-bridge/server/kernel/context";
import { Refusal } from "@maple-bridge/server/kernel/errors";
import { listedDocument, tableOfShown } from "@maple-bridge/server/modules/exporting";
import { modules } from "@maple-bridge/server/modules";
import { trustedQueries } from "../../support/trusted-queries.ts";
import { compare, type Comparison, now } from "../kernel/comparing.ts";
import { values } from "../kernel/documents.ts";

const runs = Number(process.env["MAPLE_PROPERTY_RUNS"] ?? 60);
let comparison: Comparison;

beforeAll(async () => {
  comparison = await compare(modules);
});

afterAll(() => comparison.close());

/** The screens' lists that come page by page. */
const listed = [...trustedQueries()].filter(([, text]) => /^ {4}totalCount\n {4}pageInfo/m.test(text));

type Given = Record<string, unknown>;
interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  nodes: { id: string }[];
}

test("every list of the screens that has pages is tried", () => {
  const names = listed.map(([name]) => name);
  expect(names).toEqual(
    expect.arrayContaining(["Grids", "Members", "WorkItems", "Matters", "Accounts", "AuditEntries", "Divisions"]),
  );
  expect(names.length).toBeGreaterThanOrEqual(15);
});

test("what is exported of a list are the rows that its pages show, in their order and number, whatever it is filtered and ordered by", async () => {
  const { schema, pool, actors } = comparison;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...listed),
      values(schema, pool),
      fc.nat(),
      async ([, text], { chance, valueOf }, turn) => {
        const actor = actors[turn % actors.length]!;
        const asked: Given = {};
        for (const { variable, type: node } of listedDocument(schema, text).operation.variableDefinitions ?? []) {
          const name = variable.name.value;
          const type = typeFromAST(schema, node as never);
          if (["first", "last", "after", "before", "skip"].includes(name) || !isInputType(type)) continue;
          if (chance(60)) asked[name] = valueOf(type, name);
        }
        expect(await outcomeOf(() => exportedIds(text, asked, actor))).toEqual(
          await outcomeOf(() => shownIds(text, asked, actor)),
        );
      },
    ),
    { numRuns: runs, endOnFailure: true },
  );
}, 180_000);

/** Of what is refused, that it is. */
async function outcomeOf(read: () => Promise<string[]>): Promise<string[] | string> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refusal || error instanceof GraphQLError) return "refused";
    throw error;
  }
}

async function shownIds(text: string, asked: Given, actor: Actor): Promise<string[]> {
  const document = comparison.documentOf(text);
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const data = (await comparison.compiledAnswer(document, { ...asked, first: 50, after }, actor)) as Record<
      string,
      Page
    >;
    const { totalCount, pageInfo, nodes } = Object.values(data).find((each) => "totalCount" in each)!;
    ids.push(...nodes.map(({ id }) => id));
    if (pageInfo.hasNextPage) after = pageInfo.endCursor;
    else {
      expect(ids).toHaveLength(totalCount);
      return ids;
    }
  }
}

async function exportedIds(text: string, asked: Given, actor: Actor): Promise<string[]> {
  const { database, schema } = comparison;
  const ctx = {
    actor,
    database,
    locale: "zh-CN",
    now: () => new Date(now),
    signal: new AbortController().signal,
  } as Partial<Context> as Context;
  const columns = [{ title: "id", parts: [{ path: "id" }] }];
  const shown = { caption: "all", columns, variables: asked, ids: null };
  const { rows } = await tableOfShown(ctx, listedDocument(schema, text), shown);
  return rows.map(([, id]) => String(id));
}
