import { newId } from "@maple-bridge/server/kernel/ids";
import { beforeEach, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { auditOf, codes, createUnit, insertGrid, insertMember, makeUnit } from "./ground.ts";

let bureau: Bureau;
beforeEach(async () => {
  bureau = await makeBureau();
});

const mutation = (name: string) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { id version name code position isOpen openedOn closedOn parent { id } } }`;
const run = async (name: string, input: object) =>
  (await bureau.administrator.run(mutation(name), { input: { idempotencyKey: newKey(), ...input } }))[name];
const refused = (name: string, input: object, by = bureau.administrator) =>
  by.refused(mutation(name), { input: { idempotencyKey: newKey(), ...input } });

test("a unit is made under its parent, last among its siblings, and audited", async () => {
  const station = await makeUnit(bureau, { name: "测试派出所", code: "S-01" });
  expect(station).toMatchObject({
    kind: "STATION",
    level: 1,
    position: 0,
    code: "S-01",
    isOpen: true,
    parent: { id: bureau.rootId },
    viewerMay: expect.arrayContaining(["UPDATE_UNIT"]),
    version: 1,
  });
  const room = await makeUnit(bureau, { parentId: station.id, kind: "POLICE_ROOM" });
  expect(room).toMatchObject({ level: 2, position: 0 });
  expect(await makeUnit(bureau, { parentId: station.id, kind: "PARTNER", name: "虚构司法所" })).toMatchObject({
    position: 1,
  });
  expect(await auditOf(bureau, station.id)).toMatchObject([
    { action: "unit.create", before: null, after: { name: "测试派出所", parentId: bureau.rootId } },
  ]);
});

test("a unit that does not fit its place, or has a poor name, is refused with all that is wrong", async () => {
  const station = await makeUnit(bureau);
  const input = { idempotencyKey: newKey(), parentId: station.id, kind: "STATION", name: " ", code: "?" };
  const answer = await bureau.administrator.refused(createUnit, { input });
  expect(answer.code).toBe("INVALID");
  expect(codes(answer)).toEqual(["input.code UNIT_CODE_SHAPE", "input.name REQUIRED", "input.parentId UNIT_PLACE"]);
  expect(codes(await refused("createUnit", { parentId: bureau.rootId, kind: "BUREAU", name: "又一个局" }))).toEqual([
    "input.parentId UNIT_PLACE",
  ]);
});

test("a name or code that is taken names the unit that has it", async () => {
  await makeUnit(bureau, { name: "甲派出所", code: "S-01" });
  const answer = await refused("createUnit", {
    parentId: bureau.rootId,
    kind: "STATION",
    name: "甲派出所",
    code: "S-01",
  });
  expect(answer).toMatchObject({
    code: "CONFLICT",
    fields: [{ code: "UNIT_NAME_TAKEN" }, { code: "UNIT_CODE_TAKEN", params: { unit: "甲派出所" } }],
  });
});

test.each([
  ["ONE_ROOM_ONE_TEAM", ["综合指挥室", "社区警务队"]],
  ["TWO_TEAMS_ONE_ROOM", ["综合指挥室", "社区警务队", "案件办理队"]],
])("a station is laid out as its template %s says", async (template, names) => {
  const { createStation } = await bureau.administrator.run(
    `mutation ($input: CreateStationInput!) { createStation(input: $input) { id kind template parent { kind } units { name } } }`,
    { input: { idempotencyKey: newKey(), name: "新派出所", template } },
  );
  expect(createStation).toMatchObject({
    kind: "STATION",
    template,
    parent: { kind: "BUREAU" },
    units: names.map((name) => ({ name })),
  });
  expect(await auditOf(bureau, createStation.id)).toMatchObject([{ action: "station.create" }]);
});

test("an update changes what it is given, and only from the version seen", async () => {
  const station = await makeUnit(bureau, { name: "旧名", code: "S-01" });
  const updated = await run("updateUnit", { id: station.id, name: "新名", expectedVersion: 1 });
  expect(updated).toMatchObject({ name: "新名", code: "S-01", version: 2 });
  expect(await run("updateUnit", { id: station.id, code: null, position: 7, expectedVersion: 2 })).toMatchObject({
    name: "新名",
    code: null,
    position: 7,
  });
  expect(await refused("updateUnit", { id: station.id, name: "再改", expectedVersion: 2 })).toMatchObject({
    code: "CONFLICT",
    fields: [{ code: "VERSION_MOVED", params: { version: 3 } }],
  });
  expect((await auditOf(bureau, station.id))[1]).toMatchObject({
    action: "unit.update",
    before: { name: "旧名" },
    after: { name: "新名" },
  });
  const { unit } = await bureau.administrator.run(
    `query ($id: ID!) { unit(id: $id) { history { action before after } } }`,
    { id: station.id },
  );
  expect(unit.history.map((entry: { action: string }) => entry.action)).toEqual([
    "unit.update",
    "unit.update",
    "unit.create",
  ]);
});

test("a unit moves with all below it, never under itself, never away from its grids", async () => {
  const [north, south] = [await makeUnit(bureau), await makeUnit(bureau)];
  const zone = await makeUnit(bureau, { parentId: north.id, kind: "ZONE" });
  const room = await makeUnit(bureau, { parentId: zone.id, kind: "POLICE_ROOM" });
  expect(await run("moveUnit", { id: zone.id, parentId: south.id, expectedVersion: 1 })).toMatchObject({
    parent: { id: south.id },
  });
  const team = await makeUnit(bureau, { parentId: zone.id, kind: "TEAM" });
  expect(codes(await refused("moveUnit", { id: zone.id, parentId: room.id, expectedVersion: 2 }))).toEqual([
    "input.parentId UNIT_PLACE",
  ]);
  await insertGrid(bureau, south.id, { policeRoomId: room.id, name: "原站网格" });
  expect(await refused("moveUnit", { id: zone.id, parentId: north.id, expectedVersion: 2 })).toMatchObject({
    fields: [{ code: "UNIT_GRIDS_STAY", params: { names: "原站网格" } }],
  });
  expect(await run("moveUnit", { id: room.id, parentId: team.id, expectedVersion: 1 })).toMatchObject({
    parent: { id: team.id },
  });
});

test("a unit closes only when nothing in it stays open, and may reopen", async () => {
  const station = await makeUnit(bureau, { openedOn: "2024-01-01" });
  await makeUnit(bureau, { parentId: station.id, kind: "TEAM", name: "留守队" });
  await insertGrid(bureau, station.id);
  await insertMember(bureau, station.id);
  const answer = await refused("closeUnit", { id: station.id, on: "2023-12-31", reason: "测试", expectedVersion: 1 });
  expect(codes(answer)).toEqual(
    ["UNIT_HAS_GRIDS", "UNIT_HAS_MEMBERS", "UNIT_HAS_UNITS", "UNIT_OPENED_LATER"].map((code) => `input.on ${code}`),
  );
  expect(answer.fields.find((field) => field.code === "UNIT_HAS_UNITS")?.params).toEqual({ count: 1, names: "留守队" });
  const other = await makeUnit(bureau);
  await insertMember(bureau, other.id, { leftOn: "2025-01-01" });
  expect(await run("closeUnit", { id: other.id, on: "2026-01-01", reason: "撤并", expectedVersion: 1 })).toMatchObject({
    closedOn: "2026-01-01",
    isOpen: false,
  });
  expect(codes(await refused("closeUnit", { id: other.id, expectedVersion: 2 }))).toEqual(["input.id UNIT_CLOSED"]);
  expect(codes(await refused("createUnit", { parentId: other.id, kind: "TEAM", name: "队" }))).toEqual([
    "input.parentId UNIT_CLOSED",
  ]);
  expect(await run("reopenUnit", { id: other.id, expectedVersion: 2 })).toMatchObject({
    closedOn: null,
    isOpen: true,
  });
  expect(codes(await refused("reopenUnit", { id: other.id, expectedVersion: 3 }))).toEqual([
    "input.id UNIT_NOT_CLOSED",
  ]);
  expect(codes(await refused("closeUnit", { id: bureau.rootId, expectedVersion: 1 }))).toEqual([
    "input.id UNIT_IS_ROOT",
  ]);
  expect((await auditOf(bureau, other.id)).map((entry) => [entry.action, entry.reason])).toEqual([
    ["unit.create", null],
    ["unit.close", "撤并"],
    ["unit.reopen", null],
  ]);
});

test("a closing that is planned lets nothing in that would still be there", async () => {
  const station = await makeUnit(bureau);
  const [team, other] = [
    await makeUnit(bureau, { parentId: station.id, kind: "TEAM" }),
    await makeUnit(bureau, { kind: "TEAM" }),
  ];
  await run("closeUnit", { id: team.id, on: "2098-12-31", expectedVersion: 1 });
  await run("closeUnit", { id: station.id, on: "2099-01-01", expectedVersion: 1 });
  expect(codes(await refused("createUnit", { parentId: station.id, kind: "TEAM", name: "新队" }))).toEqual([
    "input.parentId UNIT_CLOSED",
  ]);
  expect(codes(await refused("moveUnit", { id: other.id, parentId: station.id, expectedVersion: 1 }))).toEqual([
    "input.parentId UNIT_CLOSED",
  ]);
  expect(codes(await refused("reopenUnit", { id: team.id, expectedVersion: 2 }))).toEqual(["input.id UNIT_CLOSED"]);
  await run("closeUnit", { id: other.id, on: "2099-01-01", expectedVersion: 1 });
  expect(await run("moveUnit", { id: other.id, parentId: station.id, expectedVersion: 2 })).toMatchObject({
    closedOn: "2099-01-01",
  });
});

test("another bureau's unit looks absent, and one out of reach too", async () => {
  const [other, station] = [await makeBureau(), await makeUnit(bureau)];
  const absent = await refused("updateUnit", {
    id: newId(),
    name: "甲",
    expectedVersion: 1,
  });
  const foreign = await refused("updateUnit", { id: other.rootId, name: "甲", expectedVersion: 1 });
  expect(foreign).toMatchObject({ code: "NOT_FOUND", fields: absent.fields });
  expect(codes(await refused("createUnit", { parentId: other.rootId, kind: "STATION", name: "甲" }))).toEqual([
    "input.parentId NOT_FOUND",
  ]);
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: station.id });
  expect((await refused("updateUnit", { id: station.id, name: "甲", expectedVersion: 1 }, chief)).code).toBe(
    "FORBIDDEN",
  );
  expect((await refused("updateUnit", { id: bureau.rootId, name: "甲", expectedVersion: 1 }, chief)).code).toBe(
    "NOT_FOUND",
  );
  expect((await refused("createStation", { name: "甲", template: "ONE_ROOM_ONE_TEAM" }, chief)).code).toBe("FORBIDDEN");
});

const list = `query ($filter: UnitFilter, $orderBy: UnitOrder! = POSITION, $direction: OrderDirection! = ASC, $first: Int, $after: String) {
  units(filter: $filter, orderBy: $orderBy, direction: $direction, first: $first, after: $after) { totalCount nodes { name } pageInfo { endCursor hasNextPage } }
}`;
const names = async (variables: object, by = bureau.administrator) =>
  (await by.run(list, { ...variables })).units.nodes.map((unit: { name: string }) => unit.name);

test("units are found, filtered and sorted, names by pinyin", async () => {
  for (const [name, code] of [
    ["张庄派出所", "S-1"],
    ["安寨派出所", "S-3"],
    ["李湾派出所", "S-2"],
  ])
    await makeUnit(bureau, { name, code });
  expect(await names({ filter: { kind: "STATION" }, orderBy: "NAME" })).toEqual([
    "安寨派出所",
    "李湾派出所",
    "张庄派出所",
  ]);
  expect(await names({ filter: { parentId: bureau.rootId }, orderBy: "CODE", direction: "DESC" })).toEqual([
    "安寨派出所",
    "李湾派出所",
    "张庄派出所",
  ]);
  expect(await names({ filter: { search: "s-2" } })).toEqual(["李湾派出所"]);
  expect(await names({ filter: { search: " lWp " } })).toEqual(["李湾派出所"]);
  expect(await names({ filter: { search: "100%" } })).toEqual([]);
  const closing = await makeUnit(bureau, { name: "撤销派出所" });
  await run("closeUnit", { id: closing.id, on: "2025-01-01", reason: "测试", expectedVersion: 1 });
  expect(await names({ filter: { kind: "STATION", openOnly: true } })).toEqual([
    "张庄派出所",
    "安寨派出所",
    "李湾派出所",
  ]);
  const page = (await bureau.administrator.run(list, { filter: { kind: "STATION" }, orderBy: "NAME", first: 2 })).units;
  expect(page).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
  expect(
    await names({ filter: { kind: "STATION" }, orderBy: "NAME", first: 2, after: page.pageInfo.endCursor }),
  ).toEqual(["李湾派出所", "张庄派出所"]);
});

test("a chief sees the units of the station, a node by its id, and nothing above", async () => {
  const station = await makeUnit(bureau, { name: "本站" });
  await makeUnit(bureau, { parentId: station.id, kind: "TEAM", name: "本队" });
  const elsewhere = await makeUnit(bureau, { name: "外站" });
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: station.id });
  expect(await names({}, chief)).toEqual(["本站", "本队"]);
  const seen = await chief.run(
    `query ($own: ID!, $other: ID!) { node(id: $own) { __typename ... on Unit { name parent { name } viewerMay } } hidden: node(id: $other) { id } unit(id: $other) { id } bureau { name viewerMay units { name } } }`,
    { own: station.id, other: elsewhere.id },
  );
  expect(seen).toMatchObject({
    node: {
      __typename: "Unit",
      name: "本站",
      parent: null,
      viewerMay: ["MANAGE_DUTY_LINES", "DRAW_RECHECKS", "MANAGE_LIST_SCHEMES", "REVIEW_WEEKS", "SHARE_LIST_VIEWS"],
    },
    hidden: null,
    unit: null,
    bureau: {
      viewerMay: [
        "ISSUE_WORK",
        "SET_DUTY_LINE",
        "REGISTER_MATTER",
        "MANAGE_CHECKLISTS",
        "DRAW_RECHECKS",
        "REVIEW_WEEKS",
      ],
    },
  });
});
