import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demand } from "../api/assignments/staffing.ts";
import { makeGrid, makeMember, makeStation } from "../api/grids/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter, openWorkbench } from "../support/enter.ts";
import { visit } from "../support/site.ts";

test("Back closes what was opened, one after another, and then leads to the page before", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  await demand(bureau, {});
  const grid = await makeGrid(bureau, stationId);
  const other = await makeGrid(bureau, stationId);
  await makeMember(bureau, stationId);
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await openWorkbench(page);
  const drawer = page.getByRole("dialog", { name: new RegExp(`${grid.name}|${other.name}`) }).first();
  const toGrids = async () => {
    await page.getByRole("navigation", { name: "菜单" }).getByRole("link", { name: "网格与任职" }).click();
    await page.getByRole("row").filter({ hasText: grid.code }).waitFor();
  };
  const back = () => page.goBack();
  const isAtWorkbench = () => page.getByRole("heading", { level: 1, name: "工作台" }).waitFor();

  await toGrids();
  await page.getByRole("searchbox").fill("测试");
  await page.waitForURL(/q=/);
  await page.getByRole("checkbox", { name: "含未启用和已关闭" }).check();
  await page.waitForURL(/closed=1/);
  await page.getByRole("row").filter({ hasText: grid.code }).click();
  await drawer.waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await drawer.getByRole("button", { name: "操作" }).click();
  await page.getByRole("menuitem", { name: "修改" }).click();
  const form = page.getByRole("dialog", { name: /^修改/ });
  await form.waitFor();
  await back();
  await form.waitFor({ state: "hidden" });
  expect(await drawer.isVisible()).toBe(true);
  await page.getByRole("region", { name: "岗位" }).getByRole("button", { name: "指派" }).click();
  const assign = page.getByRole("dialog", { name: /^指派/ });
  await assign.waitFor();
  await back();
  await assign.waitFor({ state: "hidden" });
  expect(await drawer.isVisible()).toBe(true);
  await back();
  await drawer.waitFor({ state: "hidden" });
  expect(new URL(page.url()).searchParams.get("q")).toBe("测试");
  await back();
  await isAtWorkbench();

  // What is closed by its own button leaves nothing to go back through.
  await toGrids();
  await page.getByRole("row").filter({ hasText: grid.code }).click();
  await drawer.waitFor();
  await drawer.getByRole("button", { name: "操作" }).click();
  await page.getByRole("menuitem", { name: "修改" }).click();
  await form.getByRole("button", { name: /^取\s?消$/ }).click();
  await form.waitFor({ state: "hidden" });
  await page.getByRole("region", { name: "岗位" }).getByRole("button", { name: "指派" }).click();
  await assign.getByRole("option").first().click();
  await assign.getByRole("button", { name: "指派" }).click();
  await assign.waitFor({ state: "hidden" });
  await drawer.getByRole("button", { name: "关闭" }).click();
  await drawer.waitFor({ state: "hidden" });
  await page.keyboard.press("n");
  await assign.waitFor();
  await back();
  await assign.waitFor({ state: "hidden" });
  await drawer.waitFor({ state: "hidden" });
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("combobox", { name: "查找" });
  await palette.waitFor();
  await back();
  await palette.waitFor({ state: "hidden" });
  await back();
  await isAtWorkbench();
  expect(complaints).toEqual([]);
});

test("what is made opens, and Back passes over the form that made it; a question is answered no, and a secret stays", async () => {
  const bureau = await makeBureau();
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await openWorkbench(page);
  const toTokens = () => turn(page, "访问令牌");
  await turn(page, "单位");
  await page.getByRole("button", { name: "新建派出所" }).click();
  const form = page.getByRole("dialog", { name: "新建派出所" });
  await form.getByLabel("名称").fill("尹集派出所");
  await form.getByRole("radio", { name: /两队一室/ }).check();
  await form.getByRole("button", { name: "新建" }).click();
  const made = page.getByRole("dialog", { name: "尹集派出所" });
  await made.waitFor();
  await page.goBack();
  await made.waitFor({ state: "hidden" });
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "工作台" }).waitFor();

  await toTokens();
  await page.getByRole("button", { name: "生成令牌" }).click();
  await page.getByRole("dialog").getByLabel("用途").fill("每日读取");
  await page.getByRole("dialog").getByRole("button", { name: "生成" }).click();
  const secret = page.getByText(/^mb_/);
  await secret.waitFor();
  await page.evaluate("history.back()");
  await page.getByLabel("用途").waitFor({ state: "hidden" });
  for (const _ of [1, 2]) {
    await page.waitForURL(/tokens/);
    await page.goBack();
  }
  await page.waitForURL(/tokens/);
  expect(await secret.isVisible()).toBe(true);
  await page.getByRole("button", { name: "已记下，关闭" }).click();
  await page
    .getByRole("row", { name: /每日读取/ })
    .getByRole("button", { name: "吊销" })
    .click();
  const question = page.getByRole("dialog").getByRole("button", { name: "吊销" });
  await question.waitFor();
  await page.goBack();
  await question.waitFor({ state: "hidden" });
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "工作台" }).waitFor();
  const { apiTokens } = await bureau.administrator.run(`{ apiTokens { nodes { isUsable } } }`);
  expect(apiTokens.nodes).toEqual([{ isUsable: true }]);
  expect(complaints).toEqual([]);
});

async function turn(page: Page, title: string) {
  await page.getByRole("navigation", { name: "菜单" }).getByRole("link", { name: title }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}
