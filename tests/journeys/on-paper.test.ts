import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demand } from "../api/assignments/staffing.ts";
import { makeGrid, makeMember, makePoliceRoom, makeStation } from "../api/grids/ground.ts";
import { seat } from "../api/work/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter } from "../support/enter.ts";
import { picture } from "../support/hands.ts";
import { visit } from "../support/site.ts";

/** Between its margins, in pixels. */
const widths = { portrait: 703, landscape: 1031 };

/** What a browser shows of the page before it prints, the tests do by themselves. */
async function visitWithPrinter() {
  const visited = await visit();
  await visited.page.addInitScript("window.print = () => {}");
  return visited;
}

async function print(page: Page, deed: string) {
  await page.getByRole("button", { name: /打印 \/ 导出$/ }).click();
  await page.getByRole("button", { name: deed }).click();
  await page.locator(".paper").waitFor({ state: "attached" });
}

/** Each page of the document, by its width in points. */
async function pagesOf(page: Page) {
  const document = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return [...document.matchAll(/\/Type \/Page\s[^s][\s\S]*?\/MediaBox \[0 0 ([\d.]+)/g)].map(([, width]) =>
    Math.round(Number(width)),
  );
}

/** On paper nothing but the sheets is seen; their heads come again on each page, no text goes beyond its cell or the page, and no code goes on in the next line. */
async function assertWhole(page: Page, lies: keyof typeof widths) {
  await page.setViewportSize({ width: widths[lies], height: 900 });
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation", { name: "菜单" }).isVisible()).toBe(false);
  expect(await page.locator(".paper h1").first().isVisible()).toBe(true);
  const { beyond, broken, heads } = (await page.evaluate(`(() => {
    const cells = [...document.querySelectorAll(".paper td, .paper th")];
    const isBeyond = (cell) => cell.scrollWidth > cell.clientWidth + 1 || cell.getBoundingClientRect().right > innerWidth + 1;
    const heads = [...document.querySelectorAll(".paper thead")].map((head) => getComputedStyle(head).display);
    const isBroken = (cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return /^\\d+$/.test(cell.textContent) && range.getClientRects().length > 1;
    };
    const broken = cells.filter(isBroken).map((cell) => cell.textContent);
    return { broken, beyond: cells.filter(isBeyond).map((cell) => cell.textContent), heads: [...new Set(heads)] };
  })()`)) as Record<"beyond" | "broken" | "heads", string[]>;
  expect({ beyond, broken }).toEqual({ beyond: [], broken: [] });
  expect(heads).toEqual(["table-header-group"]);
}

async function backToScreen(page: Page) {
  await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
  await page.locator(".paper").waitFor({ state: "detached" });
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("a list is printed on A4 as it is filtered, ordered and laid out in columns, all of its pages, and lies where it is wide", async () => {
  const bureau = await makeBureau();
  const station = await makeStation(bureau, { name: "舞钢市公安局城东派出所直属中队" });
  for (let number = 101; number <= 290; number++)
    await makeMember(bureau, station, {
      badge: `BADGE-00${number}`,
      name: `虚构${number}`,
      kind: number % 2 ? "OFFICER" : "AUXILIARY",
    });
  const { page, complaints } = await visitWithPrinter();
  await enter(page, bureau);
  await page.goto("/members?kind=OFFICER&sort=BADGE&down=1&cols=name,badge,unit");
  await page.getByText("共 95 条").waitFor();
  await print(page, "打印（A4）");
  expect(await page.locator(".paper").isVisible()).toBe(false);
  const rows = page.locator(".paper tbody tr");
  expect(await rows.count()).toBe(95);
  expect(await rows.first().locator("td").allTextContents()).toEqual([
    "1",
    "虚构289",
    "BADGE-00289",
    "舞钢市公安局城东派出所直属中队",
  ]);
  expect(await page.locator(".paper th").allTextContents()).toEqual(["序号", "姓名", "警号/编号", "单位"]);
  expect(await page.locator(".paper-facts").textContent()).toMatch(/制表人：.+日期：\d{4}-\d\d-\d\d共 95 条/);
  expect(await page.locator(".paper-note").allTextContents()).toEqual(["筛选：类别：民警"]);
  await assertWhole(page, "portrait");
  await picture(page, "190-a-list-on-paper");
  const pages = await pagesOf(page);
  expect([pages.length, new Set(pages)]).toEqual([3, new Set([595])]);
  await page.locator(".paper").waitFor({ state: "detached" });
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 1440, height: 900 });

  const all = "name,badge,kind,unit,status,phone,seats,grids,households,population,joinedOn";
  await page.goto(`/members?cols=${all}`);
  await page.getByText("共 190 条").waitFor();
  // The browser's own key prints the list, and not what the screen shows of it.
  await page.keyboard.press("Control+p");
  await page.locator(".paper").waitFor({ state: "attached" });
  expect(await page.locator(".paper tbody tr").count()).toBe(190);
  expect(await page.locator(".paper-note").allTextContents()).toEqual([expect.stringContaining("电话已打码")]);
  await assertWhole(page, "landscape");
  expect(new Set(await pagesOf(page))).toEqual(new Set([842]));

  await page.emulateMedia({ media: "screen" });
  await page.goto("/members?q=无此名称");
  await page.getByText("没有符合条件的人员。").waitFor();
  await page.getByRole("button", { name: /打印 \/ 导出$/ }).click();
  await page.getByRole("button", { name: "打印（A4）" }).click();
  await page.getByText("没有可打印的行。").waitFor();
  expect(complaints).toEqual([]);
});

