import { recordNext } from "@maple-bridge/server/modules/imports";
import postgres from "postgres";
import { expect, test } from "vitest";
import { type Bureau, makeBureau, theServer } from "../../support/bureau.ts";
import { countOf, gridColumns, importAll } from "./importing.ts";

const portions = 200;

/** As after a start, or a night: what a plan is made from says that the table is empty. */
test("one portion of what is left is told of at a time, and none goes untold, whatever the planner takes for best", async () => {
  const bureau = await makeBureau();
  const { id } = await importAll(bureau, "GRIDS", {
    columns: gridColumns,
    rows: [["QY-000001", "某企业", "企业", "甲派出所"]],
  });
  const before = await countOf(bureau, "audit_entries");
  await leave(bureau, id);
  await bureau.sql((sql) => sql`delete from import_deeds where bureau_id = ${bureau.id}`);
  const superuser = postgres((await theServer()).superuserUrl, { max: 1 });
  await superuser`analyze import_deeds`;
  await superuser.end();
  await leave(bureau, id);
  for (let told = 1; told <= 3; told++) {
    expect(await bureau.sql((sql) => recordNext(sql as never, bureau.id))).toBe(true);
    expect(await countOf(bureau, "import_deeds")).toBe(portions - told);
    expect((await countOf(bureau, "audit_entries")) - before).toBe(told);
  }
});

const leave = (bureau: Bureau, runId: string) =>
  bureau.sql(async (sql) => {
    const by = sql.json({ accountId: null, actorName: "测试账号", requestId: "request" });
    const rows = sql.json([{ id: runId, badge: "J1", name: "警员", phone: null }]);
    await sql`
      insert into import_deeds (bureau_id, run_id, position, list, rows, file_name, at, by)
      select ${bureau.id}, ${runId}, n, 'createdMembers', ${rows}, '导入.csv', now(), ${by} from generate_series(1, ${portions}) n`;
  });
