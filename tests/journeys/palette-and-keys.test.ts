import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demand } from "../api/assignments/staffing.ts";
import { makeGrid, makeMember, makeStation } from "../api/grids/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { openWorkbench, signedIn } from "../support/enter.ts";
import { inspect, turnTo } from "../support/hands.ts";

/** Types into the palette, and takes what comes first. */
async function take(page: Page, text: string, label: string) {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "查找" }).fill(text);
  await page.getByRole("option", { name: label }).and(page.locator("[aria-selected=true]")).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "查找" }).waitFor({ state: "hidden" });
}

/** Whether the keys go on inside of it. */
const holdsFocus = (page: Page, selector: string) =>
  page.evaluate<boolean>(`document.activeElement?.closest(${JSON.stringify(selector)}) !== null`);

test("the palette fills the next gap, makes a grid, knows what was open lately and puts the focus where it leads", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau, { name: "枫测派出所" });
  await demand(bureau, { duty: "AUXILIARY" });
  const grid = await makeGrid(bureau, stationId, { name: "枫测一村" });
  await makeMember(bureau, stationId, { kind: "AUXILIARY", name: "安虚构", badge: "F0001" });
  const page = await signedIn(bureau);
  await openWorkbench(page);

  await take(page, "zpxyc", "指派下一处缺岗");
  const assign = page.getByRole("dialog", { name: /^指派/ });
  await assign.waitFor();
  expect(page.url()).toContain(grid.id);
  await page.keyboard.press("Escape");
  await assign.waitFor({ state: "hidden" });
  await page.keyboard.press("Escape");

  await take(page, "xjwg", "新建网格");
  const create = page.getByRole("dialog", { name: "新建网格" });
  await create.waitFor();
  await page.keyboard.press("Escape");
  await create.waitFor({ state: "hidden" });
  expect(page.url()).not.toContain("create");

  await turnTo(page, "人员");
  await page.keyboard.press("Control+k");
  const lately = page.getByRole("option", { name: "枫测一村 最近" });
  await lately.waitFor();
  await inspect(page, "90-palette");
  await lately.click();
  await page.getByRole("dialog", { name: /枫测一村/ }).waitFor();
  await expect.poll(() => holdsFocus(page, ".ant-drawer, main")).toBe(true);

  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "查找" }).fill("yuyan");
  await page.keyboard.press("Enter");
  await page.getByRole("navigation", { name: "Menu" }).waitFor();
});

test("? shows the keys of the page that is open, but where one types it is a letter", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  await makeGrid(bureau, stationId, { name: "枫测一村" });
  const page = await signedIn(bureau);
  await page.goto("/grids");
  await page.getByText("枫测一村").waitFor();
  const search = page.getByRole("searchbox").first();
  await search.press("?");
  expect(await search.inputValue()).toBe("?");
  await search.fill("");
  await page.getByRole("heading", { level: 1 }).click();

  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "快捷键" });
  await keys.waitFor();
  const told = await keys.locator("dl > div").allInnerTexts();
  const lines = told.map((line) => line.replaceAll(/\s+/g, " "));
  expect(lines).toEqual(expect.arrayContaining(["J 下一行", "K 上一行", "N 指派下一处缺岗", "? 显示本页快捷键"]));
  await inspect(page, "91-keys");
  await page.keyboard.press("Escape");
  await keys.waitFor({ state: "hidden" });

  await turnTo(page, "开放接口");
  await page.keyboard.press("?");
  await keys.waitFor();
  expect(await keys.getByText("指派下一处缺岗").count()).toBe(0);
});

test("pages stay at hand as tabs, each at its address, for whoever switches them on", async () => {
  const page = await signedIn(await makeBureau());
  await openWorkbench(page);
  const tabs = page.getByRole("navigation", { name: "已打开的页面" });
  expect(await tabs.count()).toBe(0);
  await page.getByRole("button", { name: /^账号/ }).click();
  await page.getByRole("menuitem", { name: "显示多页签" }).click();
  await tabs.getByRole("link", { name: "工作台" }).waitFor();

  await turnTo(page, "人员");
  await page.getByRole("searchbox").first().fill("安虚构");
  await page.waitForURL(/q=/);
  await turnTo(page, "导入");
  await inspect(page, "92-tabs");
  await tabs.getByRole("link", { name: "人员" }).click();
  await page.waitForURL(/members\?.*q=/);
  await page.reload();
  await expect.poll(() => tabs.getByRole("link").allInnerTexts()).toEqual(["工作台", "人员", "导入"]);
  await tabs.getByRole("button", { name: "关闭人员" }).click();
  await page.waitForURL(/\/import/);
  await tabs.getByRole("link", { name: "工作台" }).press("Delete");
  await expect.poll(() => tabs.getByRole("link").allInnerTexts()).toEqual(["导入"]);
});
