import { expect, test } from "vitest";
import { makeBureau, type Bureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { makeMember } from "../grids/ground.ts";
import { countOf, deedsOf, gridColumns, importAll, memberColumns, recorded, type Run, villages } from "./importing.ts";

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
    { code: "IMPORT_STOOD_ON", params: { count: 2, what: "任职" } },
    { code: "IMPORT_STOOD_ON", params: { count: 1, what: "人员" } },
    { code: "IMPORT_MADE_CHANGED", params: { count: 2, what: "网格" } },
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
  await makeMember(bureau, grid.station.id);
  expect(await refusals(bureau, brought)).toEqual([
    { code: "IMPORT_STOOD_ON", params: { count: 1, what: "人员" } },
    { code: "IMPORT_MADE_CHANGED", params: { count: 1, what: "网格" } },
  ]);
  expect(await countOf(bureau, "grids")).toBe(2);
});

test("an import that changed rows, or that another version is known of, is not undone", async () => {
  const bureau = await makeBureau();
  await importAll(bureau, "GRIDS", grids);
  const renamed = grids.rows.map(([code = "", , ...rest], index) => [code, `新名${index}村`, ...rest]);
  const changing = await importAll(bureau, "GRIDS", {
    ...grids,
    rows: [...renamed, ["QY-0001", "园区", "企业", "城关派出所", ""]],
  });
  expect(await refusals(bureau, changing)).toEqual([{ code: "IMPORT_CHANGED_ROWS", params: { count: 2 } }]);
  const { fields } = await bureau.administrator.refused(undoDocument, inputOf({ ...changing, version: 1 }));
  expect(fields).toMatchObject([{ code: "VERSION_MOVED" }]);
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
