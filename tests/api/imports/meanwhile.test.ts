import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import {
  check,
  countOf,
  ended,
  errorsOf,
  gridColumns,
  importAll,
  memberColumns,
  progressOf,
  start,
  upload,
  villages,
} from "./importing.ts";

const assignMember = `mutation ($input: AssignMemberInput!) { assignMember(input: $input) { id } }`;

test("what a file of members bears on is not held while it is written, and what came to it meanwhile is counted", async () => {
  const bureau = await makeBureau();
  const code = "QY-000001";
  await importAll(bureau, "GRIDS", { columns: gridColumns, rows: [[code, "某企业", "企业", "甲派出所"]] });
  const rows = Array.from({ length: 300 }, (_, index) => [
    `J${index}`,
    `警员${index}`,
    "民警",
    "甲派出所",
    "",
    index === 1 ? code : "",
    "",
    "",
  ]);
  await importAll(bureau, "MEMBERS", { columns: memberColumns, rows: rows.slice(0, 1) });
  const checked = await check(
    bureau.administrator,
    await upload(bureau, "MEMBERS", { columns: memberColumns, rows: rows.slice(1) }),
  );
  const [grid] = await bureau.sql((sql) => sql`select id from grids where bureau_id = ${bureau.id} and code = ${code}`);
  const [first] = await bureau.sql((sql) => sql`select id from members where bureau_id = ${bureau.id}`);
  const undone = new Error("undone");
  const held = bureau.sql(async (sql) => {
    await sql`insert into members (bureau_id, id, kind, badge, name, name_initials)
      select bureau_id, gen_random_uuid(), 'OFFICER', 'J299', '抢先', 'qx' from members where bureau_id = ${bureau.id}`;
    await start(bureau, checked);
    expect((await progressOf(bureau, checked.id)).status).toBe("WRITING");
    const input = {
      gridId: grid!["id"],
      memberId: first!["id"],
      duty: "RESPONSIBLE_OFFICER",
      from: "2024-01-01T16:00:00Z",
    };
    await bureau.administrator.run(assignMember, {
      input: { ...input, reason: "先行指派", idempotencyKey: newKey() },
    });
    throw undone;
  });
  await expect(held).rejects.toBe(undone);
  const run = await ended(bureau.administrator, checked.id);
  expect(run).toMatchObject({ status: "CHECKED", doneRows: 0 });
  expect(errorsOf(run)).toEqual([[2, "网格编码", code, "ROW_SEAT_TAKEN"]]);
  expect(await countOf(bureau, "members")).toBe(1);
});

const updateGrid = `mutation ($input: UpdateGridInput!) { updateGrid(input: $input) { version } }`;

test("the bureau's grids are not held while a file of grids is written, and what came meanwhile is kept", async () => {
  const bureau = await makeBureau();
  const old = { columns: gridColumns, rows: [["QY-000001", "某企业", "企业", "甲派出所"]] };
  await importAll(bureau, "GRIDS", old);
  const checked = await check(bureau.administrator, await upload(bureau, "GRIDS", villages));
  const [grid] = await bureau.sql(
    (sql) => sql<{ id: string; version: number }[]>`select id, version from grids where bureau_id = ${bureau.id}`,
  );
  await bureau.sql(async (sql) => {
    await sql`
      with made as (
        insert into grids (bureau_id, id, code, code_scheme, opened_on)
        values (${bureau.id}, gen_random_uuid(), '410481102299', 'OWN', '2024-01-01') returning id
      )
      insert into grid_facts (bureau_id, grid_id, starts_on, station_id, name, name_initials, kind)
      select f.bureau_id, made.id, '-infinity', f.station_id, '抢先', 'qx', 'ENTERPRISE' from made, grid_facts f where f.bureau_id = ${bureau.id}`;
    await start(bureau, checked);
    expect((await progressOf(bureau, checked.id)).doneRows).toBeGreaterThan(0);
    const input = { idempotencyKey: newKey(), id: grid!.id, expectedVersion: grid!.version, name: "改名企业" };
    await bureau.administrator.run(updateGrid, { input });
  });
  expect(await ended(bureau.administrator, checked.id)).toMatchObject({
    status: "WRITTEN",
    summary: { gridsCreated: 299, gridsUpdated: 1 },
  });
  expect(await countOf(bureau, "grids")).toBe(301);
});
