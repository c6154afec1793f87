import type { Locator, Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { makeRuns, published, visit as weekly } from "../api/checklists/ground.ts";
import { photo } from "../api/evidence/sending.ts";
import { makeDivision, makeGrid } from "../api/grids/ground.ts";
import { setScheme } from "../api/lists/ground.ts";
import { act, field, keepSignedIn, layWork, seat } from "../api/work/ground.ts";
import { goTo, passTo } from "../api/work/time-passes.ts";
import { clock, type SignedIn } from "../support/bureau.ts";
import { enter, openWorkbench } from "../support/enter.ts";
import { carryOn, download, inspect } from "../support/hands.ts";
import { documentIn } from "../support/papers.ts";
import { desk, phone, visit } from "../support/site.ts";

const week = "2026-03-02";

/** A village of an auxiliary's, who owes a weekly visit there with a photo. */
async function laid() {
  goTo("2026-03-04T10:00");
  onTestFinished(() => void (clock.at = null));
  const ground = await layWork();
  await keepSignedIn(ground.bureau);
  const auxiliary = await field(ground.bureau, ground.stationId, { kind: "AUXILIARY", name: "赵辅" });
  const divisionId = await makeDivision(ground.bureau);
  const village = await makeGrid(ground.bureau, ground.stationId, { kind: "VILLAGE", divisionId });
  await seat(ground.bureau, village.id, auxiliary.memberId, "AUXILIARY");
  const { administrator } = ground.bureau;
  await act(administrator, "applyMatterCategoryPreset", { preset: "HAZARDS" }, "id");
  await setScheme(administrator, "applyListSchemePreset", { preset: "SET_A" });
  const items = [...weekly.items, { code: "PHOTO", wording: "走访现场照片", evidence: "PHOTO" }];
  await published(administrator, { content: { ...weekly, items, owers: [{ duty: "AUXILIARY" }] } }, "THIS_WEEK");
  await makeRuns(ground.bureau);
  await keepSignedIn(ground.bureau);
  return { ...ground, auxiliary, village };
}

async function at(who: SignedIn, screen = desk) {
  const { page, address, complaints } = await visit(screen);
  await page.clock.install({ time: clock.at! });
  await carryOn(page, address, who);
  return { page, complaints };
}

const itemOf = (form: Locator, wording: string) => form.locator(".ant-form-item").filter({ hasText: wording });
const choose = (form: Locator, wording: string, answer: string) =>
  itemOf(form, wording).locator(".ant-radio-button-wrapper").filter({ hasText: answer }).click();

async function shoot(input: Locator, name: string) {
  await input.setInputFiles({ name, mimeType: "image/jpeg", buffer: await photo() });
}

async function fillInTheVisit(page: Page) {
  await page.goto("/my-work");
  await page.getByRole("button", { name: "填写" }).click();
  const form = page.getByRole("dialog", { name: "每周走访" });
  await itemOf(form, "走访户数").getByRole("spinbutton").fill("12");
  await choose(form, "发现安全隐患数", "1");
  await form.getByText("不合格：提交后登记一件隐患").waitFor();
  await choose(form, "开展宣传", "入户");
  await shoot(itemOf(form, "走访现场照片").locator("input[type=file]").first(), "visit.jpg");
  await itemOf(form, "走访现场照片").getByText("照片 1", { exact: true }).waitFor();
  await inspect(page, "180-phone-visit-with-a-hazard");
  await form.getByRole("button", { name: /^提\s*交$/ }).click();
  await form.waitFor({ state: "detached" });
}

async function putRight(page: Page) {
  await page.reload();
  await page.getByRole("button", { name: "接收", exact: true }).click();
  await page.getByRole("button", { name: "整改消防通道隐患" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "反馈", exact: true }).click();
  const form = page.getByRole("dialog", { name: /^反馈/ });
  await form.getByRole("radio", { name: "隐患" }).check();
  await form.getByLabel("处置情况").fill("杂物已清走，通道恢复畅通");
  for (const [index, name] of ["before.jpg", "after.jpg"].entries()) {
    await shoot(form.locator("input[type=file]").first(), name);
    await form.getByText(`照片 ${index + 1}`, { exact: true }).waitFor();
  }
  await inspect(page, "181-phone-hazard-put-right");
  await form.getByRole("button", { name: "反馈", exact: true }).click();
  await form.waitFor({ state: "detached" });
}

const word = async (page: Page) => {
  const { name, bytes } = await download(page, page.getByRole("button", { name: "导出 Word 文件" }));
  return { name, ...documentIn(bytes) };
};

test("A80, A82, A92: a visit, its hazard and the order that puts it right go through review to paper, and stay there as they were signed", async () => {
  const ground = await laid();
  const { bureau, chief, auxiliary, village, dispatcher, stationId } = ground;
  const street = await at(auxiliary, phone);
  await fillInTheVisit(street.page);
  const { matters } = await chief.run("{ matters { nodes { id kind source } } }");
  expect(matters.nodes).toMatchObject([{ kind: "HAZARD", source: "CHECKLIST" }]);
  await act(dispatcher, "issueOrder", {
    matterId: matters.nodes[0].id,
    orderKind: "COMMUNITY",
    title: "整改消防通道隐患",
    photosAtLeast: 2,
    to: [{ gridId: village.id, duty: "AUXILIARY" }],
  });
  await putRight(street.page);
  expect(await street.page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);

  await passTo(bureau, "2026-03-09T09:00");
  const office = await at(chief);
  const { page } = office;
  await openWorkbench(page);
  const card = page.getByRole("region", { name: /^清单审核/ });
  await card.getByText(/^超期未签/).waitFor();
  await inspect(page, "182-weeks-to-sign");
  await card.getByRole("link", { name: "全部" }).click();
  await page.getByRole("link", { name: /^赵辅 2026-W10/ }).press("Enter");
  await page.getByText("2 条需要处理").waitFor();
  const visited = page.getByRole("listitem").filter({ hasText: "每周走访" });
  await visited.getByText("照片 1").waitFor();
  await visited.getByText("待审核").click();
  await page.keyboard.press("r");
  const form = page.getByRole("dialog", { name: "退回：每周走访" });
  await form.getByLabel("缺什么").fill("请写明走访的组");
  await form.getByRole("button", { name: "退回" }).click();
  await visited.getByText("请写明走访的组").waitFor();
  await page.getByRole("button", { name: /^认可无异议的/ }).click();
  await page.getByRole("button", { name: /^(确定|确认)$/ }).click();
  await page.getByText("0 条需要处理").waitFor();
  await inspect(page, "183-week-decided");
  await page.keyboard.press("s");
  await page.getByRole("button", { name: "签发", exact: true }).last().click();
  await page.getByText(/签发（第 1 版）/).waitFor();
  const digest = await page.getByText(/^摘要 [0-9a-f]{64}$/).innerText();

  const taken = await word(page);
  expect(taken.name).toMatch(/-赵辅-2026-W10\.docx$/);
  expect(taken.paragraphs).toContain(digest);
  expect(taken.pictures).toBe(3);
  expect(taken.paragraphs).toContain("附照片 3 张，另有 0 张未附");
  const titles = taken.tables.flatMap((rows) => rows.map(([, , title]) => title));
  expect(titles).toContain("每周走访");
  expect(titles).toContain("整改消防通道隐患");
  await page.emulateMedia({ media: "print" });
  await page.getByText("制表人：赵辅").waitFor();
  expect(await page.getByRole("navigation", { name: "菜单" }).isVisible()).toBe(false);
  await inspect(page, "184-week-on-paper");
  await page.emulateMedia({ media: "screen" });

  await page.keyboard.press("]");
  await page.waitForURL(/week=2026-03-09/);
  await page.getByText("退回未交").waitFor();
  await page.getByText("2026-03-16 起可以签发").waitFor();
  await inspect(page, "185-returned-on-the-next-week");

  const administrator = await visit(desk);
  await administrator.page.clock.install({ time: clock.at! });
  await enter(administrator.page, bureau);
  await administrator.page.goto(`/review/week?member=${auxiliary.memberId}&unit=${stationId}&week=${week}`);
  await administrator.page.getByRole("button", { name: "重新打开" }).click();
  const reopening = administrator.page.getByRole("dialog", { name: "重新打开这一周" });
  await reopening.getByLabel("理由").fill("漏记一次走访");
  await reopening.getByRole("button", { name: "重新打开" }).click();
  await administrator.page.getByText("重新打开的理由：漏记一次走访").first().waitFor();
  await administrator.page.getByRole("link", { name: "第 1 版" }).press("Enter");
  await administrator.page.getByText("这是已签发的第 1 版").waitFor();
  const again = await word(administrator.page);
  expect(again.name).toMatch(/-赵辅-2026-W10-R1\.docx$/);
  expect(again.tables).toEqual(taken.tables);
  expect(again.pictures).toBe(3);
  expect(again.paragraphs).toContain(digest);
  await inspect(administrator.page, "186-first-revision");
  expect([...street.complaints, ...office.complaints, ...administrator.complaints]).toEqual([]);
});
