import { expect, test } from "vitest";
import { makeBureau, type Bureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { doDaily } from "../../support/jobs.ts";
import { dayFromNow } from "../assignments/staffing.ts";
import { makeGrid, makeMember } from "../grids/ground.ts";
import {
  countOf,
  deedsOf,
  everythingCreated,
  gridColumns,
  importAll,
  memberColumns,
  recorded,
  type Run,
  villages,
} from "./importing.ts";

const undoDocument = `mutation ($input: UndoImportInput!) { undoImport(input: $input) { status viewerMay } }`;
const inputOf = ({ id, version }: Pick<Run, "id" | "version">) => ({
  input: { idempotencyKey: newKey(), id, expectedVersion: version, reason: "传错了文件" },
});

const undo = ({ administrator }: Bureau, run: Run) => administrator.run(undoDocument, inputOf(run));
const refusals = async ({ administrator }: Bureau, run: Run) => {
  const { fields } = await administrator.refused(undoDocument, inputOf(run));
  return fields.map(({ code, params }) => ({ code, params }));
};

const grids = {
  columns: [...gridColumns, "警务室"],
  rows: [
    ["410481001201", "东城村村民委员会", "村", "城关派出所", "中心警务室"],
    ["410481001202", "西城村村民委员会", "村", "城关派出所", "中心警务室"],
  ],
};
const officer = ["F1", "示例甲", "民警", "城关派出所", "", "410481001201、410481001202", "责任民警", "2023-05-01"];
const members = { columns: memberColumns, rows: [officer] };

const tables = ["units", "divisions", "grids", "grid_facts", "members", "member_units", "assignments"];
const counts = async (bureau: Bureau) => {
  const found: Record<string, number> = {};
  for (const table of tables) found[table] = await countOf(bureau, table);
  return found;
};

test("what imports have made is taken back, the last one first, and nothing of it stays but the record", async () => {
  const bureau = await makeBureau();
  const before = await counts(bureau);
  const brought = await importAll(bureau, "GRIDS", grids);
  const between = await counts(bureau);
  const opened = await bureau.administrator.run(`{ grid(code: "410481001201") { openedOn } }`);
  const seated = await importAll(bureau, "MEMBERS", members, { opensEarlier: true });
  expect(seated.summary).toMatchObject({ membersCreated: 1, assignmentsCreated: 2 });
  expect(await bureau.administrator.run(`{ grid(code: "410481001201") { openedOn } }`)).toEqual({
    grid: { openedOn: "2023-05-01" },
  });

  expect(await refusals(bureau, brought)).toEqual([
    { code: "IMPORT_STOOD_ON", params: { count: 2, what: "任职", names: "：示例甲" } },
    { code: "IMPORT_STOOD_ON", params: { count: 1, what: "人员", names: "：示例甲" } },
    { code: "IMPORT_MADE_CHANGED", params: { count: 2, what: "网格", names: "：东城村村民委员会、西城村村民委员会" } },
  ]);
  expect(await undo(bureau, seated)).toEqual({ undoImport: { status: "UNDONE", viewerMay: [] } });
  expect(await counts(bureau)).toEqual(between);
  expect(await bureau.administrator.run(`{ grid(code: "410481001201") { openedOn } }`)).toEqual(opened);
  expect(await deedsOf(bureau, seated.id)).toContain("import.undo");

  await undo(bureau, brought);
  expect(await counts(bureau)).toEqual(before);
  expect(await bureau.administrator.run(`{ auditChain { brokenAt } }`)).toEqual({ auditChain: { brokenAt: null } });
  const again = await importAll(bureau, "GRIDS", grids);
  expect(again.summary).toMatchObject({ stationsCreated: 1, policeRoomsCreated: 1, gridsCreated: 2 });
});

test("what somebody has changed or added since keeps an import from being undone, and is named", async () => {
  const bureau = await makeBureau();
  const brought = await importAll(bureau, "GRIDS", grids);
  const { grid } = await bureau.administrator.run<{ grid: { id: string; version: number; station: { id: string } } }>(
    `{ grid(code: "410481001201") { id version station { id } } }`,
  );
  await bureau.administrator.run(`mutation ($input: UpdateGridInput!) { updateGrid(input: $input) { id } }`, {
    input: { idempotencyKey: newKey(), id: grid.id, expectedVersion: grid.version, households: 5, countedYear: 2025 },
  });
  await makeMember(bureau, grid.station.id, { name: "虚构乙" });
  expect(await refusals(bureau, brought)).toEqual([
    { code: "IMPORT_STOOD_ON", params: { count: 1, what: "人员", names: "：虚构乙" } },
    { code: "IMPORT_MADE_CHANGED", params: { count: 1, what: "网格", names: "：东城村村民委员会" } },
  ]);
  expect(await countOf(bureau, "grids")).toBe(2);
});

const changing = {
  columns: [...gridColumns, "警务室", "户数"],
  rows: [
    ["410481001201", "新东城村", "村", "城关派出所", "城东警务室", "120"],
    ["410481001202", "西城村村民委员会", "村", "城关派出所", "中心警务室", "90"],
    ["QY-0001", "园区", "企业", "城关派出所", "", ""],
  ],
};
const counted = { ...everythingCreated, countedYear: 2025 };

/** All that is kept of grids and members, but for their versions. */
const said = (bureau: Bureau) =>
  bureau.sql(
    (sql) => sql<{ row: object }[]>`
      select to_jsonb(g) - 'version' as row from grids g where g.bureau_id = ${bureau.id}
      union all select to_jsonb(f) from grid_facts f where f.bureau_id = ${bureau.id}
      union all select to_jsonb(m) - 'version' from members m where m.bureau_id = ${bureau.id}
      union all select to_jsonb(u) from member_units u where u.bureau_id = ${bureau.id} order by 1`,
  );

test("rows that were there before are as they were again, with their past, and the audit log tells of each", async () => {
  const bureau = await makeBureau();
  await importAll(bureau, "GRIDS", grids);
  await importAll(bureau, "MEMBERS", members, { ...everythingCreated, opensEarlier: true });
  const before = await said(bureau);
  const changed = await importAll(bureau, "GRIDS", changing, { ...counted, from: "2025-01-01" });
  expect(changed.summary).toMatchObject({ gridsUpdated: 2, gridsCreated: 1, policeRoomsCreated: 1 });
  const [, name, kind, ...rest] = officer;
  const moved = await importAll(bureau, "MEMBERS", {
    columns: memberColumns,
    rows: [["F1", name!, kind!, rest[0]!, "13900000001", "", "", ""]],
  });
  expect(moved.summary).toMatchObject({ membersUpdated: 1 });

  await undo(bureau, moved);
  await undo(bureau, changed);
  expect(await said(bureau)).toEqual(before);
  expect((await bureau.administrator.refused(undoDocument, inputOf(changed))).fields).toMatchObject([
    { code: "VERSION_MOVED" },
  ]);
  const { import: run } = await bureau.administrator.run<{ import: Run }>(
    `query ($id: ID!) { import(id: $id) { id version } }`,
    { id: changed.id },
  );
  expect(await refusals(bureau, run)).toMatchObject([{ code: "IMPORT_STATE" }]);
  const told = await bureau.sql(
    (sql) => sql<{ action: string; before: object; after: object; reason: string }[]>`
      select action, before, after, reason from audit_entries where bureau_id = ${bureau.id} and reason = '传错了文件' order by sequence`,
  );
  expect(told.map(({ action }) => action)).toEqual([
    "import.undo",
    "member.update",
    "import.undo",
    "grid.update",
    "grid.update",
  ]);
  expect(told[1]).toMatchObject({
    before: { phone: expect.not.stringContaining("13900000001") },
    after: { phone: null },
  });
  expect(told[3]).toMatchObject({
    before: { name: "新东城村", households: 120 },
    after: { name: "东城村村民委员会", households: null },
  });
  expect(await bureau.administrator.run(`{ auditChain { brokenAt } }`)).toEqual({ auditChain: { brokenAt: null } });
});

test("a row that was changed again since keeps all of its import, and is named in the language of who asks", async () => {
  const bureau = await makeBureau();
  await importAll(bureau, "GRIDS", grids);
  const changed = await importAll(bureau, "GRIDS", changing, counted);
  const { grid } = await bureau.administrator.run<{ grid: { id: string; version: number } }>(
    `{ grid(code: "410481001202") { id version } }`,
  );
  await bureau.administrator.run(`mutation ($input: UpdateGridInput!) { updateGrid(input: $input) { id } }`, {
    input: { idempotencyKey: newKey(), id: grid.id, expectedVersion: grid.version, households: 5, countedYear: 2025 },
  });
  const between = await said(bureau);
  expect(await refusals(bureau, changed)).toEqual([
    { code: "IMPORT_MADE_CHANGED", params: { count: 1, what: "网格", names: "：西城村村民委员会" } },
  ]);
  expect(await said(bureau)).toEqual(between);
  expect(await deedsOf(bureau, changed.id)).not.toContain("import.undo");
});

const assign = (bureau: Bureau, input: object) =>
  bureau.administrator.run(`mutation ($input: AssignMemberInput!) { assignMember(input: $input) { id } }`, {
    input: { idempotencyKey: newKey(), duty: "RESPONSIBLE_OFFICER", reason: "补录", ...input },
  });

test("a kind is not brought back whose seats are held by now; those that the import gave go with it", async () => {
  const bureau = await makeBureau();
  await importAll(bureau, "GRIDS", grids);
  const auxiliary = ["F1", "示例甲", "辅警", "城关派出所", "", "", "", ""];
  await importAll(bureau, "MEMBERS", { columns: memberColumns, rows: [auxiliary] });
  const before = await said(bureau);
  const promoted = await importAll(bureau, "MEMBERS", members, { ...everythingCreated, opensEarlier: true });
  expect(promoted.summary).toMatchObject({ membersUpdated: 1, assignmentsCreated: 2 });
  await undo(bureau, promoted);
  expect(await said(bureau)).toEqual(before);
  expect(await countOf(bureau, "assignments")).toBe(0);

  const again = await importAll(bureau, "MEMBERS", members, { ...everythingCreated, opensEarlier: true });
  const found = await bureau.administrator.run<{ members: { nodes: [{ id: string; unit: { id: string } }] } }>(
    `{ members(first: 1) { nodes { id unit { id } } } }`,
  );
  const [{ id: memberId, unit }] = found.members.nodes;
  const { id: gridId } = await makeGrid(bureau, unit.id);
  await assign(bureau, { gridId, memberId });
  expect(await refusals(bureau, again)).toEqual([
    { code: "IMPORT_KIND_HOLDS_SEAT", params: expect.objectContaining({ member: "示例甲", badge: "F1" }) },
  ]);
  expect(await countOf(bureau, "assignments")).toBe(3);
});

test("an opening is not brought back before which somebody has begun, nor a room that is closed", async () => {
  const bureau = await makeBureau();
  await importAll(bureau, "GRIDS", grids);
  const opened = await importAll(
    bureau,
    "GRIDS",
    { columns: [...grids.columns, "启用日期"], rows: grids.rows.map((row) => [...row, "2023-05-01"]) },
    { ...everythingCreated, opensEarlier: true },
  );
  const { grid } = await bureau.administrator.run<{ grid: { id: string; station: { id: string } } }>(
    `{ grid(code: "410481001201") { id station { id } } }`,
  );
  const { id: memberId } = await makeMember(bureau, grid.station.id, { name: "虚构乙" });
  await assign(bureau, { gridId: grid.id, memberId, from: "2023-06-01T00:00:00+08:00" });
  expect(await refusals(bureau, opened)).toEqual([
    { code: "IMPORT_STOOD_ON", params: { count: 1, what: "任职", names: "：虚构乙" } },
  ]);

  const rows = grids.rows.map(([code, name, kind, station]) => [code!, name!, kind!, station!, "城东警务室"]);
  const moved = await importAll(bureau, "GRIDS", { ...grids, rows }, { ...everythingCreated, from: "2025-01-01" });
  const { units } = await bureau.administrator.run<{ units: { nodes: { id: string; version: number }[] } }>(
    `{ units(filter: { search: "中心警务室" }) { nodes { id version } } }`,
  );
  const [room] = units.nodes;
  await bureau.administrator.run(`mutation ($input: CloseUnitInput!) { closeUnit(input: $input) { id } }`, {
    input: { idempotencyKey: newKey(), id: room!.id, expectedVersion: room!.version, on: dayFromNow(0) },
  });
  expect(await refusals(bureau, moved)).toEqual([
    { code: "IMPORT_CLOSED_SINCE", params: { count: 1, what: "单位", names: "：中心警务室" } },
  ]);
});

test("what rows were before is kept for seven days; after that an import that changed rows is undone no more, and none offers it", async () => {
  const bureau = await makeBureau();
  await importAll(bureau, "GRIDS", grids);
  const changed = await importAll(bureau, "GRIDS", changing, counted);
  const mayNow = async () =>
    (
      await bureau.administrator.run<{ import: { viewerMay: string[] } }>(
        `query ($id: ID!) { import(id: $id) { viewerMay } }`,
        { id: changed.id },
      )
    ).import.viewerMay;
  expect(await mayNow()).toContain("UNDO_IMPORT");
  await bureau.sql(
    (sql) =>
      sql`update import_runs set created_at = created_at - interval '8 days' where bureau_id = ${bureau.id} and id = ${changed.id}`,
  );
  await doDaily(bureau, "imports.expire");
  expect(await mayNow()).not.toContain("UNDO_IMPORT");
  expect(await refusals(bureau, changed)).toEqual([{ code: "IMPORT_CHANGED_ROWS", params: { count: 2 } }]);
  const kept = await bureau.sql(
    (sql) =>
      sql<
        { rows: object[] }[]
      >`select rows from import_made where bureau_id = ${bureau.id} and run_id = ${changed.id} and list = 'changedGrids'`,
  );
  expect(kept).toEqual([{ rows: [] }]);
});

test("neither a chief nor another bureau undoes an import, and the database lets nothing else delete its rows", async () => {
  const bureau = await makeBureau();
  const brought = await importAll(bureau, "GRIDS", grids);
  await importAll(bureau, "MEMBERS", members, { opensEarlier: true });
  const other = await makeBureau();
  expect((await other.administrator.refused(undoDocument, inputOf(brought))).code).toBe("NOT_FOUND");
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: bureau.rootId });
  expect((await chief.refused(undoDocument, inputOf(brought))).code).toBe("NOT_FOUND");
  await expect(bureau.sql((sql) => sql`delete from assignments where bureau_id = ${bureau.id}`)).rejects.toThrow(
    "permission denied",
  );
  await expect(bureau.sql((sql) => sql`select take_back_import(${bureau.id}, ${brought.id})`)).rejects.toThrow(
    "by what undoes it",
  );
});

test("a large import is undone once the audit log has been told of all of it", { timeout: 120_000 }, async () => {
  const bureau = await makeBureau();
  const brought = await importAll(bureau, "GRIDS", villages);
  await recorded(bureau);
  await undo(bureau, brought);
  expect(await countOf(bureau, "grids")).toBe(0);
});
