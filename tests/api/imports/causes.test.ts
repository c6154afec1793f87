import { expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import {
  check,
  countOf,
  deedsOf,
  errorsOf,
  gridColumns,
  importAll,
  memberColumns,
  read,
  type Run,
  send,
  type Sheet,
  upload,
  write,
} from "./importing.ts";
import { bytesOf } from "./importing.ts";
import { toldOf } from "./cases.ts";

interface Cause {
  code: string;
  column: string;
  value: string | null;
  count: number;
  places: string;
  fix: string | null;
  isSuggested: boolean;
  means: string | null;
  day: string | null;
  rows: number[];
}

const causesOf = async ({ administrator }: Bureau, { id }: Pick<Run, "id">) =>
  (
    await administrator.run<{ import: { causes: Cause[] } }>(
      `query ($id: ID!) { import(id: $id) { causes { code column value count places fix isSuggested means day rows } } }`,
      { id },
    )
  ).import.causes;

const memberSheet = (...rows: Record<string, string>[]): Sheet => ({
  columns: memberColumns,
  rows: rows.map((row) => memberColumns.map((column) => row[column] ?? "")),
});

const officer = { 人员类别: "民警", 所属单位: "城关派出所", 起始日期: "2026-02-01" };

async function makeChengguan() {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau, { name: "城关派出所" });
  await makeGrid(bureau, stationId, { code: "410481001201", name: "东城村村民委员会", openedOn: "2026-01-01" });
  await makeGrid(bureau, stationId, { code: "410481001202", name: "西城村村民委员会", openedOn: "2026-01-01" });
  return { ...bureau, stationId };
}

test("errors of one cause stand together, with what does away with them", async () => {
  const bureau = await makeChengguan();
  const sheet = memberSheet(
    { ...officer, 警号: "F1", 姓名: "示例甲", 所属单位: "城关所", 电话: "123" },
    { ...officer, 警号: "F2", 姓名: "示例乙", 所属单位: "城关所", 电话: "456", 网格编码: "410481001201" },
    { ...officer, 警号: "F3", 姓名: "示例丙", 网格编码: "410481001202", 起始日期: "2025-03-01" },
    { ...officer, 姓名: "示例丁", 网格编码: "410481001999" },
  );
  const id = await upload(bureau, "MEMBERS", sheet);
  const checked = await check(bureau.administrator, id, { from: "2026-01-01" });
  const told = await causesOf(bureau, checked);
  expect(
    told.map(({ code, column, count, places, fix, isSuggested }) => [code, column, count, places, fix, isSuggested]),
  ).toEqual([
    ["ROW_UNKNOWN_UNIT_LIKE", "所属单位", 2, "2、3", "NAME", true],
    ["ROW_GRID_OPENS_LATER", "网格编码", 1, "4", "OPEN_EARLIER", true],
    ["ROW_BADGE_MISSING", "警号", 1, "5", "NUMBER_MEMBERS", true],
    ["PHONE_FORMAT", "电话", 2, "2、3", "BLANK", false],
    ["ROW_UNKNOWN_GRID", "网格编码", 1, "5", "LEAVE_OUT", false],
  ]);
  expect(told[0]).toMatchObject({ value: "城关所", means: "城关派出所" });
  expect(told[1]).toMatchObject({ day: "2025-03-01" });
  expect(told[4]).toMatchObject({ rows: [5] });

  const again = await check(bureau.administrator, id, {
    from: "2026-01-01",
    opensEarlier: true,
    blanks: ["phone"],
    leavesOut: [5],
    names: [{ written: "城关所", means: "城关派出所" }],
  });
  expect(errorsOf(again)).toEqual([]);
  expect(await causesOf(bureau, again)).toEqual([]);
  const written = await write(bureau.administrator, again);
  expect(written).toMatchObject({ status: "WRITTEN", summary: { membersCreated: 3, assignmentsCreated: 2 } });
  const {
    members,
    grid,
    import: run,
  } = await bureau.administrator.run<Record<string, unknown>>(
    `query ($id: ID!) { members(orderBy: BADGE) { nodes { badge phone unit { name } } } grid(code: "410481001202") { id openedOn }
      import(id: $id) { summary { gridsOpenedEarlier rowsLeftOut } options { opensEarlier blanks leavesOut names { written means } } } }`,
    { id },
  );
  expect(members).toEqual({
    nodes: ["F1", "F2", "F3"].map((badge) => ({ badge, phone: null, unit: { name: "城关派出所" } })),
  });
  expect(grid).toMatchObject({ openedOn: "2025-03-01" });
  expect(await deedsOf(bureau, (grid as { id: string }).id)).toContain("grid.update");
  expect(run).toEqual({
    summary: { gridsOpenedEarlier: 1, rowsLeftOut: 1 },
    options: {
      opensEarlier: true,
      blanks: ["phone"],
      leavesOut: [5],
      names: [{ written: "城关所", means: "城关派出所" }],
    },
  });
});

