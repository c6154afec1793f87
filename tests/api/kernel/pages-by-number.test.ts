import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { makeGrid, makeMember, makeStation } from "../grids/ground.ts";

let bureau: Bureau;
beforeAll(async () => {
  bureau = await makeBureau();
  const station = await makeStation(bureau);
  for (const badge of ["A1", "A2", "A3", "A4", "A5"]) await makeMember(bureau, station, { badge });
  for (const [code, households] of Object.entries({ G1: 10, G2: 200, G3: 3000, G4: undefined }))
    await makeGrid(bureau, station, { code, ...(households && { households, countedYear: 2025 }) });
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
  ["householdsAtLeast: 200", ["G2", "G3"]],
  ["householdsAtMost: 200", ["G1", "G2"]],
  ["householdsAtLeast: 11, householdsAtMost: 2999", ["G2"]],
])("grids with %s", async (filter, codes) => {
  const { grids } = await bureau.administrator.run(
    `{ grids(filter: { ${filter} }, orderBy: CODE) { nodes { code } } }`,
  );
  expect(grids.nodes.map(({ code }: { code: string }) => code)).toEqual(codes);
});
