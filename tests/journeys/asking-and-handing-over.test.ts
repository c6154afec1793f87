import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { act, communityFeedback, issued, layWork, makeRule } from "../api/work/ground.ts";
import { carryOn, inspect } from "../support/hands.ts";
import { phone, visit } from "../support/site.ts";
import type { SignedIn } from "../support/bureau.ts";

async function at(who: SignedIn, screen?: Parameters<typeof visit>[0]) {
  const { page, address, complaints } = await visit(screen);
  await carryOn(page, address, who);
  return { page, complaints };
}

const isWithin = async (page: Page) =>
  expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);

test("A52: on a phone who answers asks for a suspension, and who commands sees it at the desk and grants it", async () => {
  const ground = await layWork();
  await makeRule(ground.bureau);
  const item = await issued(ground, { title: "车辆堵住小区大门" });
  await act(ground.officer, "acceptWork", { id: item.id });
  const street = await at(ground.officer, phone);
  await street.page.goto(`/my-work?open=${item.id}`);
  await street.page.getByRole("button", { name: "申请挂起" }).click();
  const asking = street.page.getByRole("dialog", { name: /^申请挂起/ });
  await asking.getByLabel("理由").fill("当事人住院，出院后继续调解");
  await isWithin(street.page);
  await inspect(street.page, "suspension-asked-phone");
  await asking.getByRole("button", { name: "申请挂起" }).click();
  await asking.waitFor({ state: "detached" });

  const desk = await at(ground.dispatcher);
  await desk.page.goto("/dispatch?asked=1");
  const asked = desk.page.getByRole("row", { name: /车辆堵住小区大门.*申请挂起/ });
  await asked.click();
  await desk.page.getByRole("button", { name: "同意挂起", exact: true }).click();
  const granting = desk.page.getByRole("dialog", { name: /^同意挂起/ });
  await granting.getByText(/当事人住院，出院后继续调解/).waitFor();
  await inspect(desk.page, "suspension-granted");
  await granting.getByRole("button", { name: "同意挂起" }).click();
  // What is decided is asked for no more, and nothing else is: the desk stands on nothing.
  await asked.waitFor({ state: "detached" });
  await desk.page.goto(`/dispatch?open=${item.id}`);
  await desk.page.getByRole("button", { name: "恢复" }).waitFor();
  expect([...street.complaints, ...desk.complaints]).toEqual([]);
});

test("A83: on a phone who answered asks for the return of what was closed, and who assessed it finds that at the workbench and grants it", async () => {
  const ground = await layWork();
  await makeRule(ground.bureau);
  const { id } = await issued(ground, { title: "车辆堵住小区大门" });
  await act(ground.officer, "acceptWork", { id });
  const { version } = await act(ground.officer, "submitWork", { id, communityFeedback });
  await act(ground.dispatcher, "closeWork", { id, expectedVersion: version });
  const street = await at(ground.officer, phone);
  await street.page.goto("/m/week");
  await street.page.getByRole("link", { name: "车辆堵住小区大门" }).first().click();
  await street.page.getByRole("button", { name: "申请退回" }).click();
  await street.page.getByLabel("理由").fill("漏写一户，需要补充");
  await isWithin(street.page);
  await inspect(street.page, "return-asked-phone");
  await street.page.getByRole("button", { name: "申请退回" }).click();
  await street.page.getByRole("status").filter({ hasText: "申请退回：" }).waitFor();
  await street.page.getByText("申请退回", { exact: true }).waitFor();

  const desk = await at(ground.dispatcher);
  await desk.page.goto("/");
  const figure = desk.page.getByRole("listitem").filter({ has: desk.page.getByRole("link", { name: "待批复" }) });
  await figure.filter({ hasText: "1" }).waitFor();
  await figure.getByRole("link").click();
  const asked = desk.page.getByRole("row", { name: /车辆堵住小区大门.*申请退回/ });
  await asked.click();
  await inspect(desk.page, "return-asked-desk");
  await desk.page.getByRole("button", { name: "不同意退回" }).click();
  const refusing = desk.page.getByRole("dialog", { name: /^不同意退回/ });
  await refusing.getByText(/漏写一户，需要补充/).waitFor();
  await desk.page.keyboard.press("Escape");
  await refusing.waitFor({ state: "detached" });
  await desk.page.getByRole("button", { name: "同意退回", exact: true }).click();
  const granting = desk.page.getByRole("dialog", { name: /^同意退回/ });
  await granting.getByText(/漏写一户，需要补充/).waitFor();
  await granting.getByLabel("意见").fill("请补全后重报");
  await inspect(desk.page, "return-granted");
  await granting.getByRole("button", { name: "同意退回" }).click();
  await asked.waitFor({ state: "detached" });

  await street.page.goto(`/m/work/${id}`);
  await street.page.getByText("退回：请补全后重报").waitFor();
  await street.page.getByRole("button", { name: "反馈" }).waitFor();
  await isWithin(street.page);
  expect([...street.complaints, ...desk.complaints]).toEqual([]);
});

test("A39: on a phone one officer hands the open work over, and another one signs for it", async () => {
  const ground = await layWork();
  await makeRule(ground.bureau);
  for (const title of ["楼上漏水", "商铺门前占道"]) await issued(ground, { title });
  const giving = await at(ground.officer, phone);
  await giving.page.goto("/my-work");
  await giving.page.getByRole("button", { name: "交接…" }).click();
  const dialog = giving.page.getByRole("dialog", { name: /^交接/ });
  const [taker] = await ground.bureau.sql(
    (sql) => sql<{ badge: string }[]>`select badge from members where id = ${ground.colleague.memberId}`,
  );
  await dialog.getByLabel("接收人").fill(taker!.badge);
  const option = giving.page.locator(".ant-select-dropdown:visible .ant-select-item-option");
  await option.filter({ hasText: taker!.badge }).first().click();
  await dialog.getByText("已选 2 件，共 2 件").waitFor();
  await isWithin(giving.page);
  await inspect(giving.page, "handover-begun-phone");
  await dialog.getByRole("button", { name: "签字并发起" }).click();
  await giving.page.getByRole("button", { name: "撤回交接" }).waitFor();

  const taking = await at(ground.colleague, phone);
  await taking.page.goto("/my-work");
  await taking.page.getByText("没有等您办理的工作。").waitFor();
  await taking.page.getByRole("heading", { name: "待签收的交接（2 件）" }).waitFor();
  await isWithin(taking.page);
  await inspect(taking.page, "handover-to-sign-phone");
  await taking.page.getByRole("button", { name: "签收", exact: true }).click();
  await taking.page.getByText("已接收 2 件").waitFor();
  await taking.page.getByRole("button", { name: "楼上漏水" }).waitFor();
  await giving.page.getByText("没有等您办理的工作。").waitFor();
  expect([...giving.complaints, ...taking.complaints]).toEqual([]);
});
