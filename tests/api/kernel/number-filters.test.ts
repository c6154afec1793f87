import fc from "fast-check";
import { getNamedType, isInputObjectType } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { modules } from "@maple-bridge/server/modules";
import { check, gridColumns, upload } from "../imports/importing.ts";
import { makeBureau } from "../../support/bureau.ts";
import { compare, type Comparison } from "./comparing.ts";

/** Where a row shows the number by which its list is filtered, and by what it is ordered. */
const numbers: Record<string, Record<string, { at: string; order?: string }>> = {
  grids: {
    households: { at: "households", order: "HOUSEHOLDS" },
    population: { at: "population", order: "POPULATION" },
    vacant: { at: "coverage.vacant", order: "VACANT" },
  },
  members: {
    seats: { at: "load.seats", order: "LOAD" },
    grids: { at: "load.grids", order: "GRIDS" },
    households: { at: "load.households", order: "HOUSEHOLDS" },
    population: { at: "load.population", order: "POPULATION" },
  },
  workItems: { returns: { at: "returns", order: "RETURNS" } },
  imports: { rows: { at: "totalRows", order: "ROWS" }, errors: { at: "errorCount", order: "ERRORS" } },
};

let comparison: Comparison;
beforeAll(async () => {
  comparison = await compare(modules);
});
afterAll(() => comparison.close());

const selectionOf = (path: string) =>
  path.split(".").reduceRight((below, key) => `${key}${below && ` { ${below} }`}`, "");
const valueAt = (row: object, path: string): number | null =>
  path.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], row) as number | null;

interface Row {
  id: string;
}

interface Page {
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

/** All rows of a list, page by page. */
async function rowsOf(list: string, args: string, selection: string, turn = 0): Promise<Row[]> {
  const actor = comparison.actors[turn % comparison.actors.length]!;
  const document = comparison.documentOf(
    `query ($after: String) { ${list}(first: 100, after: $after${args}) { nodes { id ${selection} } pageInfo { hasNextPage endCursor } } }`,
  );
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const answer = (await comparison.compiledAnswer(document, { after }, actor)) as Record<string, Page>;
    const page = answer[list]!;
    rows.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return rows;
    after = page.pageInfo.endCursor;
  }
}

test("every list that is filtered by a number has both ends of the range, and is tried", () => {
  const found: Record<string, string[]> = {};
  for (const [list, { args }] of Object.entries(comparison.schema.getQueryType()!.getFields())) {
    const filter = getNamedType(args.find(({ name }) => name === "filter")?.type);
    const fields = isInputObjectType(filter) ? Object.keys(filter.getFields()) : [];
    const ends = (end: string) => fields.flatMap((name) => (name.endsWith(end) ? [name.slice(0, -end.length)] : []));
    const names = ends("AtLeast");
    expect([list, ends("AtMost")]).toEqual([list, names]);
    if (names.length > 0) found[list] = names.toSorted();
  }
  // What waits for one is listed by the filter of all work.
  delete found["myWork"];
  expect(found).toEqual(
    Object.fromEntries(Object.entries(numbers).map(([list, names]) => [list, Object.keys(names).toSorted()])),
  );
});

const tried = Object.entries(numbers).flatMap(([list, names]) =>
  Object.entries(names).map(([name, { at, order }]) => ({ list, name, at, order })),
);

test("rows with at least so many and at most so many are those that a recount finds, for whoever asks", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...tried),
      fc.nat(),
      fc.nat(),
      fc.constantFrom(-1, 0, 1),
      fc.option(fc.nat({ max: 40 })),
      async ({ list, name, at }, turn, pick, beside, width) => {
        const all = await rowsOf(list, "", selectionOf(at), turn);
        const values = all.map((row) => valueAt(row, at)).filter((value) => value !== null);
        const least = Math.max(0, (values[pick % Math.max(1, values.length)] ?? 0) + beside);
        const most = width === null ? undefined : least + width;
        const ends = [`${name}AtLeast: ${least}`, ...(most === undefined ? [] : [`${name}AtMost: ${most}`])];
        const found = await rowsOf(list, `, filter: { ${ends.join(", ")} }`, selectionOf(at), turn);
        const isWithin = (value: number | null) => value !== null && value >= least && value <= (most ?? Infinity);
        expect(found.map(({ id }) => id).toSorted()).toEqual(
          all.flatMap((row) => (isWithin(valueAt(row, at)) ? [row.id] : [])).toSorted(),
        );
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
}, 180_000);

test("a list that is ordered by a number has its rows in the order of the numbers that they show", async () => {
  for (const { list, at, order } of tried) {
    const values = (await rowsOf(list, `, orderBy: ${order}, direction: DESC`, selectionOf(at))).map(
      (row) => valueAt(row, at) ?? -1,
    );
    expect([list, order, values]).toEqual([list, order, values.toSorted((one, other) => other - one)]);
  }
}, 60_000);

test("imports are found by their rows, their errors and how far they have come", async () => {
  const bureau = await makeBureau();
  const file = (rows: number, station = "甲派出所") => ({
    columns: gridColumns,
    rows: Array.from({ length: rows }, (_, index) => [`QY-${rows}-${index}`, `企业${index}`, "企业", station]),
  });
  const ids = new Map<number, string>();
  for (const rows of [1, 2, 5]) ids.set(rows, await upload(bureau, "GRIDS", file(rows)));
  await check(bureau.administrator, ids.get(2)!, {});
  const found = async (filter: string) => {
    const { imports } = await bureau.administrator.run<{ imports: { nodes: { totalRows: number }[] } }>(
      `{ imports(filter: { ${filter} }, orderBy: ROWS, direction: ASC) { nodes { totalRows } } }`,
    );
    return imports.nodes.map(({ totalRows }) => totalRows);
  };
  expect(await found("rowsAtLeast: 2")).toEqual([2, 5]);
  expect(await found("rowsAtLeast: 2, rowsAtMost: 4")).toEqual([2]);
  expect(await found("errorsAtLeast: 1")).toEqual([2]);
  expect(await found("errorsAtMost: 0")).toEqual([1, 5]);
  expect(await found("status: UPLOADED, kind: GRIDS")).toEqual([1, 5]);
  expect(await found("kind: MEMBERS")).toEqual([]);
});