test("a check that is told of a field or a year that there is none of is refused by field", async () => {
  const bureau = await makeChengguan();
  const id = await upload(bureau, "MEMBERS", memberSheet({ ...officer, 警号: "F1", 姓名: "示例甲", 电话: "123" }));
  const refused = await bureau.administrator.ask(
    `mutation ($input: CheckImportInput!) { checkImport(input: $input) { id } }`,
    { input: { idempotencyKey: newKey(), id, blanks: ["none"], leavesOut: [], countedYear: 1800 } },
  );
  expect(refused.errors?.[0]?.extensions["fields"]).toMatchObject([
    { path: ["input", "blanks", 0], code: "IMPORT_MAPPING_FIELD" },
    { path: ["input", "countedYear"], code: "OUT_OF_RANGE" },
  ]);
});

test("members without badges are who is there by name, or get numbers that nobody bears", async () => {
  const bureau = await makeChengguan();
  await makeMember(bureau, bureau.stationId, { badge: "MJ-0007", name: "示例甲", kind: "OFFICER" });
  await makeMember(bureau, bureau.stationId, { badge: "FJ-0001", name: "示例乙", kind: "AUXILIARY" });
  const sheet = memberSheet(
    { ...officer, 姓名: "示例甲", 网格编码: "410481001201" },
    { ...officer, 姓名: "示例丙", 网格编码: "410481001202" },
    { ...officer, 警号: "FJ-0009", 姓名: "示例丁", 人员类别: "辅警" },
    { ...officer, 姓名: "示例戊", 人员类别: "辅警", 网格编码: "410481001201" },
    { ...officer, 姓名: "示例戊", 人员类别: "辅警", 网格编码: "410481001202" },
  );
  const id = await upload(bureau, "MEMBERS", sheet);
  const unsaid = await check(bureau.administrator, id, { from: "2026-01-01" });
  expect(errorsOf(unsaid)).toEqual([
    [3, "警号", "", "ROW_BADGE_MISSING"],
    [5, "警号", "", "ROW_BADGE_MISSING"],
  ]);
  const said = await check(bureau.administrator, id, { from: "2026-01-01", numbersMembers: true });
  const written = await write(bureau.administrator, said);
  expect(written.summary).toMatchObject({ membersCreated: 3, membersUnchanged: 1, assignmentsCreated: 4 });
  const { members } = await bureau.administrator.run<{ members: { nodes: { badge: string; name: string }[] } }>(
    `{ members(orderBy: BADGE) { nodes { badge name } } }`,
  );
  expect(members.nodes).toEqual([
    { badge: "FJ-0001", name: "示例乙" },
    { badge: "FJ-0009", name: "示例丁" },
    { badge: "FJ-0010", name: "示例戊" },
    { badge: "MJ-0007", name: "示例甲" },
    { badge: "MJ-0008", name: "示例丙" },
  ]);
  const same = await importAll(bureau, "MEMBERS", sheet, { from: "2026-01-01", numbersMembers: true });
  expect(same.summary).toMatchObject({ membersCreated: 0, membersUnchanged: 4, assignmentsUnchanged: 4 });
});

test("grids without codes are found by a name that is one grid's of the station", async () => {
  const bureau = await makeChengguan();
  const otherId = await makeStation(bureau, { name: "尹集派出所" });
  await makeGrid(bureau, otherId, { code: "410481002201", name: "东城村村民委员会" });
  const grids = { columns: ["村名称", "派出所", "户数"], rows: [["东城村", "城关派出所", "120"]] };
  const written = await importAll(bureau, "GRIDS", grids, { countedYear: 2025 });
  expect(written.summary).toMatchObject({ gridsCreated: 0, gridsUpdated: 1 });
  const { grid } = await bureau.administrator.run<{ grid: object }>(
    `{ grid(code: "410481001201") { name households countedYear } }`,
  );
  expect(grid).toEqual({ name: "东城村村民委员会", households: 120, countedYear: 2025 });

  const unknown = { columns: grids.columns, rows: [["南城村", "城关派出所", "120"]] };
  const checked = await check(bureau.administrator, await upload(bureau, "GRIDS", unknown), { countedYear: 2025 });
  expect(errorsOf(checked)).toEqual([[2, "网格编码", "", "ROW_GRID_CODE_MISSING"]]);

  const roster = {
    columns: ["姓名", "人员类别", "派出所", "负责网格", "到岗时间"],
    rows: [
      ["示例甲", "民警", "城关派出所", "东城村、西城村委会", "2026年2月1日"],
      ["示例乙", "民警", "尹集派出所", "东城", "2026.2.1"],
    ],
  };
  const id = await upload(bureau, "MEMBERS", roster);
  const run = await check(bureau.administrator, id, { numbersMembers: true });
  expect(errorsOf(run)).toEqual([[3, "负责网格", "东城", "ROW_UNKNOWN_GRID_LIKE"]]);
  const names = [{ written: "东城", means: "东城村村民委员会" }];
  const fixed = await write(
    bureau.administrator,
    await check(bureau.administrator, id, { numbersMembers: true, names }),
  );
  expect(fixed.summary).toMatchObject({ membersCreated: 2, assignmentsCreated: 3 });
});

