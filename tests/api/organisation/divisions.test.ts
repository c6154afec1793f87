import { beforeEach, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { auditOf, codes, insertGrid, makeUnit } from "./ground.ts";

let bureau: Bureau;
beforeEach(async () => {
  bureau = await makeBureau();
});

const mutation = (name: string) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { id version name code kind closedOn parent { code name } viewerMay } }`;
const run = async (name: string, input: object) =>
  (await bureau.administrator.run(mutation(name), { input: { idempotencyKey: newKey(), ...input } }))[name];
const refused = (name: string, input: object, by = bureau.administrator) =>
  by.refused(mutation(name), { input: { idempotencyKey: newKey(), ...input } });

const county = { code: "410481", name: "虚构市" };
const village = { code: "410481100200", name: "虚构村委会", townshipName: "虚构镇", countyName: "虚构市" };

test("a division is made under the one its code says, its kind told by the code", async () => {
  expect(await run("createDivision", county)).toMatchObject({
    kind: "COUNTY",
    parent: null,
    viewerMay: ["UPDATE_DIVISION", "CLOSE_DIVISION"],
  });
  await run("createDivision", { code: "410481100", name: "虚构镇", kind: "TOWNSHIP" });
  const made = await run("createDivision", { code: "410481100200", name: "虚构村委会" });
  expect(made).toMatchObject({ kind: "VILLAGE", parent: { code: "410481100" } });
  expect(await run("createDivision", { code: "410481100401", name: "虚构居委会" })).toMatchObject({
    kind: "COMMUNITY",
  });
  expect(await auditOf(bureau, made.id)).toMatchObject([
    { action: "division.create", after: { code: "410481100200", kind: "VILLAGE" } },
  ]);
});

test.each([
  [{ code: "41048", name: "甲" }, "input.code DIVISION_CODE_SHAPE"],
  [{ code: "410481000", name: "甲" }, "input.code DIVISION_CODE_SHAPE"],
  [{ code: "410481100600", name: "甲" }, "input.code DIVISION_CODE_RANGE"],
  [{ code: "410481100200", name: "甲", kind: "COMMUNITY" }, "input.kind DIVISION_KIND"],
  [{ code: "410481100", name: "甲" }, "input.code DIVISION_PARENT"],
  [{ code: "410482", name: "  " }, "input.name REQUIRED"],
])("%j is refused: %s", async (input, fault) => {
  const answer = await refused("createDivision", input);
  expect([answer.code, codes(answer)]).toEqual(["INVALID", [fault]]);
});

test("a code that is taken names its division", async () => {
  await run("createDivision", county);
  expect(await refused("createDivision", { ...county, name: "别名" })).toMatchObject({
    code: "CONFLICT",
    fields: [{ code: "DIVISION_CODE_TAKEN", params: { name: "虚构市" } }],
  });
});

test("a list of divisions makes those above them too, and again changes nothing", async () => {
  const rows = [village, { code: "410481100001", name: "虚构居委会" }];
  const made = await run("importDivisions", { rows });
  expect(made).toMatchObject([
    { code: "410481100200", parent: { name: "虚构镇" } },
    { code: "410481100001", kind: "COMMUNITY" },
  ]);
  expect((await run("importDivisions", { rows })).map((row: { id: string }) => row.id)).toEqual(
    made.map((row: { id: string }) => row.id),
  );
  const { divisions } = await bureau.administrator.run(`{ divisions { totalCount nodes { code } } }`);
  expect(divisions).toMatchObject({
    totalCount: 4,
    nodes: [{ code: "410481" }, { code: "410481100" }, { code: "410481100001" }, { code: "410481100200" }],
  });
});

test("a list with faults makes nothing and names each row", async () => {
  const rows = [
    village,
    { code: "410481100600", name: "甲" },
    { code: "410481100200", name: "又一" },
    { code: "410482100200", name: "外县" },
  ];
  expect(codes(await refused("importDivisions", { rows }))).toEqual([
    "input.rows.1.code DIVISION_CODE_RANGE",
    "input.rows.2.code DIVISION_CODE_TWICE",
    "input.rows.3.code DIVISION_PARENT",
    "input.rows.3.code DIVISION_PARENT",
  ]);
  expect((await bureau.administrator.run(`{ divisions { totalCount } }`)).divisions.totalCount).toBe(0);
  await run("importDivisions", { rows: [village] });
  expect(await refused("importDivisions", { rows: [{ ...village, name: "改名" }] })).toMatchObject({
    code: "CONFLICT",
    fields: [{ path: ["input", "rows", 0, "code"], code: "DIVISION_CODE_TAKEN" }],
  });
  expect(codes(await refused("importDivisions", { rows: [] }))).toEqual(["input.rows DIVISION_ROWS"]);
});

test("a division is renamed and closed, and keeps its history", async () => {
  const [made] = await run("importDivisions", { rows: [village] });
  expect(await run("updateDivision", { id: made.id, name: "新村委会", expectedVersion: 1 })).toMatchObject({
    name: "新村委会",
    version: 2,
  });
  expect(codes(await refused("updateDivision", { id: made.id, name: "再改", expectedVersion: 1 }))).toEqual([
    "input.expectedVersion VERSION_MOVED",
  ]);
  const gridId = await insertGrid(bureau, (await makeUnit(bureau)).id, { divisionId: made.id, name: "在用网格" });
  expect(await refused("closeDivision", { id: made.id, expectedVersion: 2 })).toMatchObject({
    code: "CONFLICT",
    fields: [{ code: "DIVISION_HAS_GRIDS", params: { names: "在用网格" } }],
  });
  await bureau.sql(
    (sql) => sql`update grids set closed_on = '2025-01-01' where bureau_id = ${bureau.id} and id = ${gridId}`,
  );
  expect(
    await run("closeDivision", { id: made.id, on: "2026-01-01", reason: "并村", expectedVersion: 2 }),
  ).toMatchObject({ closedOn: "2026-01-01" });
  expect(codes(await refused("closeDivision", { id: made.id, expectedVersion: 3 }))).toEqual([
    "input.id DIVISION_CLOSED",
  ]);
  const { division } = await bureau.administrator.run(
    `{ division(code: "410481100") { id version divisions { name closedOn history { action reason } } } }`,
  );
  expect(division.divisions[0].history).toMatchObject([
    { action: "division.close", reason: "并村" },
    { action: "division.update" },
    { action: "division.create" },
  ]);
  const parent = await run("closeDivision", { id: division.id, expectedVersion: 1 });
  expect(parent.closedOn).not.toBeNull();
});

test("a closing is taken back, from the top down, and stays in the history", async () => {
  const [made] = await run("importDivisions", { rows: [village] });
  const { parent } = (await bureau.administrator.run(`{ division(code: "410481100200") { parent { id version } } }`))
    .division;
  expect(codes(await refused("reopenDivision", { id: made.id, expectedVersion: 1 }))).toEqual([
    "input.id DIVISION_NOT_CLOSED",
  ]);
  await run("closeDivision", { id: made.id, on: "2026-01-01", reason: "并村", expectedVersion: 1 });
  await run("closeDivision", { id: parent.id, on: "2026-01-01", reason: "测试", expectedVersion: 1 });
  expect(await refused("reopenDivision", { id: made.id, expectedVersion: 2 })).toMatchObject({
    code: "CONFLICT",
    fields: [{ code: "DIVISION_CLOSED", params: { name: "虚构镇", closedOn: "2026-01-01" } }],
  });
  await run("reopenDivision", { id: parent.id, expectedVersion: 2 });
  expect(codes(await refused("reopenDivision", { id: made.id, expectedVersion: 1 }))).toEqual([
    "input.expectedVersion VERSION_MOVED",
  ]);
  expect(codes(await refused("reopenDivision", { id: made.id, reason: "字".repeat(201), expectedVersion: 2 }))).toEqual(
    ["input.reason TOO_LONG"],
  );
  expect(await run("reopenDivision", { id: made.id, reason: "恢复", expectedVersion: 2 })).toMatchObject({
    closedOn: null,
    version: 3,
  });
  const { division } = await bureau.administrator.run(
    `{ division(code: "410481100200") { history { action before after reason } } }`,
  );
  expect(division.history[0]).toEqual({
    action: "division.reopen",
    before: { closedOn: "2026-01-01" },
    after: { closedOn: null },
    reason: "恢复",
  });
});

test("another bureau's division looks absent, and a chief may change none", async () => {
  const other = await makeBureau();
  const [made] = await run("importDivisions", { rows: [village] });
  const input = { id: made.id, name: "甲", expectedVersion: 1 };
  expect((await refused("updateDivision", input, other.administrator)).code).toBe("NOT_FOUND");
  expect(await other.administrator.run(`{ division(code: "410481100200") { id } }`)).toEqual({ division: null });
  const chief = await bureau.signIn({ role: "STATION_CHIEF" });
  expect((await refused("updateDivision", input, chief)).code).toBe("FORBIDDEN");
  expect((await refused("importDivisions", { rows: [village] }, chief)).code).toBe("FORBIDDEN");
});

test("divisions are found by name, code and parent, in either order", async () => {
  await run("importDivisions", {
    rows: [
      { ...village, name: "张庄" },
      { code: "410481100201", name: "安庄" },
    ],
  });
  const find = async (args: string) =>
    (await bureau.administrator.run(`{ divisions(${args}) { nodes { name } } }`)).divisions.nodes.map(
      (row: { name: string }) => row.name,
    );
  expect(await find(`filter: { kind: VILLAGE }, orderBy: NAME`)).toEqual(["安庄", "张庄"]);
  expect(await find(`filter: { parentCode: "410481100" }, direction: DESC`)).toEqual(["安庄", "张庄"]);
  expect(await find(`filter: { search: "410481100200" }`)).toEqual(["张庄"]);
  expect(await find(`filter: { search: "庄", openOnly: true }`)).toEqual(["张庄", "安庄"]);
  expect(await find(`filter: { search: " Az " }`)).toEqual(["安庄"]);
  expect(await find(`filter: { search: "xgz" }`)).toEqual(["虚构镇"]);
});
