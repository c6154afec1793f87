import { newId } from "@maple-bridge/server/kernel/ids";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { assign, demand, dayFromNow, fromNow, withKey } from "../api/assignments/staffing.ts";
import { makeAbsence, makeDivision, makeGrid, makeMember, makeStation } from "../api/grids/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { insertGrids } from "../support/dated-rows.ts";
import { enter, openWorkbench } from "../support/enter.ts";
import { goOn, inspect, turnTo } from "../support/hands.ts";
import { phone, visit } from "../support/site.ts";

const rowsOf = (page: Page) => page.locator("tbody tr[data-row-key]");

/** Two stations with five grids, each asked for an officer and two auxiliaries, most of whom are missing. */
async function makeGaps() {
  const bureau = await makeBureau();
  const [eastId, westId] = [
    await makeStation(bureau, { name: "虚构东派出所" }),
    await makeStation(bureau, { name: "虚构西派出所" }),
  ];
  const grids = [];
  for (const stationId of [eastId, eastId, eastId, westId, westId]) grids.push(await makeGrid(bureau, stationId));
  const [officer, other, auxiliary] = [
    await makeMember(bureau, eastId),
    await makeMember(bureau, westId),
    await makeMember(bureau, eastId, { kind: "AUXILIARY" }),
  ];
  await demand(bureau, { from: fromNow(-300) });
  await demand(bureau, { duty: "AUXILIARY", atLeast: 2, from: fromNow(-20) });
  const { administrator } = bureau;
  const held = { from: fromNow(-200), reason: "补录" };
  await assign(administrator, { ...held, gridId: grids[0]!.id, memberId: officer.id, to: fromNow(40) });
  await assign(administrator, { ...held, gridId: grids[1]!.id, memberId: officer.id });
  for (const { id } of grids.slice(3)) await assign(administrator, { ...held, gridId: id, memberId: other.id });
  await assign(administrator, { ...held, gridId: grids[0]!.id, duty: "AUXILIARY", memberId: auxiliary.id });
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await openWorkbench(page);
  return { page, complaints, eastId, grids };
}

const matrix = (page: Page, name = "各派出所各职务的岗位") => page.getByRole("table", { name });

test("stations stand by duties: a cell opens the grids that have its gaps, today and on a day compared", async () => {
  const { page, complaints } = await makeGaps();
  const card = page.getByRole("region", { name: "各派出所各职务", exact: true });
  await card.scrollIntoViewIfNeeded();
  const lines = matrix(page).getByRole("row");
  await expect
    .poll(() => lines.allInnerTexts().then((texts) => texts.map((text) => text.split(/\s+/).join(" "))))
    .toEqual([
      "派出所 责任民警 驻村辅警 合计",
      "虚构东派出所 2/3 缺 1 1/6 缺 5 · 3 个网格 3/9 缺 6 · 3 个网格",
      "虚构西派出所 2/2 0/4 缺 4 · 2 个网格 2/6 缺 4 · 2 个网格",
      "合计 4/5 缺 1 1/10 缺 9 · 5 个网格 5/15 缺 10 · 5 个网格",
    ]);
  await inspect(page, "duty-matrix");
  const opening = matrix(page).getByRole("link", {
    name: "虚构东派出所，驻村辅警：应配 6，在岗 1，缺 5 · 3 个网格",
  });
  await opening.click();
  await page.getByRole("heading", { level: 1, name: "网格与任职" }).waitFor();
  await expect.poll(() => rowsOf(page).count()).toBe(3);
  await goOn(page, `/grids/compare?to=${dayFromNow(45)}`);
  await page.getByRole("heading", { name: `各派出所各职务（${dayFromNow(45)} 日终）` }).scrollIntoViewIfNeeded();
  await matrix(page)
    .getByRole("link", { name: /^虚构东派出所，责任民警：应配 3，在岗 1，缺 2/ })
    .click();
  await page.waitForURL(new RegExp(`/grids\\?.*at=${dayFromNow(45)}`));
  await expect.poll(() => rowsOf(page).count()).toBe(2);
  expect(complaints).toEqual([]);
});

test("the picture of duties fits a phone, and says the same in English", async () => {
  const { page, complaints } = await makeGaps();
  await page.getByRole("button", { name: "English" }).click();
  await page.setViewportSize(phone.viewport);
  await page.getByRole("region", { name: "Stations by duty", exact: true }).scrollIntoViewIfNeeded();
  await matrix(page, "Seats of each duty by station").getByText("5 vacant · 3 grids").waitFor();
  await inspect(page, "phone-duty-matrix");
  expect(complaints).toEqual([]);
});

