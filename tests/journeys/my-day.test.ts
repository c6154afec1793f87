import type { Locator, Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { layChecklists, makeRuns, published, visit as weekly } from "../api/checklists/ground.ts";
import { setLine } from "../api/catalogue/ground.ts";
import { photo } from "../api/evidence/sending.ts";
import { makeAbsence, makeDivision, makeGrid } from "../api/grids/ground.ts";
import { act, field, issued, itemOf, keepSignedIn, layWork, seat } from "../api/work/ground.ts";
import { passTo } from "../api/work/time-passes.ts";
import { clock, type SignedIn } from "../support/bureau.ts";
import { password, signIn } from "../support/enter.ts";
import { carryOn, changePassword, inspect } from "../support/hands.ts";
import { newKey } from "../support/client.ts";
import { phone, visit } from "../support/site.ts";

const narrow = { viewport: { width: 320, height: 640 } };

async function at(who: SignedIn, screen = phone) {
  const { page, address, complaints } = await visit({ ...screen, hasTouch: true });
  await carryOn(page, address, who);
  return { page, complaints };
}

/** Nothing stands out over the edge of the screen, and axe finds nothing. */
async function fits(page: Page, name: string, width = 390) {
  expect(await page.evaluate<number>("document.documentElement.scrollWidth"), name).toBeLessThanOrEqual(width);
  await inspect(page, name);
}

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

const card = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title });
const itemOfForm = (page: Page, wording: string) => page.locator(".adm-form-item").filter({ hasText: wording });
const answer = (page: Page, wording: string, text: string) =>
  itemOfForm(page, wording)
    .locator(".phone-choices label")
    .filter({ hasText: new RegExp(`^${text}$`) });

/** Who walks fills in with a thumb: each touch is one too many unless it is counted on. */
function thumb() {
  let touches = 0;
  return {
    touch: async (what: Locator) => (touches++, what.click()),
    type: async (into: Locator, text: string) => (touches++, into.fill(text)),
    shoot: async (what: Locator) => (touches++, what.setInputFiles(await aPhoto())),
    touches: () => touches,
  };
}
const aPhoto = async () => ({ name: "visit.jpg", mimeType: "image/jpeg", buffer: await photo() });

/** As the preset has it, from a day on that is past. */
const villageVisit = {
  ...weekly,
  owers: [{ duty: "AUXILIARY" }],
  items: [
    { code: "HALF_DAYS", wording: "本周进村半天数", evidence: "COUNT", most: 14 },
    { code: "HOUSEHOLDS", wording: "走访户数", evidence: "COUNT", most: 999 },
    { code: "DISPUTES", wording: "发现矛盾纠纷数", evidence: "COUNT", most: 99 },
    { code: "HAZARDS", wording: "发现安全隐患数", evidence: "COUNT", most: 99, fails: "ABOVE", failsBound: 0 },
    { code: "PUBLICITY", wording: "开展宣传", evidence: "CHOICE", choices: ["入户宣传", "集中宣传", "未开展"] },
    { code: "PHOTO", wording: "走访现场照片", evidence: "PHOTO" },
  ],
};

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
  await page.getByRole("button", { name: "反馈" }).click();
  await page.getByText("请填写。").first().waitFor();
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

