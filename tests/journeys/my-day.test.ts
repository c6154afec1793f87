import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { setLine } from "../api/catalogue/ground.ts";
import { makeAbsence } from "../api/grids/ground.ts";
import { act, issued, itemOf, layWork, makeRule } from "../api/work/ground.ts";
import { newKey } from "../support/client.ts";
import { password, signIn } from "../support/enter.ts";
import { changePassword } from "../support/hands.ts";
import { at, card, fits } from "../support/phone.ts";
import { phone, visit } from "../support/site.ts";
import { aPhoto } from "../support/thumb.ts";

/** A thumb at the top of the page, drawn down and lifted. */
async function pullDown(page: Page) {
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: y === undefined ? [] : [{ x: 200, y }] });
  await page.evaluate("window.scrollTo(0, 0)");
  await touch("touchStart", 200);
  for (const y of [260, 320, 380]) await touch("touchMove", y);
  await page.getByText("松开刷新").waitFor();
  await touch("touchEnd");
}

test("who works in the field signs in on a phone to the day, and a chief to the workbench", async () => {
  const { bureau, stationId, officer } = await layWork();
  const account = async (name: string, role: string, memberId?: string) => {
    const input = {
      idempotencyKey: newKey(),
      name,
      displayName: "测试人员",
      roles: [{ role, unitId: stationId }],
      ...(memberId && { memberId }),
    };
    const document = `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { firstPassword } }`;
    return (await bureau.administrator.run(document, { input })).createAccount.firstPassword as string;
  };
  const first = await account("walker", "MEMBER", officer.memberId);
  const { page, complaints } = await visit(phone);
  await page.goto("/");
  await signIn(page, `walker@${bureau.code}`, first);
  await changePassword(page, first, password);
  await page.getByRole("heading", { name: "今日清单" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/m");
  await page.getByText("今天没有等您办理的工作。").waitFor();
  await fits(page, "150-day-empty");

  await page.getByRole("link", { name: "我的" }).click();
  await page.getByRole("button", { name: "退出登录" }).click();
  await page.getByRole("heading", { name: "登录" }).waitFor();
  const chiefs = await account("leader", "STATION_CHIEF");
  await signIn(page, `leader@${bureau.code}`, chiefs);
  await changePassword(page, chiefs, password);
  await page.getByRole("heading", { name: "工作台" }).waitFor();
  expect(complaints).toEqual([]);
});

test("what is new to be accepted stands before what is overdue", async () => {
  const ground = await layWork();
  await issued(ground, { title: "调解楼道堆物" });
  const to = [{ gridId: ground.grid.id, duty: "RESPONSIBLE_OFFICER" }];
  await act(ground.dispatcher, "issueTask", { title: "核对出租房屋台账", to });
  await ground.bureau.sql(
    (sql) => sql`update work_items set next_due_at = now() - interval '1 hour' where title = '核对出租房屋台账'`,
  );
  const { page, complaints } = await at(ground.officer);
  await page.goto("/m");
  await page.getByRole("heading", { name: "待接收 1" }).waitFor();
  expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toEqual(["待接收 1", "已超期 1"]);
  await fits(page, "151-day-new-before-overdue");
  expect(complaints).toEqual([]);
});

test("an order is accepted by one touch and fed back with a photo, another one is declined, and each moves to its list by itself", async () => {
  const ground = await layWork();
  const { id } = await issued(ground, { title: "调解楼道堆物", photosAtLeast: 1 });
  const other = await issued(ground, { title: "不属本格的事项" });
  const { page, complaints } = await at(ground.officer);
  await page.goto("/m");
  await page.getByRole("heading", { name: "待接收 2" }).waitFor();
  await fits(page, "151-day-orders");
  await card(page, "调解楼道堆物").getByRole("button", { name: "接收" }).click();
  await page.getByRole("status").filter({ hasText: "接收：" }).waitFor();
  await card(page, "调解楼道堆物").getByRole("button", { name: "反馈" }).click();
  await page.getByRole("heading", { name: "反馈" }).waitFor();
  await page.locator(".adm-form-item-required-asterisk").first().waitFor();
  await page.getByRole("button", { name: "反馈" }).click();
  await page.getByText("请填写。").first().waitFor();
  const unmarked = ".adm-form-item-has-error:not(:has(.adm-form-item-required-asterisk))";
  expect(await page.locator(unmarked).count()).toBe(0);
  await fits(page, "152-feedback-needed");
  await page.getByLabel("处置情况").fill("已清理，双方说妥");
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles(await aPhoto());
  await page.getByText("照片 1", { exact: true }).waitFor();
  await fits(page, "153-feedback");
  await page.getByRole("button", { name: "反馈" }).click();
  await page.getByRole("heading", { name: "已反馈，待评价 1" }).waitFor();
  expect(await itemOf(ground.chief, id, "state evidence { id } feedback { __typename }")).toMatchObject({
    state: "SUBMITTED",
    evidence: [{}],
    feedback: { __typename: "CommunityFeedback" },
  });

  await page.getByRole("link", { name: "不属本格的事项" }).click();
  await page.getByRole("button", { name: "拒收" }).waitFor();
  await fits(page, "154-work");
  await page.getByRole("button", { name: "拒收" }).click();
  await page.getByLabel("理由").fill("地址在邻格");
  await page.getByRole("button", { name: "拒收" }).click();
  await page.goBack();
  await page.getByRole("heading", { name: "今日清单" }).waitFor();
  await card(page, "不属本格的事项").waitFor({ state: "detached" });
  expect(await itemOf(ground.chief, other.id, "state")).toEqual({ state: "DECLINED" });

  await act(ground.dispatcher, "issueTask", {
    title: "临时增加的任务",
    to: [{ gridId: ground.grid.id, duty: "RESPONSIBLE_OFFICER" }],
  });
  await card(page, "临时增加的任务").waitFor();
  const asked = page.waitForRequest((request) => request.postData()?.includes('"MyDay"') === true);
  await pullDown(page);
  await asked;
  await page.context().setOffline(true);
  await page.getByText(/^连接已断开/).waitFor();
  await fits(page, "155-day-without-a-line");
  await page.context().setOffline(false);
  await page.getByText(/^连接已断开/).waitFor({ state: "detached" });
  expect(complaints.filter((line) => !/ERR_INTERNET_DISCONNECTED|ERR_NETWORK/.test(line))).toEqual([]);
});

test("more time and a suspension are asked for on the phone, and a handover is signed by a touch", async () => {
  const ground = await layWork();
  await makeRule(ground.bureau);
  const { id } = await issued(ground, { title: "车辆堵住小区大门" });
  await act(ground.officer, "acceptWork", { id });
  const { page, complaints } = await at(ground.officer);
  await page.goto(`/m/work/${id}`);
  await page.getByRole("button", { name: "申请延期" }).click();
  await page.getByLabel("工作日").fill("2");
  await page.getByLabel("理由").fill("当事人外出，周末回来");
  await fits(page, "156-more-time");
  await page.getByRole("button", { name: "申请延期" }).click();
  await page.getByRole("status").filter({ hasText: "申请延期：" }).waitFor();
  await page.getByRole("button", { name: "申请挂起" }).click();
  await page.getByLabel("理由").fill("当事人住院");
  await fits(page, "157-suspension");
  await page.getByRole("button", { name: "申请挂起" }).click();
  await page.getByRole("status").filter({ hasText: "申请挂起：" }).waitFor();
  expect(await itemOf(ground.chief, id, "undecided")).toEqual({ undecided: ["EXTENSION", "SUSPENSION"] });

  const [giverId, takerId] = [ground.officer.memberId, ground.colleague.memberId];
  await act(ground.officer, "beginHandover", { giverId, takerId }, "id");
  const taking = await at(ground.colleague);
  await taking.page.goto("/m");
  await taking.page.getByRole("heading", { name: "待签收的交接（1 件）" }).waitFor();
  await fits(taking.page, "158-handover");
  await taking.page.getByRole("button", { name: "签收" }).click();
  await taking.page.getByRole("status").filter({ hasText: "已接收 1 件" }).waitFor();
  await card(taking.page, "车辆堵住小区大门").waitFor();
  expect([...complaints, ...taking.complaints]).toEqual([]);
});

test("a matter is registered where one stands, and who stands in reads whose duties they are, in English too", async () => {
  const ground = await layWork();
  const { bureau, grid, officer, colleague } = ground;
  await act(bureau.administrator, "applyMatterCategoryPreset", { preset: "HAZARDS" }, "id");
  await setLine(bureau.administrator, { duty: "RESPONSIBLE_OFFICER", code: "VISIT", title: "走访入户" });
  await makeAbsence(bureau, officer.memberId, {
    substituteId: colleague.memberId,
    startsAt: new Date("2026-01-01T00:00:00Z"),
  });
  await act(ground.dispatcher, "issueTask", {
    title: "代岗的任务",
    to: [{ gridId: grid.id, duty: "RESPONSIBLE_OFFICER" }],
  });
  const { page, complaints } = await at(colleague);
  await page.goto("/m");
  await card(page, "代岗的任务")
    .getByText(/^代(?!岗)/)
    .waitFor();
  await fits(page, "163-day-stood-in");
  await page.getByRole("link", { name: "职责" }).click();
  await page.getByText("走访入户").waitFor();
  await fits(page, "164-duties");
  await page.getByRole("link", { name: "今日" }).click();
  await page.getByRole("button", { name: "登记" }).click();
  await page.getByLabel("类别").selectOption({ index: 1 });
  await page.getByLabel("标题").fill("井盖破损");
  await fits(page, "165-register");
  await page.getByRole("button", { name: "登记" }).click();
  await page.getByRole("heading", { level: 1, name: "井盖破损" }).waitFor();
  await fits(page, "166-registered");
  await page.getByRole("button", { name: "处置" }).click();
  await page.getByLabel("处置").fill("已更换井盖");
  await page.getByRole("button", { name: "处置" }).click();
  await page.getByRole("status").filter({ hasText: "处置：" }).waitFor();

  await page.goto("/m/mine");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "My account" }).waitFor();
  await fits(page, "167-mine-in-english");
  for (const [link, heading] of [
    ["Today", "My day"],
    ["Duties", "Standing duties"],
    ["Week", "My three lists"],
  ] as const) {
    await page.getByRole("link", { name: link }).click();
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    await fits(page, `168-${link.toLowerCase()}-in-english`);
  }
  expect(complaints).toEqual([]);
});
