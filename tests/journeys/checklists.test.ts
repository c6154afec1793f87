import type { Locator, Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { dayOf } from "@maple-bridge/server/kernel/day";
import { makeRuns, published, visit as weekly } from "../api/checklists/ground.ts";
import { makeDivision, makeGrid } from "../api/grids/ground.ts";
import { act, field, keepSignedIn, layWork, seat } from "../api/work/ground.ts";
import { passTo } from "../api/work/time-passes.ts";
import { clock, now, type SignedIn } from "../support/bureau.ts";
import { enter, openWorkbench } from "../support/enter.ts";
import { carryOn, chooseDay, inspect, turnTo } from "../support/hands.ts";
import { desk, phone, visit } from "../support/site.ts";
import { thumb } from "../support/thumb.ts";

/** Of this week, whatever day it is. */
function monday() {
  const today = now();
  const sinceMonday = (new Date(`${dayOf(today)}T00:00:00Z`).getUTCDay() + 6) % 7;
  return dayOf(new Date(today.getTime() - sinceMonday * 86_400_000));
}

async function laid() {
  const ground = await layWork();
  const auxiliary = await field(ground.bureau, ground.stationId, { kind: "AUXILIARY", name: "赵辅" });
  const divisionId = await makeDivision(ground.bureau);
  const village = await makeGrid(ground.bureau, ground.stationId, { kind: "VILLAGE", divisionId });
  await seat(ground.bureau, village.id, auxiliary.memberId, "AUXILIARY");
  await act(ground.bureau.administrator, "applyMatterCategoryPreset", { preset: "HAZARDS" }, "id");
  return { ...ground, auxiliary };
}

async function at(who: SignedIn, screen = desk) {
  const { page, address, complaints } = await visit(screen);
  await carryOn(page, address, who);
  return { page, complaints };
}

const itemOf = (form: Locator, wording: string) => form.locator(".ant-form-item").filter({ hasText: wording });
const choose = (form: Locator, wording: string, answer: string) =>
  itemOf(form, wording).locator(".ant-radio-button-wrapper").filter({ hasText: answer });

async function publishVisit(page: Page) {
  await openWorkbench(page);
  await turnTo(page, "检查清单");
  await page.getByText("还没有检查清单。").waitFor();
  await inspect(page, "120-checklists-none");
  await page.getByRole("button", { name: "套用预设" }).first().click();
  const preset = page.getByRole("dialog", { name: "套用预设" });
  await preset.getByText("每周半天进村走访").waitFor();
  await inspect(page, "121-checklist-preset");
  await preset.getByRole("button", { name: "套用", exact: true }).click();
  const drawer = page.getByRole("dialog", { name: /^每周半天进村走访/ });
  await drawer.getByText("每周一").waitFor();
  await drawer
    .getByText(/本系统拟写/)
    .first()
    .waitFor();
  await inspect(page, "122-checklist-draft");

  await drawer.getByRole("button", { name: "修改草稿" }).click();
  const draft = page.getByRole("dialog", { name: /^修改草稿/ });
  await draft.getByLabel("截止日期").waitFor();
  await inspect(page, "123-checklist-editing");
  await draft.getByLabel("宽限天数").fill("2");
  await draft.getByRole("button", { name: "第 5 条下移" }).click();
  await draft.getByRole("button", { name: "保存" }).click();
  await draft.waitFor({ state: "detached" });
  await expect.poll(() => drawer.locator(".checklists-items > li").last().innerText()).toContain("开展宣传");

  await drawer.getByRole("button", { name: "发布" }).click();
  const publish = page.getByRole("dialog", { name: /^发布/ });
  await publish.getByText("今后 12 次：").waitFor();
  await chooseDay(publish.getByLabel("开始日期"), monday());
  await publish.getByText("赵辅").waitFor();
  const seats = publish.getByRole("button", { name: /^\d+ 个$/ });
  await seats.click();
  await publish.getByRole("region", { name: "承担岗位" }).waitFor();
  expect(`${await publish.locator(".checklists-seats > li").count()} 个`).toBe(await seats.innerText());
  if (monday() < dayOf(now())) await publish.getByText("从本周一起").click();
  await inspect(page, "124-checklist-publish");
  await publish.getByRole("button", { name: "发布" }).click();
  await drawer.getByText("第 1 版生效").waitFor();
  await inspect(page, "125-checklist-in-force");
}

test("the weekly visit is published out of its preset, filled in by nine touches with what was found, returned, and closed after round 2", async () => {
  const ground = await laid();
  const administrator = await visit(desk);
  await enter(administrator.page, ground.bureau);
  await publishVisit(administrator.page);
  await makeRuns(ground.bureau);

  const street = await at(ground.auxiliary, phone);
  await street.page.goto("/my-work");
  const fill = street.page.getByRole("button", { name: "填写" });
  await fill.waitFor();
  await inspect(street.page, "126-phone-my-run");
  const { touch, type, shoot, touches } = thumb();
  await touch(fill);
  const form = street.page.getByRole("dialog", { name: "每周半天进村走访" });
  await itemOf(form, "本周进村半天数").waitFor();
  await inspect(street.page, "127-phone-run-empty");
  await touch(choose(form, "本周进村半天数", "1"));
  await type(itemOf(form, "走访户数").getByRole("spinbutton"), "12");
  await touch(choose(form, "发现矛盾纠纷数", "0"));
  await touch(choose(form, "发现安全隐患数", "1"));
  await form.getByText(/^逐件写明/).waitFor();
  await type(form.getByLabel("第 1 件"), "三组配电箱无门");
  await inspect(street.page, "128-phone-run-with-a-hazard");

  await street.page.reload();
  await form.getByText("已恢复本机上未提交的内容。").waitFor();
  expect(await itemOf(form, "走访户数").getByRole("spinbutton").inputValue()).toBe("12");
  await touch(choose(form, "开展宣传", "入户宣传"));
  await shoot(itemOf(form, "走访现场照片").locator("input[type=file]").first());
  await itemOf(form, "走访现场照片").getByText("照片 1", { exact: true }).waitFor();
  await inspect(street.page, "129-phone-run-filled");
  await touch(form.getByRole("button", { name: /^提\s*交$/ }));
  // Who has found the hazard receives it first.
  await street.page.getByRole("button", { name: "三组配电箱无门" }).waitFor();
  await fill.waitFor({ state: "detached" });
  expect(touches()).toBe(9);
  expect(await street.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('maple.run.'))")).toEqual(
    [],
  );
  expect(await street.page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);

  const chief = await at(ground.chief);
  await chief.page.goto("/checklist-runs");
  await chief.page.getByRole("row", { name: /每周半天进村走访/ }).waitFor();
  await inspect(chief.page, "130-runs");
  await chief.page.keyboard.press("j");
  await chief.page.keyboard.press("Enter");
  const drawer = chief.page.getByRole("dialog", { name: /^每周半天进村走访/ });
  await drawer.getByRole("heading", { name: "最近反馈" }).waitFor();
  await drawer.getByText("三组配电箱无门").first().waitFor();
  await drawer.getByRole("img", { name: /赵辅/ }).first().waitFor();
  await inspect(chief.page, "131-run-to-review");
  await chief.page.keyboard.press("r");
  await chief.page.getByRole("dialog", { name: /^退回/ }).getByLabel("还缺什么").fill("请说明走访的组");
  await chief.page.keyboard.press("Control+Enter");
  await drawer.waitFor({ state: "hidden" });
  const { matters } = await ground.chief.run("{ matters { nodes { kind source title } } }");
  expect(matters.nodes).toEqual([{ kind: "HAZARD", source: "CHECKLIST", title: "三组配电箱无门" }]);

  await fill.waitFor();
  await fill.click();
  await form.getByText("退回：请说明走访的组").waitFor();
  await expect.poll(() => itemOf(form, "走访户数").getByRole("spinbutton").inputValue()).toBe("12");
  await form.getByLabel("备注").fill("三组、四组");
  await shoot(itemOf(form, "走访现场照片").locator("input[type=file]").first());
  await itemOf(form, "走访现场照片").getByText("照片 1", { exact: true }).waitFor();
  expect(await form.getByLabel("第 1 件").inputValue()).toBe("三组配电箱无门");
  await inspect(street.page, "132-phone-run-returned");
  await form.getByRole("button", { name: /^提\s*交$/ }).click();
  await fill.waitFor({ state: "detached" });

  await chief.page.goto("/checklist-runs?state=SUBMITTED");
  await chief.page.getByRole("row", { name: /每周半天进村走访/ }).click();
  await drawer.getByText("三组、四组").first().waitFor();
  await chief.page.keyboard.press("c");
  await chief.page.getByText(/^办结：/).waitFor();
  await chief.page.getByText("没有符合筛选的检查单。").waitFor();
  const again = await ground.chief.run("{ matters { totalCount } checklistRuns { nodes { state round } } }");
  expect(again).toEqual({ matters: { totalCount: 1 }, checklistRuns: { nodes: [{ state: "CLOSED", round: 2 }] } });
  expect([...administrator.complaints, ...street.complaints, ...chief.complaints]).toEqual([]);
});

