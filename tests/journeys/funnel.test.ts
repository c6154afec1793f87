import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { layMatters, registered } from "../api/matters/ground.ts";
import { act, communityFeedback, issued, layWork, makeRule } from "../api/work/ground.ts";
import { carryOn, inspect } from "../support/hands.ts";
import { phone, visit } from "../support/site.ts";

test("every figure of the funnel opens the rows that it counts", async () => {
  const there = await layWork();
  await makeRule(there.bureau);
  const { officer, dispatcher, grid } = there;
  const settle = async (id: string) => {
    await act(officer, "acceptWork", { id });
    return act(officer, "submitWork", { id, communityFeedback });
  };
  await issued(there);
  const first = await issued(there);
  const fed = await settle(first.id);
  await act(dispatcher, "closeWork", { id: first.id, expectedVersion: fed.version });
  const second = await issued(there);
  const once = await settle(second.id);
  await act(dispatcher, "returnWork", { id: second.id, expectedVersion: once.version, reason: "再看" });
  const twice = await act(officer, "submitWork", { id: second.id, communityFeedback });
  const followed = { orderKind: "COMMUNITY", to: { gridId: grid.id } };
  await act(dispatcher, "followUpWork", { id: second.id, expectedVersion: twice.version, ...followed });

  const { page, address } = await visit();
  await carryOn(page, address, dispatcher);
  await page.goto("/funnel");
  await page.getByRole("img", { name: "下达 4，已反馈 2，办结 2，按时办结 2" }).locator("svg").waitFor();
  await inspect(page, "80-funnel");
  const counts = { 下达: 4, 已反馈: 2, 办结: 2, 按时办结: 2, 曾退回: 1, 跟进指令: 1, 首接人反馈: 0 };
  for (const [figure, count] of Object.entries(counts)) {
    await page.getByRole("link", { name: `社区，${figure}：${count}`, exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "指令台" }).waitFor();
    if (count === 0) await page.getByText("没有符合筛选的工作。").waitFor();
    await expect.poll(() => rowsOf(page).count(), { message: figure }).toBe(count);
    await page.goBack();
  }
  await page.locator(".funnel-chart svg path[fill='#1d4f91']").nth(1).click();
  await expect.poll(() => rowsOf(page).count()).toBe(2);
  await inspect(page, "81-funnel-rows");
  await page.goBack();

  await page.goto("/funnel?from=2025-01-01&to=2025-01-31");
  await page.getByText("这段时间没有下达指令。").waitFor();
  await page.goto("/funnel");
  await page
    .getByRole("img", { name: /^下达 4/ })
    .locator("svg")
    .waitFor();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Order funnel" }).waitFor();
  await inspect(page, "82-funnel-in-english");
  await page.setViewportSize(phone.viewport);
  await inspect(page, "83-phone-funnel");
});

test("every figure of what was found and settled opens the matters that it counts", async () => {
  const there = await layMatters();
  const { page, address } = await visit();
  for (const title of ["楼上漏水", "邻里噪音", "门前占道"]) await registered(there, { title });
  const { items } = await registered(there, { title: "围墙倒塌" });
  await act(there.colleague, "settleReceipt", { id: items[0].id, outcome: "SETTLED", settled: "双方和解" }, "id");
  await carryOn(page, address, there.dispatcher);
  await page.goto("/funnel");
  for (const [figure, count] of Object.entries({ 排查: 4, 其中已化解: 1, 本期化解: 1 })) {
    await page.getByRole("link", { name: `矛盾纠纷，${figure}：${count}`, exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "事项" }).waitFor();
    await expect.poll(() => rowsOf(page).count(), { message: figure }).toBe(count);
    await page.goBack();
  }
  await page.getByRole("row", { name: /^矛盾纠纷 .* 25% 25%$/ }).waitFor();
  await inspect(page, "84-matters-found-and-settled");
});

const rowsOf = (page: Page) => page.locator("tbody tr[data-row-key]");