test("missing police rooms are created with the stations, each below its own", async () => {
  const bureau = await makeBureau();
  const sheet = {
    columns: [...gridColumns, "警务室"],
    rows: [
      ["QY-0001", "一号园区", "企业", "城关派出所", "中心警务室"],
      ["QY-0002", "二号园区", "企业", "城关派出所", "中心警务室"],
      ["QY-0003", "三号园区", "企业", "尹集派出所", "中心警务室"],
    ],
  };
  const id = await upload(bureau, "GRIDS", sheet);
  const first = await check(bureau.administrator, id, { openedOn: "2026-01-01" });
  expect((await causesOf(bureau, first)).map(({ code, fix }) => [code, fix])).toEqual([
    ["ROW_UNKNOWN_STATION", "CREATE_STATIONS"],
    ["ROW_UNKNOWN_POLICE_ROOM", "CREATE_STATIONS"],
  ]);
  const run = await check(bureau.administrator, id, { openedOn: "2026-01-01", createStations: true });
  expect((await toldOf(bureau, id)).creations.filter(({ kind }) => kind === "POLICE_ROOM")).toMatchObject([
    { name: "中心警务室", rows: 2 },
    { name: "中心警务室", rows: 1 },
  ]);
  await write(bureau.administrator, run);
  const { grids } = await bureau.administrator.run<{ grids: { nodes: unknown[] } }>(
    `{ grids(orderBy: CODE) { nodes { code policeRoom { name parent { name } } } } }`,
  );
  expect(grids.nodes).toEqual([
    { code: "QY-0001", policeRoom: { name: "中心警务室", parent: { name: "城关派出所" } } },
    { code: "QY-0002", policeRoom: { name: "中心警务室", parent: { name: "城关派出所" } } },
    { code: "QY-0003", policeRoom: { name: "中心警务室", parent: { name: "尹集派出所" } } },
  ]);
  expect(await countOf(bureau, "units")).toBe(5);
});

test("a corrected file goes on with the columns and assumptions of the first, and a column that is new is known by its title", async () => {
  const bureau = await makeChengguan();
  const first = await upload(bureau, "GRIDS", {
    columns: ["代号", "村名称", "派出所"],
    rows: [["QY-0001", "一号园区", "城关派出所"]],
  });
  const { version } = await read(bureau.administrator, first);
  const mapping = ["code", "name", "stationName"].map((field, column) => ({ column, field }));
  await bureau.administrator.run(
    `mutation ($input: MapImportColumnsInput!) { mapImportColumns(input: $input) { id } }`,
    {
      input: { idempotencyKey: newKey(), id: first, expectedVersion: version, mapping },
    },
  );
  const checked = await check(bureau.administrator, first, { openedOn: "2026-03-01", leavesOut: [9] });
  expect(errorsOf(checked)).toEqual([[1, "网格类型", "", "COLUMN_MISSING"]]);
  const corrected = bytesOf({
    columns: ["错误原因", "代号", "村名称", "派出所", "类型", "编码"],
    rows: [["", "QY-0001", "一号园区", "城关派出所", "企业", "9"]],
  });
  const { id } = await send(bureau, bureau.administrator, "GRIDS", corrected, { like: first });
  const told = await toldOf(bureau, id);
  expect(told.mapping).toEqual([
    { column: 1, field: "code" },
    { column: 2, field: "name" },
    { column: 3, field: "stationName" },
    { column: 4, field: "kind" },
  ]);
  const { import: run } = await bureau.administrator.run<{ import: object }>(
    `query ($id: ID!) { import(id: $id) { options { openedOn leavesOut } } }`,
    { id },
  );
  expect(run).toEqual({ options: { openedOn: "2026-03-01", leavesOut: [] } });
  const other = await send(bureau, bureau.administrator, "MEMBERS", corrected, { like: first });
  expect(other.errors[0]?.extensions.fields).toMatchObject([{ path: ["like"], code: "NOT_FOUND" }]);
});

test("two columns of one field are told, and totals wherever they are named", async () => {
  const bureau = await makeChengguan();
  const id = await upload(bureau, "GRIDS", {
    columns: ["序号", "派出所", "网格编码", "网格名称", "网格类型", "户数", "总户数"],
    rows: [
      ["1", "城关派出所", "QY-0001", "一号园区", "企业", "", ""],
      ["", "城关派出所", "小计", "1", "", "", ""],
      ["2", "城关派出所", "QY-0002", "小计园区", "企业", "", ""],
      ["城关派出所合计", "", "2", "", "", "", ""],
      ["总 计", "", "2", "", "", "", ""],
    ],
  });
  const { notes, totalRows } = await toldOf(bureau, id);
  expect(totalRows).toBe(2);
  expect(notes.map(({ code, params }) => [code, params])).toEqual([
    ["NOTE_TOTALS", { count: 3, places: "3、5、6" }],
    ["NOTE_FIELD_TWICE", { count: 1, places: "总户数" }],
  ]);
});
