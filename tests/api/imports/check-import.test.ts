import { newId } from "@maple-bridge/server/kernel/ids";
import { expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import {
  check,
  checkDocument,
  chiefOf,
  countOf,
  deedsOf,
  errorsOf,
  gridColumns,
  importAll,
  mapDocument,
  memberColumns,
  read,
  type Rows,
  upload,
} from "./importing.ts";

const village = (code: string, name: string, station = "甲派出所") => [code, name, "", station];

/** Two villages of one station, imported on the way. */
async function bureauWithGrids(): Promise<Bureau> {
  const bureau = await makeBureau();
  await importAll(bureau, "GRIDS", {
    columns: gridColumns,
    rows: [village("410481001201", "一村"), village("410481001202", "二村")],
  });
  return bureau;
}

async function errorsOfMembers(bureau: Bureau, rows: Rows, options?: object) {
  return errorsOf(
    await check(bureau.administrator, await upload(bureau, "MEMBERS", { columns: memberColumns, rows }), options),
  );
}

const row = (overrides: Partial<Record<string, string>>) =>
  memberColumns.map(
    (column) =>
      overrides[column] ??
      { 警号: "J001", 姓名: "张三", 人员类别: "民警", 所属单位: "甲派出所", 网格编码: "410481001201" }[column] ??
      "",
  );

test("every wrong cell of a grid file is named, in the caller's language", async () => {
  const bureau = await bureauWithGrids();
  await bureau.sql(
    (sql) => sql`update grids set closed_on = '2025-01-01' where bureau_id = ${bureau.id} and code = '410481001202'`,
  );
  const rows = [
    village("410481001203", "三村", "没有的派出所"),
    village("410481001202", "二村"),
    village("410481001", "四村"),
    village("410481001205", ""),
    ["QY-0001", "某企业", "村", "甲派出所"],
    village("410481001299", "五村", "测试公安局"),
  ];
  const id = await upload(bureau, "GRIDS", { columns: gridColumns, rows });
  const checked = await check(bureau.administrator, id, { openedOn: "2024-01-01" });
  expect(errorsOf(checked)).toEqual([
    [2, "派出所", "没有的派出所", "ROW_UNKNOWN_STATION"],
    [2, "网格编码", "410481001203", "ROW_UNKNOWN_DIVISION"],
    [3, "网格编码", "410481001202", "ROW_GRID_CLOSED"],
    [4, "网格编码", "410481001", "CODE_FORMAT"],
    [5, "网格名称", "", "REQUIRED"],
    [5, "网格编码", "410481001205", "ROW_UNKNOWN_DIVISION"],
    [6, "行政区划代码", "", "ROW_DIVISION_REQUIRED"],
    [7, "派出所", "测试公安局", "ROW_UNKNOWN_STATION"],
    [7, "网格编码", "410481001299", "ROW_UNKNOWN_DIVISION"],
  ]);
  expect(checked.errors.nodes[2]).toMatchObject({
    message: "网格“二村”自 2025-01-01 起关闭。",
    params: { closedOn: "2025-01-01" },
  });
  const english = { ...bureau.administrator.headers, "accept-language": "en" };
  const response = await bureau.app.fastify.inject({
    method: "POST",
    url: "/graphql",
    headers: english,
    payload: {
      query: `query ($id: ID!) { import(id: $id) { errors(first: 1) { nodes { message } } fields { key title isRequired } } }`,
      variables: { id },
    },
  });
  expect(response.json().data.import).toMatchObject({
    errors: {
      nodes: [
        {
          message: "There is no such station. Correct the name, or choose to create missing stations and police rooms.",
        },
      ],
    },
    fields: expect.arrayContaining([{ key: "code", title: "Grid code", isRequired: false }]),
  });
});

test("every wrong cell of a member file is named", async () => {
  const bureau = await bureauWithGrids();
  await importAll(bureau, "MEMBERS", {
    columns: memberColumns,
    rows: [row({ 警号: "J100", 姓名: "王五", 网格编码: "410481001202" })],
  });
  const errors = await errorsOfMembers(bureau, [
    row({ 网格编码: "410481001999" }),
    row({ 警号: "J002", 姓名: "李四", 所属单位: "没有的单位" }),
    row({ 警号: "J100", 姓名: "别人", 网格编码: "" }),
    row({ 警号: "J004", 姓名: "赵六", 网格编码: "410481001202" }),
    row({ 警号: "J005", 姓名: "钱七", 人员类别: "辅警", 职务: "调解员" }),
    row({ 警号: "J006", 姓名: "孙八", 人员类别: "辅警", 起始日期: "2023-12-31" }),
    row({ 警号: "J007", 姓名: "周九", 人员类别: "联防队员" }),
    row({ 警号: "J008", 姓名: "吴十", 起始日期: "2024-02-30" }),
    row({ 警号: "J009", 姓名: "郑一", 网格编码: "410481001201" }),
    row({ 警号: "J010", 姓名: "冯二", 人员类别: "调解员", 起始日期: "1999-01-01" }),
  ]);
  expect(errors).toEqual([
    [2, "网格编码", "410481001999", "ROW_UNKNOWN_GRID"],
    [3, "所属单位", "没有的单位", "ROW_UNKNOWN_UNIT"],
    [4, "警号", "J100", "ROW_BADGE_TAKEN"],
    [5, "网格编码", "410481001202", "ROW_SEAT_TAKEN"],
    [6, "职务", "调解员", "ROW_KIND_CANNOT_HOLD"],
    [7, "网格编码", "410481001201", "ROW_GRID_OPENS_LATER"],
    [8, "人员类别", "联防队员", "UNKNOWN_WORD"],
    [9, "起始日期", "2024-02-30", "NOT_A_DATE"],
    [10, "网格编码", "410481001201", "ROW_TWO_OFFICERS"],
    [11, "起始日期", "1999-01-01", "ROW_DAY_TOO_FAR"],
  ]);
});

test("all that is wrong with a row is told at once: how a cell is written, and what it names in vain", async () => {
  const bureau = await bureauWithGrids();
  const errors = await errorsOfMembers(bureau, [
    row({ 警号: "J001", 姓名: "", 所属单位: "没有的单位", 网格编码: "410481001999" }),
    row({ 警号: "", 姓名: "李四", 起始日期: "2024-02-30", 网格编码: "410481001201" }),
  ]);
  expect(errors).toEqual([
    [2, "姓名", "", "REQUIRED"],
    [2, "所属单位", "没有的单位", "ROW_UNKNOWN_UNIT"],
    [2, "网格编码", "410481001999", "ROW_UNKNOWN_GRID"],
    [3, "起始日期", "2024-02-30", "NOT_A_DATE"],
    [3, "警号", "", "ROW_BADGE_MISSING"],
  ]);
  const id = await upload(bureau, "GRIDS", {
    columns: gridColumns,
    rows: [village("410481001298", "", "没有的派出所"), village("410481001203", "三村", "甲派出所")],
  });
  expect(errorsOf(await check(bureau.administrator, id, { openedOn: "2024-01-01" }))).toEqual([
    [2, "网格名称", "", "REQUIRED"],
    [2, "派出所", "没有的派出所", "ROW_UNKNOWN_STATION"],
    [2, "网格编码", "410481001298", "ROW_UNKNOWN_DIVISION"],
    [3, "网格编码", "410481001203", "ROW_UNKNOWN_DIVISION"],
  ]);
});

test("a seat without a day needs one from the check", async () => {
  const bureau = await bureauWithGrids();
  expect(await errorsOfMembers(bureau, [row({})], {})).toEqual([[2, "起始日期", "", "REQUIRED"]]);
});

test("no more holders are taken than the standard allows", async () => {
  const bureau = await bureauWithGrids();
  await bureau.sql(
    (sql) =>
      sql`insert into staffing_standards ${sql({ bureauId: bureau.id, id: newId(), gridKind: "VILLAGE", complexity: "ORDINARY", duty: "AUXILIARY", atLeast: 1, atMost: 1, startsAt: "2024-06-01T00:00:00Z" })}`,
  );
  const auxiliary = (badge: string, name: string) => row({ 警号: badge, 姓名: name, 人员类别: "辅警" });
  expect(await errorsOfMembers(bureau, [auxiliary("F1", "甲一"), auxiliary("F2", "乙二")])).toEqual([
    [3, "网格编码", "410481001201", "ROW_SEATS_FULL"],
  ]);
});

test("what a code or badge is there for already is updated", async () => {
  const bureau = await bureauWithGrids();
  const grids = await importAll(bureau, "GRIDS", {
    columns: [...gridColumns, "复杂程度"],
    rows: [
      [...village("410481001201", "一村新名", "乙派出所"), "复杂"],
      [...village("410481001202", "二村"), ""],
    ],
  });
  expect(grids.summary).toMatchObject({ stationsCreated: 1, gridsCreated: 0, gridsUpdated: 1, gridsUnchanged: 1 });
  const { grid } = await bureau.administrator.run(
    `{ grid(code: "410481001201") { name complexity version station { name } history { action reason before after } } }`,
  );
  expect(grid).toMatchObject({ name: "一村新名", complexity: "COMPLEX", version: 2, station: { name: "乙派出所" } });
  expect(grid.history[0]).toMatchObject({
    action: "grid.update",
    reason: "导入.csv",
    before: { name: "一村", complexity: "ORDINARY" },
    after: { name: "一村新名", complexity: "COMPLEX" },
  });

  await importAll(bureau, "MEMBERS", { columns: memberColumns, rows: [row({})] });
  const members = await importAll(bureau, "MEMBERS", {
    columns: memberColumns,
    rows: [row({ 电话: "19900000001", 所属单位: "乙派出所" })],
  });
  expect(members.summary).toMatchObject({
    membersCreated: 0,
    membersUpdated: 1,
    assignmentsCreated: 0,
    assignmentsUnchanged: 1,
  });
});

test("a check writes nothing but its own outcome", async () => {
  const bureau = await makeBureau();
  const id = await upload(bureau, "GRIDS", { columns: gridColumns, rows: [village("410481001201", "一村")] });
  const checked = await check(bureau.administrator, id);
  expect(checked).toMatchObject({ status: "CHECKED", errorCount: 0, doneRows: 0 });
  expect(checked.summary).toMatchObject({ stationsCreated: 1, divisionsCreated: 3, gridsCreated: 1 });
  expect([await countOf(bureau, "grids"), await countOf(bureau, "divisions"), await countOf(bureau, "units")]).toEqual([
    0, 0, 1,
  ]);
  expect(await deedsOf(bureau, id)).toEqual(["import.upload", "import.check", "import.checked"]);
});

test("one station may be named for rows that name none", async () => {
  const bureau = await bureauWithGrids();
  const [station] = await bureau.sql(
    (sql) => sql<{ id: string }[]>`select id from units where bureau_id = ${bureau.id} and kind = 'STATION'`,
  );
  const id = await upload(bureau, "GRIDS", {
    columns: ["网格编码", "网格名称", "网格类型"],
    rows: [["QY-000001", "某企业", "企业"]],
  });
  expect(errorsOf(await check(bureau.administrator, id, { openedOn: "2024-01-01" }))).toEqual([
    [1, "派出所", "", "COLUMN_MISSING"],
  ]);
  expect(await check(bureau.administrator, id, { openedOn: "2024-01-01", stationId: station!.id })).toMatchObject({
    errorCount: 0,
    summary: { gridsCreated: 1 },
  });
  const refused = await bureau.administrator.refused(checkDocument, {
    input: { idempotencyKey: newKey(), id, stationId: bureau.rootId },
  });
  expect(refused).toMatchObject({ code: "INVALID", fields: [{ path: ["input", "stationId"] }] });
});

test("columns are mapped by hand, and a new mapping asks for a new check", async () => {
  const bureau = await makeBureau();
  const id = await upload(bureau, "GRIDS", {
    columns: ["甲", "乙", "丙"],
    rows: [["410481001201", "一村", "甲派出所"]],
  });
  const { version } = await read(bureau.administrator, id);
  const mapping = [
    { column: 0, field: "code" },
    { column: 1, field: "name" },
    { column: 2, field: "stationName" },
  ];
  const { mapImportColumns } = await bureau.administrator.run(mapDocument, {
    input: { idempotencyKey: newKey(), id, expectedVersion: version, mapping },
  });
  expect(mapImportColumns).toMatchObject({ status: "UPLOADED", mapping });
  expect(await check(bureau.administrator, id)).toMatchObject({ status: "CHECKED", errorCount: 0 });
  const wrong = [
    { column: 7, field: "code" },
    { column: 1, field: "nothing" },
    { column: 1, field: "name" },
  ];
  const refused = await bureau.administrator.refused(mapDocument, {
    input: { idempotencyKey: newKey(), id, expectedVersion: version + 3, mapping: wrong },
  });
  expect(refused.fields.map((field) => field.code)).toEqual([
    "IMPORT_MAPPING_COLUMN",
    "IMPORT_MAPPING_FIELD",
    "IMPORT_MAPPING_TWICE",
  ]);
  const stale = await bureau.administrator.refused(mapDocument, {
    input: { idempotencyKey: newKey(), id, expectedVersion: version, mapping },
  });
  expect(stale.fields).toMatchObject([{ code: "VERSION_MOVED" }]);
});

test("an import of another bureau, or seen by a chief, looks absent", async () => {
  const [bureau, other] = [await bureauWithGrids(), await makeBureau()];
  const id = await upload(bureau, "GRIDS", { columns: gridColumns, rows: [village("410481001203", "三村")] });
  const [station] = await bureau.sql(
    (sql) => sql<{ id: string }[]>`select id from units where bureau_id = ${bureau.id} and kind = 'STATION'`,
  );
  const chief = await chiefOf(bureau, station!.id);
  for (const client of [other.administrator, chief]) {
    expect(
      await client.run(`query ($id: ID!) { import(id: $id) { id } imports { totalCount } node(id: $id) { id } }`, {
        id,
      }),
    ).toEqual({ import: null, imports: { totalCount: 0 }, node: null });
    expect(await client.refused(checkDocument, { input: { idempotencyKey: newKey(), id } })).toMatchObject({
      code: "NOT_FOUND",
    });
  }
});
