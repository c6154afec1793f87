import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { setLine } from "../api/catalogue/ground.ts";
import { handIn, reviewed, setScheme, task } from "../api/lists/ground.ts";
import { type ChecklistGround, layChecklists } from "../api/checklists/ground.ts";
import { makeStation } from "../api/grids/ground.ts";
import { keepSignedIn } from "../api/work/ground.ts";
import { clock } from "../support/bureau.ts";
import { enter, openWorkbench } from "../support/enter.ts";
import { carryOn, inspect, turnTo } from "../support/hands.ts";
import { desk, host, phone, visit } from "../support/site.ts";

afterAll(() => void (clock.at = null));

const dayMs = 86_400_000;
const dayText = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
const today = dayText(Date.now());
/** Last week, by its Monday; the browser's clock is the true one. */
const monday = dayText(Date.parse(`${today}T12:00:00+08:00`) - (weekday(today) + 6) * dayMs);
const dayOfWeek = (days: number) => dayText(Date.parse(`${monday}T12:00:00+08:00`) + days * dayMs);

/** Last week: three tasks of the officer's, of which two are handed in, and one of a colleague's that is in order. */
async function layWeek(): Promise<ChecklistGround> {
  const ground = await layChecklists();
  const { bureau, officer, colleague } = ground;
  await keepSignedIn(bureau);
  clock.at = new Date(`${dayOfWeek(0)}T09:00:00+08:00`);
  await setLine(bureau.administrator, { duty: "RESPONSIBLE_OFFICER", title: "组织安全防范" });
  await setScheme(bureau.administrator, "applyListSchemePreset", { preset: "SET_B" });
  const patrol = await task(ground, "巡查商圈", dayOfWeek(4));
  const told = await task(ground, "反诈宣传", dayOfWeek(4));
  clock.at = new Date(`${dayOfWeek(2)}T16:00:00+08:00`);
  await handIn(officer, patrol.id);
  await handIn(officer, told.id);
  const other = await task(ground, "整理台账", dayOfWeek(4), { memberId: colleague.memberId });
  await handIn(colleague, other.id);
  clock.at = null;
  return ground;
}

test("a chief returns one line, accepts the rest and signs; what was signed stays when the week is reopened", async () => {
  const ground = await layWeek();
  const { bureau, stationId, officer, chief } = ground;
  const { page, complaints } = await visit(desk);
  await carryOn(page, `http://${host}`, chief);
  await openWorkbench(page);
  await turnTo(page, "清单审核");
  await page.getByText("待审核 2").first().waitFor();
  await inspect(page, "120-review-matrix");

  await page.getByRole("link", { name: "待审核 2" }).first().click();
  await page.getByRole("heading", { name: "任务 2" }).waitFor();
  expect(await page.locator(".review-line").count()).toBe(2);
  expect(await page.getByRole("heading", { name: /^职责/ }).count()).toBe(0);
  await page.getByRole("link", { name: /^全部 \d+ 条$/ }).click();
  await page.getByRole("heading", { name: "职责 1" }).waitFor();
  const patrol = page.getByRole("listitem").filter({ hasText: "巡查商圈" });
  await patrol.getByText("已完成").waitFor();
  await inspect(page, "121-review-week");

  await patrol.getByText("T-").first().click();
  await page.keyboard.press("r");
  const form = page.getByRole("dialog", { name: "退回：巡查商圈" });
  await form.getByLabel("缺什么").fill("没有照片");
  await inspect(page, "122-review-return");
  await form.getByRole("button", { name: "退回" }).click();
  await patrol.getByText("没有照片").waitFor();
  await expect.poll(() => page.getByRole("dialog").count()).toBe(0);

  // The next line that needs a word is stood on.
  await page.keyboard.press("a");
  const told = page.getByRole("listitem").filter({ hasText: "反诈宣传" });
  await told.getByText("已认可").waitFor();
  await inspect(page, "123-review-decided");

  await page.keyboard.press("s");
  await page.getByRole("button", { name: "签发", exact: true }).last().click();
  await page.getByText(/签发（第 1 版）/).waitFor();
  const digest = await page.getByText(/^摘要 [0-9a-f]{64}$/).innerText();
  await page.getByText("请局管理员说明理由后重新打开").waitFor();
  expect(await page.getByRole("button", { name: "认可" }).count()).toBe(0);
  await inspect(page, "124-review-signed");
  await page.emulateMedia({ media: "print" });
  await page.getByText("制表人：").waitFor();
  await inspect(page, "125-review-paper");
  await page.emulateMedia({ media: "screen" });

  await page.keyboard.press("]");
  await page.waitForURL(new RegExp(`week=${dayOfWeek(7)}`));
  await page.getByText("退回未交").waitFor();
  await page.getByText("尚未结束").waitFor();
  await inspect(page, "126-review-next-week");
  await page.goBack();

  const address = `/review/week?member=${officer.memberId}&unit=${stationId}&week=${monday}`;
  const administrator = await visit(desk);
  await enter(administrator.page, bureau);
  await administrator.page.goto(address);
  await administrator.page.getByRole("button", { name: "重新打开" }).click();
  const reopening = administrator.page.getByRole("dialog", { name: "重新打开这一周" });
  await reopening.getByLabel("理由").fill("漏记一项任务");
  await reopening.getByRole("button", { name: "重新打开" }).click();
  await administrator.page.getByText("重新打开的理由：漏记一项任务").first().waitFor();
  await inspect(administrator.page, "127-review-reopened");
  await administrator.page.getByRole("link", { name: "第 1 版" }).press("Enter");
  await administrator.page.getByText("这是已签发的第 1 版").waitFor();
  expect(await administrator.page.getByText(digest, { exact: true }).count()).toBeGreaterThan(0);
  await inspect(administrator.page, "128-review-revision");
  expect([...complaints, ...administrator.complaints]).toEqual([]);
});

