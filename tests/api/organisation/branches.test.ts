import { beforeEach, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { makeUnit } from "./ground.ts";

let bureau: Bureau;
let ids: Record<string, string>;

/** 局 ─ 甲所 (综指室, 战区 ─ 警务室 ─ 工作站), 乙所 (司法所), 局属队 */
beforeEach(async () => {
  bureau = await makeBureau();
  ids = { 局: bureau.rootId };
  for (const [name, kind, parent] of [
    ["甲所", "STATION", "局"],
    ["乙所", "STATION", "局"],
    ["局属队", "TEAM", "局"],
    ["综指室", "COMMAND_ROOM", "甲所"],
    ["战区", "ZONE", "甲所"],
    ["警务室", "POLICE_ROOM", "战区"],
    ["工作站", "WORKSTATION", "警务室"],
    ["司法所", "PARTNER", "乙所"],
  ] as const)
    ids[name] = (await makeUnit(bureau, { name, kind, parentId: ids[parent] })).id;
});

interface Line {
  id: string;
  name: string;
  isMatch: boolean;
  hasBranches: boolean;
}
const line = `id name isMatch(filter: $filter) hasBranches(filter: $filter)`;
const top = `query ($filter: UnitFilter) { branches(filter: $filter) { totalCount nodes { ${line} } } }`;
const below = `query ($id: ID!, $filter: UnitFilter, $first: Int, $after: String) { unit(id: $id) {
  unitCount(filter: $filter)
  branches(filter: $filter, first: $first, after: $after) { totalCount nodes { ${line} } pageInfo { hasNextPage endCursor } } } }`;

/** The tree as one opens it: a name in brackets is no match, what stands above one only. */
async function treeOf(filter: object, by = bureau.administrator): Promise<string> {
  const grow = async (nodes: Line[]): Promise<string> =>
    (
      await Promise.all(
        nodes.map(async ({ id, name, isMatch, hasBranches }) => {
          const { unit } = await by.run(below, { id, filter });
          const inside = await grow(unit.branches.nodes);
          expect([name, hasBranches]).toEqual([name, inside !== ""]);
          return `${isMatch ? name : `[${name}]`}${inside && ` { ${inside} }`}`;
        }),
      )
    ).join(" ");
  return grow((await by.run(top, { filter })).branches.nodes);
}

test("the tree comes a branch at a time, siblings in their place", async () => {
  expect(await treeOf({})).toBe("测试公安局 { 甲所 { 综指室 战区 { 警务室 { 工作站 } } } 乙所 { 司法所 } 局属队 }");
});

test("it is cut back to what a filter wants, and what stands above that", async () => {
  expect(await treeOf({ kinds: ["STATION", "POLICE_ROOM"] })).toBe("[测试公安局] { 甲所 { [战区] { 警务室 } } 乙所 }");
  expect(await treeOf({ search: "司法" })).toBe("[测试公安局] { [乙所] { 司法所 } }");
  expect(await treeOf({ mayHold: ["WORKSTATION", "DESK"] })).toBe(
    "[测试公安局] { 甲所 { 综指室 [战区] { 警务室 } } 乙所 }",
  );
  expect(await treeOf({ parentId: ids["乙所"] })).toBe("[测试公安局] { [乙所] { 司法所 } }");
  expect(await treeOf({ search: "没有" })).toBe("");
});

test("closed units are left out today, or by a day", async () => {
  const close = `mutation ($input: CloseUnitInput!) { closeUnit(input: $input) { id } }`;
  const input = { idempotencyKey: newKey(), id: ids["局属队"], expectedVersion: 1, on: "2026-02-01", reason: "撤并" };
  await bureau.administrator.run(close, { input });
  const kinds = ["TEAM"];
  expect(await treeOf({ kinds })).toBe("[测试公安局] { 局属队 }");
  expect(await treeOf({ kinds, openOnly: true })).toBe("");
  expect(await treeOf({ kinds, closedAfter: "2026-01-31" })).toBe("[测试公安局] { 局属队 }");
  expect(await treeOf({ kinds, closedAfter: "2026-02-01" })).toBe("");
});

test("a branch is counted by what stands right below, and comes in pages", async () => {
  const page = async (variables: object) =>
    (await bureau.administrator.run(below, { id: bureau.rootId, first: 2, ...variables })).unit;
  const first = await page({ filter: { kinds: ["STATION", "PARTNER"] } });
  expect(first).toMatchObject({ unitCount: 2, branches: { totalCount: 2, pageInfo: { hasNextPage: false } } });
  const { branches } = await page({});
  expect(branches.nodes.map(({ name }: Line) => name)).toEqual(["甲所", "乙所"]);
  const rest = await page({ after: branches.pageInfo.endCursor });
  expect(rest.branches.nodes.map(({ name }: Line) => name)).toEqual(["局属队"]);
});

test("units within another are found however deep they stand, the unit itself too", async () => {
  const { units } = await bureau.administrator.run(
    `query ($filter: UnitFilter) { units(filter: $filter, orderBy: NAME) { nodes { name } } }`,
    { filter: { withinId: ids["甲所"], kinds: ["STATION", "POLICE_ROOM"] } },
  );
  expect(units.nodes.map(({ name }: Line) => name).sort()).toEqual(["甲所", "警务室"].sort());
});

test("whoever sees a part stands at its top, and nothing beside or above it is told", async () => {
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: ids["乙所"] });
  expect(await treeOf({}, chief)).toBe("乙所 { 司法所 }");
  expect(await treeOf({ kinds: ["PARTNER"] }, chief)).toBe("[乙所] { 司法所 }");
  expect(await treeOf({ viewerMay: "CREATE_GRID" }, chief)).toBe("");
  expect((await chief.run(below, { id: ids["甲所"] })).unit).toBeNull();
  for (const filter of [{ withinId: bureau.rootId }, { parentId: bureau.rootId }]) {
    const { units } = await chief.run(`query ($filter: UnitFilter) { units(filter: $filter) { totalCount } }`, {
      filter,
    });
    expect(units.totalCount).toBe(0);
  }
});

test("where one may do something is a filter like any other, and nowhere with a token that only reads", async () => {
  const { administrator } = bureau;
  const both = await bureau.signIn({
    role: "STATION_CHIEF",
    unitId: ids["乙所"],
    grants: [{ role: "BUREAU_ADMINISTRATOR", unitId: ids["甲所"]! }],
  });
  const filter = { kinds: ["STATION"], viewerMay: "CREATE_GRID" };
  expect(await treeOf(filter, both)).toBe("甲所");
  expect(await treeOf(filter)).toBe("[测试公安局] { 甲所 乙所 }");
  const reader = await bureau.token(administrator.accountId, "READ");
  expect((await reader.run(top, { filter })).branches.nodes).toEqual([]);
});
