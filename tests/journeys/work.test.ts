import { expect, onTestFinished, test } from "vitest";
import type { Page } from "playwright-core";
import { makeGrid } from "../api/grids/ground.ts";
import { act, communityFeedback, field, issued, layWork, makeRule, type WorkGround } from "../api/work/ground.ts";
import { clock } from "../support/bureau.ts";
import { carryOn, inspect, turnTo } from "../support/hands.ts";
import { phone, visit } from "../support/site.ts";

/** A ground whose dispatcher is a member, with categories to register under and a rule for community orders. */
async function laid() {
  const ground = await layWork();
  const commander = await field(ground.bureau, ground.stationId, { name: "周指挥" });
  const dispatcher = await ground.bureau.signIn({
    role: "DISPATCHER",
    unitId: ground.stationId,
    memberId: commander.memberId,
  });
  await act(ground.bureau.administrator, "applyMatterCategoryPreset", { preset: "DISPUTES" }, "id");
  await makeRule(ground.bureau);
  return { ...ground, dispatcher };
}

async function at(ground: WorkGround, who: "dispatcher" | "officer" | "chief", screen?: Parameters<typeof visit>[0]) {
  const { page, address, complaints } = await visit(screen);
  await carryOn(page, address, ground[who]);
  return { page, complaints };
}

async function choose(page: Page, label: string, text: string) {
  await page.getByRole("dialog").getByLabel(label, { exact: true }).fill(text);
  const options = page.locator(".ant-select-dropdown:visible .ant-select-item-option");
  await options.filter({ hasText: text }).first().waitFor();
  await page.keyboard.press("Enter");
}

test("a call is registered and ordered by keyboard, accepted and fed back on a phone, followed up and closed", async () => {
  const ground = await laid();
  const desk = await at(ground, "dispatcher");
  await desk.page.goto("/dispatch");
  await desk.page.getByText("没有未结工作。").waitFor();
  await inspect(desk.page, "60-desk-empty");
  await desk.page.getByRole("button", { name: "登记事项" }).first().click();
  await choose(desk.page, "网格", ground.grid.code);
  await desk.page.getByText("责任人：").waitFor();
  await choose(desk.page, "类别", "邻里");
  await desk.page.getByRole("dialog").getByLabel("标题").fill("车辆堵住小区大门");
  await inspect(desk.page, "61-register");
  expect(await desk.page.getByLabel("联系方式", { exact: true }).count()).toBe(0);
  await desk.page.keyboard.press("Control+Shift+Enter");
  const order = desk.page.getByRole("dialog", { name: /^下达指令/ });
  await order.getByText("责任人：").waitFor();
  await order.getByLabel("要求").fill("到场劝离车辆，了解双方意见");
  await inspect(desk.page, "62-issue");
  await desk.page.keyboard.press("Control+Enter");
  const drawer = desk.page.getByRole("dialog", { name: /^车辆堵住小区大门/ });
  await drawer.getByRole("heading", { name: "指令链" }).waitFor();
  await inspect(desk.page, "63-desk-issued");

  const street = await at(ground, "officer", phone);
  await street.page.goto("/my-work");
  await street.page.getByRole("button", { name: "接收", exact: true }).waitFor();
  await inspect(street.page, "64-mine-phone");
  await street.page.getByRole("button", { name: "接收", exact: true }).click();
  await street.page.getByRole("button", { name: "车辆堵住小区大门" }).click();
  await street.page.getByRole("dialog").getByText("全部经过").waitFor();
  await inspect(street.page, "65-item-phone");
  await street.page.getByRole("dialog").getByRole("button", { name: "反馈", exact: true }).click();
  await street.page.getByLabel("处置情况").fill("已劝离车辆，双方和解");
  await inspect(street.page, "66-feedback-phone");
  await street.page.getByRole("dialog", { name: /^反馈/ }).getByRole("button", { name: "反馈", exact: true }).click();
  await street.page.getByText("没有等您办理的工作。").waitFor();

  await drawer.getByRole("heading", { name: "最近反馈" }).waitFor();
  await inspect(desk.page, "67-desk-fed-back");
  await desk.page.keyboard.press("f");
  const next = desk.page.getByRole("dialog", { name: /^跟进/ });
  await next.getByLabel("要求").fill("三日后回访双方");
  await desk.page.keyboard.press("Control+Enter");
  await next.waitFor({ state: "detached" });

  const followed = ground.officer;
  const { myWork } = await followed.run(`{ myWork { nodes { id } } }`);
  const { id } = myWork.nodes[0];
  await act(followed, "acceptWork", { id });
  await act(followed, "submitWork", { id, communityFeedback });
  await desk.page.goto(`/dispatch?open=${id}`);
  await desk.page.getByRole("heading", { name: "最近反馈" }).waitFor();
  await desk.page.keyboard.press("c");
  await desk.page.getByText(/^办结：/).waitFor();
  expect([...desk.complaints, ...street.complaints]).toEqual([]);
});

