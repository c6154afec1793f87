import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { makeGrid, makeMember, makeStation } from "../grids/ground.ts";

let bureau: Bureau;
beforeAll(async () => {
  bureau = await makeBureau();
  const station = await makeStation(bureau);
  for (const badge of ["A1", "A2", "A3", "A4", "A5"]) await makeMember(bureau, station, { badge });
  for (const [code, households] of Object.entries({ GRID01: 10, GRID02: 200, GRID03: 3000, GRID04: undefined }))
    await makeGrid(bureau, station, {
      code,
      name: `示例${code}`,
      ...(households && { households, countedYear: 2025 }),
    });
});

const members = async (args: string) =>
  (
    await bureau.administrator.run(
      `{ members(orderBy: BADGE, ${args}) { nodes { badge } totalCount pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
    )
  ).members;
const badges = ({ nodes }: { nodes: { badge: string }[] }) => nodes.map(({ badge }) => badge);

test("a page is turned to by its number, and from there by its cursor", async () => {
  const second = await members("first: 2, skip: 2");
  expect([badges(second), second.totalCount]).toEqual([["A3", "A4"], 5]);
  expect(second.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  expect(badges(await members(`first: 2, after: "${second.pageInfo.endCursor}"`))).toEqual(["A5"]);
  expect((await members("first: 2, skip: 0")).pageInfo.hasPreviousPage).toBe(false);
  expect(badges(await members("first: 2, skip: 9"))).toEqual([]);
});

test.each([
  ["first: 2, skip: 10001", "PAGE_SKIP"],
  ["first: 2, skip: -1", "PAGE_SKIP"],
  ["last: 2, skip: 1", "SKIP_AND_LAST"],
])("%s is refused with its field", async (args, code) => {
  const refused = await bureau.administrator.refused(`{ members(${args}) { totalCount } }`);
  expect(refused.fields).toMatchObject([{ path: expect.arrayContaining(["skip"]), code }]);
});

test.each([
  ["householdsAtLeast: 200", ["GRID02", "GRID03"]],
  ["householdsAtMost: 200", ["GRID01", "GRID02"]],
  ["householdsAtLeast: 11, householdsAtMost: 2999", ["GRID02"]],
])("grids with %s", async (filter, codes) => {
  const { grids } = await bureau.administrator.run(
    `{ grids(filter: { ${filter} }, orderBy: CODE) { nodes { code } } }`,
  );
  expect(grids.nodes.map(({ code }: { code: string }) => code)).toEqual(codes);
});