/** What is to come to two stations: somebody who begins, three who end, one who goes away and comes back, a grid that opens and one that closes. */
async function makeComing() {
  const bureau = await makeBureau();
  const { administrator } = bureau;
  const [eastId, westId] = [
    await makeStation(bureau, { name: "虚构东派出所" }),
    await makeStation(bureau, { name: "虚构西派出所" }),
  ];
  const grids = [];
  for (const stationId of [eastId, eastId, westId, westId]) grids.push(await makeGrid(bureau, stationId));
  await makeGrid(bureau, westId, { openedOn: dayFromNow(20) });
  const officer = await makeMember(bureau, eastId);
  await demand(bureau, { from: fromNow(-300) });
  const begun = { memberId: officer.id, from: fromNow(-100), reason: "补录" };
  await assign(administrator, { ...begun, gridId: grids[0]!.id, to: fromNow(3) });
  await assign(administrator, { ...begun, gridId: grids[1]!.id, to: fromNow(5) });
  await assign(administrator, { ...begun, gridId: grids[2]!.id, to: fromNow(60) });
  await assign(administrator, { gridId: grids[0]!.id, memberId: officer.id, from: fromNow(16) });
  await makeAbsence(bureau, officer.id, { startsAt: fromNow(30), endsAt: fromNow(45) });
  const { id, version } = grids[3]!;
  await administrator.run(`mutation ($input: CloseGridInput!) { closeGrid(input: $input) { id } }`, {
    ...withKey({ id, expectedVersion: version, on: dayFromNow(70), reason: "撤并" }),
  });
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await openWorkbench(page);
  return { page, complaints, officer, grids };
}

const lane = (page: Page) => page.getByRole("img", { name: /^今后 90 天：/ });
const counts = "今后 90 天：任职开始 1、任职到期 3、离岗开始 1、离岗期满 1、网格启用 1、网格关闭 1";

test("what begins, ends and leaves in ninety days lies in lanes: a mark opens the rows that it counts", async () => {
  const { page, complaints, officer, grids } = await makeComing();
  await page.getByRole("region", { name: "今后 90 天" }).first().scrollIntoViewIfNeeded();
  await lane(page).locator("svg").waitFor();
  expect(await lane(page).getAttribute("aria-label")).toBe(counts);
  await inspect(page, "lane");
  await lane(page).locator("svg text", { hasText: /^2$/ }).click();
  await page.getByRole("heading", { level: 1, name: "即将发生" }).waitFor();
  await expect.poll(() => rowsOf(page).count()).toBe(2);
  expect(new URL(page.url()).search).toBe(`?kind=ASSIGNMENT_ENDS&from=${dayFromNow(0)}&to=${dayFromNow(6)}`);
  await rowsOf(page).getByText(officer.badge).first().waitFor();
  await inspect(page, "coming");
  await page.getByText("以表格查看").click();
  const marks = page.getByRole("table", { name: "今后 90 天" }).getByRole("link");
  await expect.poll(() => marks.count()).toBe(7);
  for (const mark of await marks.all()) {
    const count = Number(await mark.innerText());
    await mark.click();
    await expect.poll(() => rowsOf(page).count(), { message: (await mark.getAttribute("aria-label"))! }).toBe(count);
  }
  await goOn(page, "/grids/coming?kind=ENDS");
  await expect.poll(() => rowsOf(page).count()).toBe(5);
  await rowsOf(page).getByRole("link", { name: grids[3]!.name }).click();
  await page.getByRole("dialog", { name: grids[3]!.name }).waitFor();
  expect(complaints).toEqual([]);
});

test("the lanes fit a phone in English, and a bureau without anything to come is told so", async () => {
  const { page, complaints } = await makeComing();
  await page.getByRole("button", { name: "English" }).click();
  await page.setViewportSize(phone.viewport);
  await page.getByRole("region", { name: "The next 90 days" }).first().scrollIntoViewIfNeeded();
  await page
    .getByRole("img", { name: /^The next 90 days: / })
    .locator("svg")
    .waitFor();
  await inspect(page, "phone-lane");
  const empty = await visit();
  await enter(empty.page, await makeBureau());
  await empty.page.goto("/grids/coming");
  await empty.page.getByText("今后 90 天没有已排定的变动。").waitFor();
  await empty.page.getByText("没有已排定的变动。", { exact: true }).waitFor();
  await inspect(empty.page, "coming-empty");
  expect([...complaints, ...empty.complaints]).toEqual([]);
});