test("a caller's contact is asked for by keyboard, sealed with the matter, and not sent once it is folded away again", async () => {
  const ground = await laid();
  const { page, complaints } = await at(ground, "dispatcher");
  await page.goto("/dispatch");
  const register = page.getByRole("dialog", { name: "登记事项" });
  const contact = register.getByLabel("联系方式", { exact: true });
  async function tell(title: string) {
    await page.getByRole("button", { name: "登记事项" }).first().click();
    await choose(page, "网格", ground.grid.code);
    await choose(page, "类别", "邻里");
    await register.getByLabel("标题").fill(title);
    await register.getByLabel("情况").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => contact.evaluate((field) => field.matches(":focus"))).toBe(true);
  }
  await tell("楼上噪声扰民");
  expect(await register.getByLabel("报告人").isChecked()).toBe(true);
  await page.keyboard.type("身份证 11010519491231002X");
  await page.keyboard.press("Control+Enter");
  await register.getByText("身份证号").last().waitFor();
  await contact.fill("傍晚到传达室找");
  await inspect(page, "69-register-contact");
  await page.keyboard.press("Control+Enter");
  await register.waitFor({ state: "detached" });
  await page.getByText("联系方式已密封").waitFor();
  expect(await page.content()).not.toContain("傍晚到传达室找");

  await page.getByRole("button", { name: "关闭" }).first().click();
  await tell("邻居占用过道");
  await page.keyboard.type("写错了");
  await register.getByRole("button", { name: "不留联系方式" }).click();
  await page.keyboard.press("Control+Enter");
  await register.waitFor({ state: "detached" });
  const { matters } = await ground.dispatcher.run("{ matters { nodes { title contacts { role isSealed } } } }");
  expect(matters.nodes).toHaveLength(2);
  expect(matters.nodes).toEqual(
    expect.arrayContaining([
      { title: "楼上噪声扰民", contacts: [{ role: "CALLER", isSealed: true }] },
      { title: "邻居占用过道", contacts: [] },
    ]),
  );
  expect(complaints).toEqual([]);
});

test("what has gone up to the bureau says so to the station, which does not see the bureau's unit", async () => {
  const ground = await laid();
  const { id } = await issued(ground, { title: "商铺油烟扰民" });
  for (let level = 3; level > 0;)
    ({ level } = await act(ground.chief, "escalateWork", { id, reason: "辖区无法解决" }, "level"));
  const { page, complaints } = await at(ground, "dispatcher");
  await page.goto("/dispatch");
  await page
    .getByRole("row", { name: /商铺油烟扰民/ })
    .getByText("测试公安局")
    .waitFor();
  expect(complaints).toEqual([]);
});