test("weeks against which nothing speaks are signed at once, and the others are named with why", async () => {
  const ground = await layWeek();
  const { page } = await visit(desk);
  await carryOn(page, `http://${host}`, ground.chief);
  await page.goto(`/review?unit=${ground.stationId}`);
  await page.getByText("待审核 2").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`week=${monday}`));
  await page.goBack();
  await page.getByRole("button", { name: new RegExp(`签发无待办清单 ${monday}`) }).click();
  await page.getByRole("button", { name: /^(确定|确认)$/ }).click();
  await page.getByText(/^已签发 \d+ 人，未签发 \d+ 人$/).waitFor();
  await page.getByText("还有 2 条需要处理").waitFor();
  await inspect(page, "129-review-signed-clean");

  await page.getByRole("button", { name: "清单设置" }).click();
  const scheme = page.getByRole("dialog", { name: /三张清单$/ });
  await scheme.getByLabel("第 3 张清单的名称").fill("实绩");
  await inspect(page, "130-review-scheme");
  await scheme.getByRole("button", { name: "保存" }).click();
  await expect.poll(() => page.getByRole("dialog").count()).toBe(0);

  await page.setViewportSize(phone.viewport);
  await inspect(page, "131-phone-review-matrix");
  await page.getByText("待审核 2").first().click();
  await page.getByRole("heading", { name: "任务 2" }).waitFor();
  await inspect(page, "132-phone-review-week");
  await page.setViewportSize(desk.viewport);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByText("2 lines need a word").waitFor();
  await inspect(page, "133-review-week-in-english");
  await page.getByRole("link", { name: "Back to the review" }).click();
  await page.getByText("Waiting 2").first().waitFor();
  await inspect(page, "134-review-matrix-in-english");

  await page.getByRole("button", { name: "By station" }).click();
  await page
    .getByText(/^Signed \d+\/\d+$/)
    .first()
    .waitFor();
  await inspect(page, "135-stations-by-weeks-in-english");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByText("Waiting 2").first().waitFor();
});

/** How many weeks the matrix shows. */
const weeksIn = (page: Page) => page.locator(".review-matrix tbody .review-cell").count();

test("a figure of weeks to be signed opens these weeks and no others, a chief's and an administrator's", async () => {
  const ground = await layWeek();
  const { bureau, chief, officer } = ground;
  await makeStation(bureau);
  const { page, complaints } = await visit(desk);
  await carryOn(page, `http://${host}`, chief);
  await openWorkbench(page);
  const card = page.getByRole("region", { name: "清单审核" });
  const figure = Number(await card.locator(".figure").innerText());
  expect(figure).toBeGreaterThan(2);
  const late = await card.getByRole("link", { name: /^超期未签 \d+$/ }).innerText();
  await card.getByRole("link", { name: "全部" }).click();
  await page.getByText(`只列出待签发的 ${figure} 份周清单`).waitFor();
  expect(await weeksIn(page)).toBe(figure);
  await inspect(page, "136-review-to-sign");

  await page
    .getByRole("link", { name: /待签发|超期未签/ })
    .first()
    .click();
  await page.waitForURL(/review\/week/);
  await page.goBack();
  await page.getByRole("link", { name: "查看全部各周" }).click();
  await page.getByText(`${dayOfWeek(7).slice(5)} 至`).waitFor();
  expect(await page.getByText(/^只列出/).count()).toBe(0);
  await page.goBack();
  await page.setViewportSize(phone.viewport);
  await page.getByText(`只列出待签发的 ${figure} 份周清单`).waitFor();
  await inspect(page, "137-phone-review-to-sign");
  await page.setViewportSize(desk.viewport);
  await reviewed(chief, "acceptAllClean", { memberId: officer.memberId, week: monday });
  await reviewed(chief, "signWeek", { memberId: officer.memberId, week: monday });
  await page.getByText(`只列出待签发的 ${figure - 1} 份周清单`).waitFor();
  expect(await weeksIn(page)).toBe(figure - 1);

  const administrator = await visit(desk);
  await enter(administrator.page, bureau);
  await openWorkbench(administrator.page);
  const ofBureau = administrator.page.getByRole("region", { name: "清单审核" });
  const overdue = Number(await ofBureau.locator(".figure").innerText());
  expect(late).toBe(`超期未签 ${overdue}`);
  await ofBureau.getByRole("link", { name: "全部" }).click();
  await administrator.page.getByText(`只列出超期未签的 ${overdue} 份周清单`).waitFor();
  const told = await administrator.page.locator(".review-matrix tbody .review-cell .light").allInnerTexts();
  expect(told.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)).toBe(overdue);
  await inspect(administrator.page, "138-stations-to-sign");
  await administrator.page.locator(".review-matrix tbody .review-cell").first().click();
  await administrator.page.getByText(`只列出超期未签的 ${Number.parseInt(told[0]!, 10)} 份周清单`).waitFor();
  expect(await weeksIn(administrator.page)).toBe(Number.parseInt(told[0]!, 10));
  await administrator.page.goBack();
  await administrator.page.getByRole("link", { name: new RegExp(`${overdue} 份$`) }).click();
  await administrator.page.getByText(`只列出超期未签的 ${overdue} 份周清单`).waitFor();
  await expect.poll(() => weeksIn(administrator.page)).toBe(overdue);
  expect([...complaints, ...administrator.complaints]).toEqual([]);
});