test("the weekly visit is filled in by eight touches, kept when the phone is put away, and comes back returned", async () => {
  const ground = await layWork();
  const { bureau, stationId } = ground;
  const auxiliary = await field(bureau, stationId, { kind: "AUXILIARY", name: "赵辅" });
  const divisionId = await makeDivision(bureau);
  const village = await makeGrid(bureau, stationId, { kind: "VILLAGE", divisionId });
  await seat(bureau, village.id, auxiliary.memberId, "AUXILIARY");
  await act(bureau.administrator, "applyMatterCategoryPreset", { preset: "HAZARDS" }, "id");
  await published(bureau.administrator, { name: "每周半天进村走访", content: villageVisit }, "THIS_WEEK");
  await makeRuns(bureau);

  const { page, complaints } = await at(auxiliary);
  await page.goto("/m");
  const run = card(page, "每周半天进村走访");
  await run.waitFor();
  await fits(page, "156-day-run");
  const { touch, type, shoot, touches } = thumb();
  await touch(run.getByRole("button", { name: "填写" }));
  await itemOfForm(page, "本周进村半天数").waitFor();
  await fits(page, "157-run-empty");
  await touch(answer(page, "本周进村半天数", "1"));
  await type(itemOfForm(page, "走访户数").getByRole("spinbutton"), "12");
  await touch(answer(page, "发现矛盾纠纷数", "0"));
  await touch(answer(page, "发现安全隐患数", "0"));
  await page.reload();
  await page.getByText("已恢复本机上未提交的内容。").waitFor();
  expect(await itemOfForm(page, "走访户数").getByRole("spinbutton").inputValue()).toBe("12");
  await touch(answer(page, "开展宣传", "入户宣传"));
  await shoot(itemOfForm(page, "走访现场照片").locator("input[type=file]").first());
  await itemOfForm(page, "走访现场照片").getByText("照片 1", { exact: true }).waitFor();
  await fits(page, "158-run-filled");
  await touch(page.getByRole("button", { name: "提交" }));
  await page.getByRole("heading", { name: "已反馈，待评价 1" }).waitFor();
  expect(touches()).toBe(8);
  expect(await page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('maple.run.'))")).toEqual([]);

  const { checklistRuns } = await ground.chief.run("{ checklistRuns { nodes { id version state } } }");
  const [sent] = checklistRuns.nodes;
  expect(sent.state).toBe("SUBMITTED");
  await act(ground.chief, "returnWork", { id: sent.id, expectedVersion: sent.version, reason: "请说明走访的组" }, "id");
  await run.getByRole("button", { name: "填写" }).click();
  await page.getByText("退回：请说明走访的组").waitFor();
  expect(await itemOfForm(page, "走访户数").getByRole("spinbutton").inputValue()).toBe("12");
  await fits(page, "159-run-returned");
  await page.getByRole("button", { name: "返回" }).click();
  await page.getByRole("link", { name: "本周" }).click();
  await page.getByText("退回未交").waitFor();
  await fits(page, "160-week");
  expect(complaints).toEqual([]);
});

test("A27: a run that was missed is filled in late from the day, with the day of the visit and a reason", async () => {
  clock.at = new Date("2026-03-04T02:00:00Z");
  onTestFinished(() => void (clock.at = null));
  const ground = await layChecklists();
  await keepSignedIn(ground.bureau);
  await published(ground.bureau.administrator, { content: { ...weekly, graceDays: 0, lateDays: 30 } }, "THIS_WEEK");
  await makeRuns(ground.bureau);
  await passTo(ground.bureau, "2026-03-10T09:00");
  const { page, complaints } = await at(ground.officer, narrow);
  await page.clock.install({ time: clock.at });
  await page.goto("/m");
  await page.getByRole("heading", { name: "漏办，可补办 1" }).waitFor();
  await fits(page, "161-day-missed-narrow", 320);
  await card(page, "漏办").getByRole("button", { name: "补办" }).click();
  await page.getByText(/^已漏办，可补办至/).waitFor();
  await page.getByLabel("实际办理日期").fill("2026-03-06");
  await page.getByLabel("为何现在才填").fill("当天纸质登记，今日补录");
  await itemOfForm(page, "走访户数").getByRole("spinbutton").fill("8");
  await answer(page, "发现安全隐患数", "1").click();
  await page.getByText("不合格：提交后登记一件隐患").waitFor();
  await page.getByLabel(/^哪里不合格/).fill("三组配电箱无门");
  await answer(page, "开展宣传", "集中").click();
  await fits(page, "162-run-late-narrow", 320);
  await page.getByRole("button", { name: "补办" }).click();
  await page.getByRole("heading", { name: "已反馈，待评价 1" }).waitFor();
  await page.getByRole("link", { name: "三组配电箱无门" }).waitFor();
  const { checklistRuns } = await ground.chief.run(
    "{ checklistRuns { nodes { state isLate feedback { ... on RunReport { visitedOn } } } } }",
  );
  expect(checklistRuns.nodes).toContainEqual({
    state: "SUBMITTED",
    isLate: true,
    feedback: { visitedOn: "2026-03-06" },
  });
  expect(complaints).toEqual([]);
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
