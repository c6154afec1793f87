import type { Page } from "playwright-core";
import type { Sql } from "postgres";
import { expect, test } from "vitest";
import { makeGrid, makeStation } from "../api/grids/ground.ts";
import { type Bureau, makeBureau } from "../support/bureau.ts";
import { enter } from "../support/enter.ts";
import { gb18030 } from "../support/gb18030.ts";
import { download, inspect, sendFile, turnTo } from "../support/hands.ts";
import { desk, phone, visit } from "../support/site.ts";
import { workbookOf } from "../support/workbook.ts";

test("a roster in GB18030 has its columns matched by hand, and comes in corrected as an old workbook", async () => {
  const bureau = await makeBureau();
  const grid = await makeGrid(bureau, await makeStation(bureau, { name: "枫测派出所" }));
  const roster = (code: string) => [
    ["警号", "称呼", "人员类别", "所属单位", "网格编码", "职务", "起始日期"],
    ["WG-1", "测试甲", "网格员", "枫测派出所", grid.code, "网格员", "2026.3.5"],
    ["WG-2", "测试乙", "网格员", "枫测派出所", code, "网格员", "2026年3月5日"],
  ];
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await page.goto("/import");
  await page.getByText("人员与任职", { exact: true }).click();
  const template = await download(page, page.getByRole("button", { name: "下载模板" }));
  expect([template.name, template.bytes.subarray(0, 2).toString()]).toEqual(["人员导入模板.xlsx", "PK"]);

  await sendFile(
    page,
    "花名册.csv",
    gb18030(
      roster("没有的网格")
        .map((cells) => cells.join(","))
        .join("\r\n"),
    ),
  );
  await page.getByText("还没有对应必填的列：姓名").waitFor();
  await page.getByLabel("“称呼”导入为").click();
  await page.getByTitle("姓名（必填）").click();
  await inspect(page, "41-columns-by-hand");
  await page.getByRole("button", { name: "下一步：检查" }).click();
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await page.getByRole("row").filter({ hasText: "没有的网格" }).getByText("3", { exact: true }).waitFor();
  await inspect(page, "42-error-of-a-csv");

  await sendFile(page, "花名册.xls", workbookOf(roster(grid.code), "biff8"));
  await page.getByRole("heading", { level: 1, name: "花名册.xls" }).waitFor();
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await page.getByRole("button", { name: "写入", exact: true }).click();
  await page.getByText("已全部写入。").waitFor();
  await page.getByRole("link", { name: "查看人员" }).click();
  await page.getByRole("row").filter({ hasText: "测试乙" }).getByText("枫测派出所").waitFor();
  expect(complaints).toEqual([]);
});

test.each([
  ["a desk", desk, "44-a-file-is-checked"],
  ["a phone", phone, "45-a-file-is-checked-by-phone"],
])("a check goes on by itself, and shows at %s when it is done", async (_where, screen, name) => {
  const bureau = await makeBureau();
  await makeStation(bureau, { name: "枫测派出所" });
  const { page, complaints } = await visit(screen);
  await enter(page, bureau);
  await page.goto("/import");
  const grids = [
    ["网格编码", "网格名称", "网格类型", "派出所"],
    ["QY-000001", "虚构企业", "企业", "枫测派出所"],
  ];
  await sendFile(page, "网格.csv", Buffer.from(grids.map((cells) => cells.join(",")).join("\n")));
  await page.getByRole("button", { name: "下一步：检查" }).click();
  await page.getByLabel("变更起始日期").fill("2026年3月1日");
  await page.getByRole("heading", { level: 1 }).click();
  await expect.poll(() => page.getByLabel("变更起始日期").inputValue()).toBe("2026-03-01");
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await page.getByText("没有错误。写入后将有以下变化：").waitFor();
  // As one that lasts: of its end the page is told by nothing but its own looking.
  const standing = (status: string) => (sql: Sql) =>
    sql`update import_runs set status = ${status}, active_at = now() + interval '1 hour' where bureau_id = ${bureau.id}`;
  await bureau.sql(standing("CHECKING"));
  await page.reload();
  await page.getByText("可以离开本页，检查会继续。").waitFor();
  await page.getByText("正在检查", { exact: true }).waitFor();
  expect(await page.getByRole("button", { name: "检查", exact: true }).isDisabled()).toBe(true);
  expect(await page.getByLabel("变更起始日期").inputValue()).toBe("2026-03-01");
  await inspect(page, name);
  await bureau.sql(standing("CHECKED"));
  await page.getByText("没有错误。写入后将有以下变化：").waitFor();
  expect(complaints).toEqual([]);
});

test("an import is given up while it is written, and leaves nothing", async () => {
  const bureau = await makeBureau();
  await makeStation(bureau, { name: "枫测派出所" });
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await page.goto("/import");
  await page.getByText("人员与任职", { exact: true }).click();
  await sendFile(
    page,
    "六百人.csv",
    Buffer.from(
      sixHundred()
        .map((cells) => cells.join(","))
        .join("\n"),
    ),
  );
  await page.getByRole("button", { name: "下一步：检查" }).click();
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await whileTheLastIsHeld(bureau, async () => {
    await page.getByRole("button", { name: "写入", exact: true }).click();
    await page.getByText(/^已写入 [1-9]\d*\/600 行$/).waitFor();
    await inspect(page, "43-an-import-is-written");
    await giveUp(page);
  });
  await page.getByText("这次导入已放弃，没有写入任何数据。").waitFor();
  await page.getByRole("link", { name: "返回导入列表" }).click();
  await page.getByRole("row").filter({ hasText: "六百人.csv" }).getByText("已放弃").waitFor();
  await turnTo(page, "人员");
  await page.getByText("共 0 条").waitFor();
  expect(complaints).toEqual([]);
});

const sixHundred = () => [
  ["警号", "姓名", "人员类别", "所属单位"],
  ...Array.from({ length: 600 }, (_, index) => [`WG-${index}`, `测试${index}`, "网格员", "枫测派出所"]),
];

async function giveUp(page: Page) {
  await page.getByRole("button", { name: "放弃导入" }).click();
  await page.getByRole("dialog", { name: "放弃这次导入？" }).getByRole("button", { name: "放弃导入" }).click();
  await page.getByText("这次导入已放弃，没有写入任何数据。").waitFor();
}

/** Another transaction holds the last one's badge: part is written, the rest waits. */
async function whileTheLastIsHeld(bureau: Bureau, work: () => Promise<void>) {
  const undone = new Error("undone");
  const held = bureau.sql(async (sql) => {
    await sql`insert into members (bureau_id, id, kind, badge, name, name_initials)
      select bureau_id, gen_random_uuid(), 'GRID_WORKER', 'WG-599', '抢先', 'qx' from units
      where bureau_id = ${bureau.id} and kind = 'STATION'`;
    await work();
    throw undone;
  });
  await held.catch((error: unknown) => {
    if (error !== undone) throw error;
  });
}