test("a run that was missed is filled in late with the day and a reason, and versions and runs read well in English and on a phone", async () => {
  clock.at = new Date("2026-03-04T02:00:00Z");
  onTestFinished(() => void (clock.at = null));
  const ground = await laid();
  await keepSignedIn(ground.bureau);
  const content = { ...weekly, owers: [{ duty: "AUXILIARY" }], graceDays: 0, lateDays: 30 };
  const template = await published(ground.bureau.administrator, { content }, "THIS_WEEK");
  await makeRuns(ground.bureau);
  await act(
    ground.bureau.administrator,
    "setChecklistDraft",
    {
      id: template.id,
      expectedVersion: template.version,
      content: {
        ...content,
        startsOn: "2026-03-16",
        items: content.items.slice(0, 2),
        recurrence: "FREQ=MONTHLY;BYMONTHDAY=-1",
        onClosedDay: "BEFORE",
      },
    },
    "id",
  );
  await passTo(ground.bureau, "2026-03-10T09:00");

  const street = await at(ground.auxiliary, phone);
  await street.page.clock.install({ time: clock.at });
  await street.page.goto("/checklist-runs?missed=1");
  const row = street.page.getByRole("row", { name: /每周走访/ });
  await row.waitFor();
  await inspect(street.page, "133-phone-runs");
  await row.click();
  const drawer = street.page.getByRole("dialog", { name: /^每周走访 T/ });
  await drawer.getByRole("button", { name: "补办" }).click();
  const form = street.page.getByRole("dialog", { name: "每周走访", exact: true });
  await form.getByText(/^已漏办，可补办至/).waitFor();
  await chooseDay(form.getByLabel("实际办理日期"), "2026-03-06");
  await form.getByLabel("为何现在才填").fill("当天纸质登记，今日补录");
  await itemOf(form, "走访户数").getByRole("spinbutton").fill("8");
  await choose(form, "发现安全隐患数", "0").click();
  await choose(form, "开展宣传", "集中").click();
  await inspect(street.page, "134-phone-run-late");
  await form.getByRole("button", { name: "补办" }).click();
  await drawer.waitFor({ state: "hidden" });
  const { checklistRuns } = await ground.chief.run(
    "{ checklistRuns { nodes { state isLate feedback { ... on RunReport { visitedOn } } } } }",
  );
  expect(checklistRuns.nodes).toEqual([{ state: "SUBMITTED", isLate: true, feedback: { visitedOn: "2026-03-06" } }]);

  const { page } = await visit(desk);
  await enter(page, ground.bureau);
  await page.clock.install({ time: clock.at });
  await page.goto(`/checklists?open=${template.id}`);
  await page.getByText("每月最后一个工作日").first().waitFor();
  await page.getByText("第 1 版", { exact: true }).click();
  await page.getByText("每周一").last().waitFor();
  await page.goto("/checklists");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Checklists", exact: true }).waitFor();
  await inspect(page, "135-checklists-in-english");
  await page.getByRole("row", { name: /每周走访/ }).click();
  await page
    .getByRole("dialog", { name: /^每周走访/ })
    .getByText("Monthly on the last working day")
    .waitFor();
  await inspect(page, "136-checklist-in-english");
  await page.getByRole("button", { name: "Change the draft" }).click();
  await page
    .getByRole("dialog", { name: /^Change the draft/ })
    .getByLabel("Days of grace")
    .waitFor();
  await page.setViewportSize(phone.viewport);
  await inspect(page, "137-phone-checklist-editing");
  await page.getByRole("button", { name: "Cancel" }).click();
  await inspect(page, "138-phone-checklist");
  await page.setViewportSize(desk.viewport);
  await page.goto("/checklist-runs");
  await page.getByRole("row", { name: /每周走访/ }).waitFor();
  await inspect(page, "139-runs-in-english");
  expect(street.complaints).toEqual([]);
});
