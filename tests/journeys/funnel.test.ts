import type { Page } from "playwright-core";
import { expect, test } from "vitest";
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

const rowsOf = (page: Page) => page.locator("tbody tr[data-row-key]");