test("grids lie in tiles by township with their lights; a tile opens its grid, and each figure its rows", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau, { name: "虚构东派出所" });
  const county = await makeDivision(bureau, { code: "410481", name: "虚构市", kind: "COUNTY" });
  const [north, south] = [
    await makeDivision(bureau, { code: "410481101", name: "北乡", kind: "TOWNSHIP", parentId: county }),
    await makeDivision(bureau, { code: "410481102", name: "南镇", kind: "TOWNSHIP", parentId: county }),
  ];
  const village = await makeDivision(bureau, { code: "410481101201", name: "张庄", parentId: north });
  const made = (divisionId: string | undefined, name: string) => makeGrid(bureau, stationId, { divisionId, name });
  const held = await made(village, "张庄一格");
  const deserted = await made(village, "张庄二格");
  const short = await made(village, "张庄三格");
  await made(south, "南镇街面");
  await made(undefined, "虚构工业园");
  const [officer, away] = [await makeMember(bureau, stationId), await makeMember(bureau, stationId)];
  await demand(bureau, { from: fromNow(-20) });
  await assign(bureau.administrator, { gridId: held.id, memberId: officer.id });
  await assign(bureau.administrator, { gridId: deserted.id, memberId: away.id });
  await makeAbsence(bureau, away.id, { startsAt: fromNow(-1), endsAt: fromNow(5) });
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await openWorkbench(page);
  await turnTo(page, "网格与任职");
  await page.getByRole("button", { name: "色块图" }).click();
  const township = (name: string) => page.getByRole("region", { name, exact: true });
  const tiles = (name: string) => township(name).getByRole("listitem");
  const lines = async (name: string) => (await tiles(name).allInnerTexts()).map((text) => text.split(/\s+/).join(" "));
  await expect.poll(() => lines("北乡")).toEqual(["张庄三格 缺 1 · 20 天", "张庄一格 正常", "张庄二格 无人替班"]);
  await expect.poll(() => lines("南镇")).toEqual(["南镇街面 缺 1 · 20 天"]);
  await expect.poll(() => lines("不在乡镇内")).toEqual(["虚构工业园 缺 1 · 20 天"]);
  await inspect(page, "grid-tiles");
  await tiles("北乡").getByRole("link", { name: "张庄三格" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: short.name }).waitFor();
  await page.goBack();
  await page.getByRole("dialog", { name: short.name }).waitFor({ state: "detached" });
  await page.getByRole("link", { name: "北乡 3 个网格" }).click();
  await expect.poll(() => rowsOf(page).count()).toBe(3);
  await page.goBack();
  await page.getByRole("link", { name: "北乡 缺岗 1" }).click();
  await expect.poll(() => rowsOf(page).count()).toBe(1);
  await page.goBack();
  await page.getByRole("link", { name: "北乡 离岗无人替班 1" }).click();
  await expect.poll(() => rowsOf(page).count()).toBe(1);
  await rowsOf(page).getByText("张庄二格").waitFor();
  await page.goBack();
  await page.getByRole("link", { name: "不在乡镇内 1 个网格" }).click();
  await rowsOf(page).getByText("虚构工业园").waitFor();
  await page.goBack();
  await turnTo(page, "工作台");
  const card = page.getByRole("region", { name: "各乡镇缺岗" });
  await expect.poll(() => card.getByRole("listitem").count()).toBe(3);
  await card.scrollIntoViewIfNeeded();
  await inspect(page, "townships-card");
  await card.getByRole("link", { name: "北乡 离岗无人替班 1" }).click();
  await expect.poll(() => rowsOf(page).count()).toBe(1);
  await rowsOf(page).getByText("张庄二格").waitFor();
  await turnTo(page, "工作台");
  await card.getByRole("link", { name: "南镇" }).click();
  await expect.poll(() => rowsOf(page).count()).toBe(1);
  await rowsOf(page).getByText("南镇街面").waitFor();
  await goOn(page, "/grids?as=tiles");
  await page.getByRole("button", { name: "English" }).click();
  await page.setViewportSize(phone.viewport);
  await tiles("北乡").getByText("Nobody stands in").waitFor();
  await inspect(page, "phone-grid-tiles");
  expect(complaints).toEqual([]);
});

test("of a township with more than a hundred grids so many are told of as are not drawn, and one further down is read when it is seen", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau, { name: "虚构东派出所" });
  const [north, south] = [
    await makeDivision(bureau, { code: "410481101", name: "北乡", kind: "TOWNSHIP" }),
    await makeDivision(bureau, { code: "410481102", name: "南镇", kind: "TOWNSHIP" }),
  ];
  const grids = Array.from({ length: 103 }, (_, index) => ({
    id: newId(),
    bureauId: bureau.id,
    code: `TILE-${index}`,
    codeScheme: "LOCAL",
    divisionId: north,
    openedOn: "2020-01-01",
    stationId,
    name: `北乡 ${index} 格`,
    nameInitials: `bx${index}g`,
    kind: "SCENIC",
    complexity: "ORDINARY",
    level: 3,
  }));
  await bureau.sql((sql) => insertGrids(sql, grids));
  await makeGrid(bureau, stationId, { divisionId: south, name: "南镇街面" });
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await page.goto("/grids?as=tiles");
  const above = page.getByRole("region", { name: "北乡", exact: true });
  await above.getByText("另有 3 个网格没有画出。").waitFor();
  expect(await above.getByRole("listitem").count()).toBe(100);
  const below = page.getByRole("region", { name: "南镇", exact: true });
  expect(await below.count()).toBe(0);
  await inspect(page, "many-grid-tiles");
  await above.getByRole("link", { name: "看列表" }).scrollIntoViewIfNeeded();
  await below.getByText("南镇街面").waitFor();
  await above.getByRole("link", { name: "看列表" }).click();
  await page.getByText("共 103 条").waitFor();
  expect(complaints).toEqual([]);
});
