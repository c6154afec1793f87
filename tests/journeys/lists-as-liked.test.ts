import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { makeGrid, makeMember, makeStation } from "../api/grids/ground.ts";
import { seat } from "../api/work/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter } from "../support/enter.ts";
import { inspect } from "../support/hands.ts";
import { visit } from "../support/site.ts";

const rowsOf = (page: Page) => page.locator("tbody tr[data-row-key]");
/** Of the columns; the ticks have none. */
const headsOf = async (page: Page) => (await page.locator("main thead th").allInnerTexts()).filter(Boolean);
const stated = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const press = (page: Page, name: string) =>
  page
    .getByRole("button", { name: new RegExp(`(^|\\s)${name}(\\s|$)`) })
    .last()
    .click();

async function manyMembers() {
  const bureau = await makeBureau();
  const station = await makeStation(bureau);
  for (let number = 101; number <= 160; number++)
    await makeMember(bureau, station, {
      badge: `B${number}`,
      name: `虚构${number}`,
      kind: number % 2 ? "OFFICER" : "AUXILIARY",
    });
  const { page, complaints } = await visit();
  await enter(page, bureau);
  return { page, complaints };
}

test("columns, density and views are kept for wherever one signs in, and a link counts more than a default", async () => {
  const { page, complaints } = await manyMembers();
  await page.goto("/members?kind=OFFICER");
  await rowsOf(page).first().waitFor();
  // What the filter says of every row needs no column.
  expect(await headsOf(page)).not.toContain("类别");

  await press(page, "选列");
  await page.getByRole("checkbox", { name: "电话" }).uncheck();
  await page.getByRole("checkbox", { name: "紧凑行距" }).check();
  await expect.poll(() => headsOf(page)).not.toContain("电话");
  await page.locator(".data-table-dense").waitFor();
  await page.keyboard.press("Escape");

  await press(page, "视图");
  await press(page, "保存当前筛选为视图");
  await page.getByLabel("视图名称").fill("民警名册");
  await inspect(page, "96-a-view-is-kept");
  await press(page, "保存");
  await expect.poll(() => stated(page, "view")).not.toBe(null);
  await press(page, "民警名册");
  await press(page, "设为默认");
  await page.getByText("默认", { exact: true }).waitFor();
  await inspect(page, "97-the-views-of-a-list");

  // Another browser knows nothing but what the server has kept.
  await page.evaluate(
    "Object.keys(localStorage).filter((key) => key.startsWith('maple.lists')).forEach((key) => localStorage.removeItem(key))",
  );
  await page.goto("/members");
  await expect.poll(() => stated(page, "kind")).toBe("OFFICER");
  await page.getByText("共 30 条").waitFor();
  expect(await headsOf(page)).not.toContain("电话");

  await page.goto("/members?kind=AUXILIARY");
  await page.getByText("共 30 条").waitFor();
  expect(stated(page, "view")).toBe(null);

  await page.goto("/members?view=none");
  await page.getByText("共 60 条").waitFor();
  await page.goto("/members?cols=gone,name&sort=NOTHING");
  await expect.poll(() => headsOf(page)).toEqual(["姓名"]);

  await press(page, "视图");
  await press(page, "删除");
  await page.getByRole("dialog").getByRole("button", { name: "删除" }).last().click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await press(page, "视图");
  await page.getByText("还没有保存的视图。").waitFor();
  expect(complaints).toEqual([]);
});

test("one turns a list's pages, jumps to one by its number and says how long they are", async () => {
  const { page, complaints } = await manyMembers();
  await page.goto("/members?sort=BADGE&size=20");
  const first = () => rowsOf(page).first().innerText();
  await page.getByText("第 1 / 3 页").waitFor();
  expect(await first()).toContain("B101");
  await press(page, "下一页");
  await page.getByText("第 2 / 3 页").waitFor();
  await expect.poll(first).toContain("B121");
  await page.getByLabel("跳至页").fill("3");
  await page.keyboard.press("Enter");
  await page.getByText("第 3 / 3 页").waitFor();
  await expect.poll(first).toContain("B141");
  expect(stated(page, "page")).toBe("3");
  await press(page, "上一页");
  await page.getByText("第 2 / 3 页").waitFor();
  await expect.poll(first).toContain("B121");
  await page.getByLabel("每页条数").selectOption("100");
  await expect.poll(() => rowsOf(page).count()).toBe(60);
  await inspect(page, "98-a-long-page");
  expect(complaints).toEqual([]);
});

test("a list is narrowed to numbers from here to there, ordered by them, and its address says so", async () => {
  const bureau = await makeBureau();
  const station = await makeStation(bureau);
  for (const held of [0, 1, 2, 3]) {
    const { id } = await makeMember(bureau, station, { badge: `B${held}`, name: `虚构${held}` });
    for (let grid = 0; grid < held; grid++)
      await seat(bureau, (await makeGrid(bureau, station, { households: 100, countedYear: 2025 })).id, id, "AUXILIARY");
  }
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await page.goto("/members?sort=LOAD&down=1");
  await page.getByText("共 4 条").waitFor();
  await press(page, "数值");
  await page.getByLabel("岗位 ≥").fill("1");
  await page.keyboard.press("Enter");
  await page.getByText("共 3 条").waitFor();
  await page.getByLabel("户数 ≤").fill("250");
  await page.keyboard.press("Enter");
  await page.getByText("共 2 条").waitFor();
  await inspect(page, "99-numbers-from-here-to-there");
  await page.keyboard.press("Escape");
  expect([stated(page, "seatsMin"), stated(page, "householdsMax")]).toEqual(["1", "250"]);
  const badges = await rowsOf(page).evaluateAll((rows) => rows.map((row) => /B\d/.exec(row.textContent ?? "")?.[0]));
  expect(badges).toEqual(["B2", "B1"]);
  await page.getByRole("button", { name: "数值（2 项）" }).waitFor();
  await page.goto("/members?householdsMin=1000");
  await page.getByRole("button", { name: "清除筛选" }).click();
  await page.getByText("共 4 条").waitFor();
  expect(complaints).toEqual([]);
});
