import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { assign, demand, dayFromNow, fromNow } from "../api/assignments/staffing.ts";
import { makeGrid, makeMember, makeStation } from "../api/grids/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter, openWorkbench } from "../support/enter.ts";
import { download, goOn, inspect, turnTo } from "../support/hands.ts";
import { phone, visit } from "../support/site.ts";
import { rowsOfWorkbook } from "../support/workbook.ts";

const rowsOf = (page: Page) => page.locator("tbody tr[data-row-key]");

/** A station where one has left and another has come, and one with a gap of old. */
async function makeChanges() {
  const bureau = await makeBureau();
  const [stationId, otherId] = [
    await makeStation(bureau, { name: "虚构东派出所" }),
    await makeStation(bureau, { name: "虚构西派出所" }),
  ];
  const [grid, second] = [await makeGrid(bureau, stationId), await makeGrid(bureau, stationId)];
  await makeGrid(bureau, otherId);
  const [left, came] = [await makeMember(bureau, stationId), await makeMember(bureau, stationId)];
  await demand(bureau, { from: fromNow(-300) });
  const reason = "补录";
  const { administrator } = bureau;
  await assign(administrator, { gridId: grid.id, memberId: left.id, from: fromNow(-200), to: fromNow(-20), reason });
  await assign(administrator, { gridId: second.id, memberId: came.id, from: fromNow(-10), to: fromNow(100), reason });
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await openWorkbench(page);
  return { page, complaints, grid, left, came };
}

test("two days are compared: every figure shows the rows that it counts, which open their grid and member", async () => {
  const { page, complaints, grid, left, came } = await makeChanges();
  await turnTo(page, "网格与任职");
  await page.getByRole("link", { name: "对比", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "两日对比与月报" }).waitFor();
  await goOn(page, `/grids/compare?from=${dayFromNow(-60)}`);
  await expect.poll(() => rowsOf(page).count()).toBe(4);
  await page
    .getByRole("img", { name: /^配备率：/ })
    .locator("svg")
    .waitFor();
  await inspect(page, "compare");
  for (const kind of ["到任", "离任", "新增空缺", "消除空缺"]) {
    await page.getByRole("link", { name: `虚构东派出所，${kind}：1` }).click();
    await expect.poll(() => rowsOf(page).count(), { message: kind }).toBe(1);
    await page.getByRole("link", { name: `虚构西派出所，${kind}：0` }).click();
    await page.getByText("没有符合筛选的变动。").waitFor();
  }
  await page.getByRole("link", { name: "合计，离任：1" }).click();
  await rowsOf(page).getByText(left.badge).waitFor();
  await inspect(page, "compare-rows");
  await rowsOf(page).getByRole("link", { name: grid.name }).click();
  await page.getByRole("dialog", { name: grid.name }).getByText(left.badge).first().waitFor();
  await goOn(page, `/grids/compare?from=${dayFromNow(-60)}&kind=CAME`);
  await rowsOf(page).getByRole("link", { name: came.name }).click();
  await page.getByRole("dialog").getByText(came.badge).first().waitFor();
  expect(complaints).toEqual([]);
});

test("the month's report is kept as a file, and coverage by month stands in a table too", async () => {
  const { page, complaints } = await makeChanges();
  await goOn(page, `/grids/compare?from=${dayFromNow(-60)}&to=${dayFromNow(-5)}`);
  const { bytes } = await download(page, page.getByRole("button", { name: "导出月报" }));
  const rows = rowsOfWorkbook(bytes);
  expect(String(rows[0]![0])).toContain(`（${dayFromNow(-60)} 至 ${dayFromNow(-5)}）`);
  expect(rows.slice(2, 5).map(([name]) => name)).toEqual(["虚构东派出所", "虚构西派出所", "合计"]);
  await page.getByText("以表格查看").click();
  const months = page.getByRole("region", { name: "配备率走势" }).getByRole("row");
  await expect.poll(() => months.count()).toBe(20);
  expect(await months.nth(13).innerText()).toMatch(/3\s+1\s+33\.3%\s+现在/);
  expect(await months.nth(19).innerText()).toMatch(/3\s+0\s+0%\s+计划/);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Two days compared" }).waitFor();
  await inspect(page, "compare-in-english");
  await page.setViewportSize(phone.viewport);
  await inspect(page, "phone-compare");
  await page.getByRole("region", { name: "Coverage by month" }).getByRole("link").first().click();
  await page.waitForURL(/\/grids\?at=/);
  expect(complaints).toEqual([]);
});