test("what arrives is seen at two desks at once, and each figure of the workbench leads to exactly its rows", async () => {
  const ground = await laid();
  const [first, second] = [await at(ground, "dispatcher"), await at(ground, "chief")];
  for (const { page } of [first, second]) {
    await page.goto("/dispatch");
    await page.getByText("没有未结工作。").waitFor();
  }
  const { id } = await issued(ground, { title: "商铺门前占道" });
  for (const { page } of [first, second]) await page.getByRole("row", { name: /商铺门前占道/ }).waitFor();
  await act(ground.officer, "declineWork", { id, reason: "不属本网格" });
  for (const { page } of [first, second]) await page.getByRole("cell", { name: "拒收" }).waitFor();
  await makeGrid(ground.bureau, ground.stationId).then((grid) => issued(ground, { to: [{ gridId: grid.id }] }));

  const { page } = first;
  for (const name of ["无人负责", "被拒收", "已超期", "即将到期", "待接收", "待评价"]) {
    await turnTo(page, "工作台");
    const row = page.getByRole("region", { name: "指令台" }).getByRole("listitem").filter({ hasText: name });
    const figure = Number(await row.locator("span").innerText());
    await row.getByRole("link").click();
    await page.getByText(`共 ${figure} 条`).waitFor();
    expect(await page.locator("tbody tr[data-row-key]").count(), name).toBe(figure);
  }
  await turnTo(page, "工作台");
  await inspect(page, "68-workbench-waiting");
  for (const address of [`/grids?open=${ground.grid.id}`, `/members?open=${ground.officer.memberId}`]) {
    await page.goto(address);
    await page.getByRole("region", { name: "未结工作（1）" }).getByRole("link", { name: "商铺门前占道" }).waitFor();
  }
  expect([...first.complaints, ...second.complaints]).toEqual([]);
});

test("lights move by themselves on an open page, and ask the server nothing", async () => {
  clock.at = new Date("2026-11-24T02:00:00Z");
  onTestFinished(() => void (clock.at = null));
  const ground = await laid();
  await issued(ground, { title: "楼上漏水" });
  const { page, complaints } = await at(ground, "dispatcher");
  await page.clock.install({ time: clock.at });
  await page.goto("/dispatch");
  await page.getByText("剩 29 分").or(page.getByText("剩 30 分")).waitFor();
  const asked: string[] = [];
  // The session's end is asked for when its time comes.
  page.on("request", (request) => {
    const { operationName } = (request.postDataJSON() ?? {}) as { operationName?: string };
    if (operationName && operationName !== "SessionEnd") asked.push(operationName);
  });
  await page.clock.fastForward("24:00");
  await page.getByText("剩 5 分").waitFor();
  await page.clock.fastForward("06:00");
  await page.getByText("超 1 分").or(page.getByText("剩 1 分")).waitFor();
  await page.clock.fastForward("02:00:00");
  await page.getByText("超 2 小时").waitFor();
  expect(asked).toEqual([]);
  await page
    .getByRole("button", { name: /时限说明$/ })
    .first()
    .click();
  await page.getByText(/自 2026-11-24 10:00 起 30 分钟/).waitFor();
  await inspect(page, "69-due-explained");
  expect(complaints).toEqual([]);
});

test("many are stepped at once, and each has its answer", async () => {
  const ground = await laid();
  for (const title of ["噪音扰民", "占道经营"]) {
    const { id } = await issued(ground, { title });
    await act(ground.officer, "acceptWork", { id });
    await act(ground.officer, "submitWork", { id, communityFeedback });
  }
  const { page, complaints } = await at(ground, "dispatcher");
  await page.goto("/dispatch?state=SUBMITTED");
  await page.getByRole("checkbox", { name: "勾选本页全部" }).check();
  await page.getByRole("button", { name: "办结（2）" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "办结" }).click();
  await page.getByText("办结：2 条完成，0 条未成").waitFor();
  await page.getByText("没有符合筛选的工作。").waitFor();
  expect(complaints).toEqual([]);
});