test("paper says by what a list is filtered in the reader's language, and a page that is printed by the browser's menu says how to have the whole list", async () => {
  const bureau = await makeBureau();
  const station = await makeStation(bureau, { name: "城东派出所" });
  await makeMember(bureau, station, { badge: "B1", name: "虚构一" });
  const { page, complaints } = await visitWithPrinter();
  await page.addInitScript("localStorage.setItem('maple.locale', 'en')");
  await enter(page, bureau);
  await page.goto(`/members?q=B1&unit=${station}&seatsMax=3&status=ACTIVE`);
  await page.getByText("1 row", { exact: true }).waitFor();
  await page.emulateMedia({ media: "print" });
  await page.getByText("To print the whole list press Ctrl+P").waitFor();
  await page.emulateMedia({ media: "screen" });
  await page.getByText("To print the whole list press Ctrl+P").waitFor({ state: "hidden" });
  await page.keyboard.press("Control+p");
  await page.locator(".paper").waitFor({ state: "attached" });
  expect(await page.locator(".paper-note").first().textContent()).toBe(
    "Filter: search for “B1”; Unit (with those below): 城东派出所; Status: Active; Seats ≤ 3",
  );
  expect(complaints).toEqual([]);
});

test("the roster of stations is printed from their grids and from the unit, each station on a sheet of its own", async () => {
  const bureau = await makeBureau();
  const [east, west] = [
    await makeStation(bureau, { name: "城东派出所" }),
    await makeStation(bureau, { name: "城西派出所" }),
  ];
  const policeRoomId = await makePoliceRoom(bureau, east, { name: "河湾警务室" });
  await demand(bureau, { gridKind: "ENTERPRISE", atLeast: 1, atMost: 1 });
  const held = await makeGrid(bureau, east, { code: "140802100000901", name: "河湾商圈", policeRoomId });
  await makeGrid(bureau, east, { code: "GRID-B", name: "南街商圈" });
  await makeGrid(bureau, west, { code: "GRID-C", name: "西关商圈" });
  const holder = await makeMember(bureau, east, { badge: "P1", name: "示例甲" });
  await bureau.sql((sql) => sql`update members set phone = '13800000001' where id = ${holder.id}`);
  await seat(bureau, held.id, holder.id);
  const { page, complaints } = await visitWithPrinter();
  await enter(page, bureau);

  await page.goto("/grids?cols=code,seats");
  await page.getByText("共 3 条").waitFor();
  await print(page, "打印（A4）");
  const seats = page.locator(".paper tbody td:last-child");
  expect((await seats.allTextContents()).toSorted()).toEqual(["应配 1", "应配 1 · 缺 1", "应配 1 · 缺 1"]);
  await backToScreen(page);

  await page.goto("/grids");
  await page.getByText("共 3 条").waitFor();
  await print(page, "打印责任名册（A4）");
  expect(await page.locator(".paper h1").allTextContents()).toEqual(["城东派出所 责任名册", "城西派出所 责任名册"]);
  const heads = (sheet: number) => page.locator(".paper-sheet").nth(sheet).locator("th").allTextContents();
  expect(await heads(0)).toEqual(["序号", "编码", "网格", "警务室", "责任民警"]);
  const first = page.locator(".paper tbody tr").first();
  expect((await first.locator("td").allTextContents()).slice(0, 5)).toEqual([
    "1",
    "140802100000901",
    "河湾商圈",
    "河湾警务室",
    "示例甲 P1 138****0001",
  ]);
  await assertWhole(page, "portrait");
  await picture(page, "191-a-roster-on-paper");
  expect(await pagesOf(page)).toEqual([595, 595]);
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.goto(`/system/units?open=${west}`);
  await page.getByRole("dialog").getByRole("button", { name: "打印责任名册（A4）" }).click();
  await page.locator(".paper").waitFor({ state: "attached" });
  expect(await page.locator(".paper h1").allTextContents()).toEqual(["城西派出所 责任名册"]);
  expect(await page.locator(".paper tbody td").allTextContents()).toContain("空缺");
  await backToScreen(page);
  expect(complaints).toEqual([]);
});
