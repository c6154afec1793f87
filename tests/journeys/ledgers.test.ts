import { expect, test } from "vitest";
import { disputeLedger, layLedgers } from "../api/imports/ledgers.ts";
import { enter } from "../support/enter.ts";
import { download, escapeFrom, inspect, sendFile } from "../support/hands.ts";
import { visit } from "../support/site.ts";
import { rowsOfWorkbook } from "../support/workbook.ts";

test("a station's ledger with titles in two lines, people and totals comes in, is seen, and goes out again as it is shown", async () => {
  const { bureau, gridName } = await layLedgers();
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await page.goto("/import");
  await page.getByText("矛盾纠纷台账", { exact: true }).click();
  const template = await download(page, page.getByRole("button", { name: "下载模板" }));
  expect(template.name).toBe("矛盾纠纷台账导入模板.xlsx");

  await sendFile(page, "矛盾纠纷台账.xlsx", disputeLedger(gridName, "门面转让"));
  await page.getByText("有 2 列是当事人等个人信息，已在读取时去掉，不保留：当事人·甲方、当事人·联系电话。").waitFor();
  await page.getByText("有 1 行是合计，不导入：第 7 行。").waitFor();
  expect(await page.locator("table").innerText()).not.toContain("虚构甲");
  await inspect(page, "46-a-ledger");
  await page.getByRole("button", { name: "下一步：检查" }).click();
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await page.getByText("是另一个，新建").click();
  await page.getByRole("button", { name: "按以上答复重新检查" }).click();
  await page.getByText("将新建类别（1）").waitFor();
  await inspect(page, "47-a-ledger-is-checked");
  await page.getByRole("button", { name: "写入", exact: true }).click();
  await page.getByText("已全部写入。").waitFor();

  await page.getByRole("link", { name: "查看事项" }).click();
  await page.getByRole("heading", { level: 1, name: "事项台账" }).waitFor();
  const rows = page.locator("tbody tr[data-row-key]");
  await expect.poll(() => rows.count()).toBe(3);
  await inspect(page, "48-the-ledger-of-matters");
  await rows.filter({ hasText: "停车占道" }).click();
  await page.getByRole("dialog").getByText("多次调解，移交").first().waitFor();
  await page.getByRole("dialog").getByText("没有登记的工作").waitFor();
  await escapeFrom(page, page.getByRole("dialog"));

  await page.getByLabel("状态").click();
  await page.getByTitle("办理中", { exact: true }).click();
  await expect.poll(() => rows.count()).toBe(1);
  await page.getByRole("button", { name: /导出$/ }).click();
  const file = await download(page, page.getByText("台账格式（xlsx）"));
  expect(file.name).toMatch(/^事项台账-.*\.xlsx$/);
  expect(rowsOfWorkbook(file.bytes).at(-2)).toEqual(["合计：1 行"]);
  await page.getByRole("button", { name: "排查情况报表" }).click();
  const report = await download(page, page.getByRole("dialog").getByRole("button", { name: "导出" }));
  expect(String(rowsOfWorkbook(report.bytes)[0]![0])).toContain("矛盾纠纷排查情况");
  expect(complaints).toEqual([]);
});
