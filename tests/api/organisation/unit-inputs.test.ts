import { beforeEach, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { codes } from "./ground.ts";

let bureau: Bureau;
beforeEach(async () => {
  bureau = await makeBureau();
});

const mutation = (name: string) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { id name position } }`;
const run = async (name: string, input: object) =>
  (await bureau.administrator.run(mutation(name), { input: { idempotencyKey: newKey(), ...input } }))[name];
const refused = (name: string, input: object) =>
  bureau.administrator.refused(mutation(name), { input: { idempotencyKey: newKey(), ...input } });
const names = async (variables: object) =>
  (
    await bureau.administrator.run(`query ($filter: UnitFilter) { units(filter: $filter) { nodes { name } } }`, {
      ...variables,
    })
  ).units.nodes.map((unit: { name: string }) => unit.name);

test("what nobody sees in a name is left out of it, and a name of nothing else is none", async () => {
  const made = await run("createUnit", {
    parentId: bureau.rootId,
    kind: "TEAM",
    name: "\u200b巡\u0000逻\u200d队\u202e",
  });
  expect(made.name).toBe("巡逻队");
  expect(codes(await refused("createUnit", { parentId: bureau.rootId, kind: "TEAM", name: "\u200b\u0000" }))).toEqual([
    "input.name REQUIRED",
  ]);
  const numbered = { parentId: bureau.rootId, kind: "TEAM", name: "队 １１０１０１１９９００３０７７２３Ｘ" };
  expect(codes(await refused("createUnit", numbered))).toEqual(["input.name IDENTITY_NUMBER"]);
  expect(await names({ filter: { search: "\u0000" } })).toEqual([]);
});

test("a place among siblings leaves room for those that follow, and a day is one of a year there was", async () => {
  const team = { parentId: bureau.rootId, kind: "TEAM" };
  for (const position of [-1, 2_147_483_647])
    expect(codes(await refused("createUnit", { ...team, name: "队", position }))).toEqual([
      "input.position OUT_OF_RANGE",
    ]);
  const last = await run("createUnit", { ...team, name: "末队", position: 100_000 });
  expect(codes(await refused("updateUnit", { id: last.id, position: -1, expectedVersion: 1 }))).toEqual([
    "input.position OUT_OF_RANGE",
  ]);
  expect(await run("createUnit", { ...team, name: "再末队" })).toMatchObject({ position: 100_001 });
  expect((await refused("createUnit", { ...team, name: "队", openedOn: "0000-01-01" })).code).toBe("BAD_USER_INPUT");
  const coverage = `query ($at: DateTime) { bureau { coverage(at: $at) { required } } }`;
  for (const at of ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
    expect((await bureau.administrator.refused(coverage, { at })).code).toBe("BAD_USER_INPUT");
});

test("units are found by the pinyin initials of the name they have now, those a template made too", async () => {
  const station = await run("createStation", { name: "尹集派出所", template: "ONE_ROOM_ONE_TEAM" });
  expect(await names({ filter: { search: "yjp" } })).toEqual(["尹集派出所"]);
  expect(await names({ filter: { search: "ZHZHS" } })).toEqual(["综合指挥室"]);
  await run("updateUnit", { id: station.id, name: "八台派出所", expectedVersion: 1 });
  expect(await names({ filter: { search: "yjp" } })).toEqual([]);
  expect(await names({ filter: { search: "btp" } })).toEqual(["八台派出所"]);
});
