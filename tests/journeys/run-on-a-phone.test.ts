import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { layChecklists, makeRuns, published, visit as weekly } from "../api/checklists/ground.ts";
import { makeDivision, makeGrid } from "../api/grids/ground.ts";
import { act, field, keepSignedIn, layWork, seat } from "../api/work/ground.ts";
import { passTo } from "../api/work/time-passes.ts";
import { clock } from "../support/bureau.ts";
import { at, card, fits } from "../support/phone.ts";
import { thumb } from "../support/thumb.ts";

const narrow = { viewport: { width: 320, height: 640 } };

const itemOfForm = (page: Page, wording: string) => page.locator(".adm-form-item").filter({ hasText: wording });
const answer = (page: Page, wording: string, text: string) =>
  itemOfForm(page, wording)
    .locator(".phone-choices label")
    .filter({ hasText: new RegExp(`^${text}$`) });

/** As the preset has it, from a day on that is past. */
const villageVisit = {
  ...weekly,
  owers: [{ duty: "AUXILIARY" }],
  items: [
    { code: "HALF_DAYS", wording: "本周进村半天数", evidence: "COUNT", most: 14 },
    { code: "HOUSEHOLDS", wording: "走访户数", evidence: "COUNT", most: 999 },
    { code: "DISPUTES", wording: "发现矛盾纠纷数", evidence: "COUNT", most: 20, finds: "DISPUTE" },
    { code: "HAZARDS", wording: "发现安全隐患数", evidence: "COUNT", most: 20, finds: "HAZARD" },
    { code: "PUBLICITY", wording: "开展宣传", evidence: "CHOICE", choices: ["入户宣传", "集中宣传", "未开展"] },
    { code: "PHOTO", wording: "走访现场照片", evidence: "PHOTO" },
  ],
};

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
  expect(await itemOfForm(page, "发现安全隐患数").getByRole("spinbutton").inputValue()).toBe("");
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

test("A16: what was found is told one by one, and its number opens just that", async () => {
  const ground = await layWork();
  const { bureau, officer } = ground;
  await act(bureau.administrator, "applyMatterCategoryPreset", { preset: "DISPUTES" }, "id");
  const items = villageVisit.items.filter(({ code }) => ["HOUSEHOLDS", "DISPUTES"].includes(code));
  await published(
    bureau.administrator,
    { name: "社区走访", content: { ...villageVisit, items, owers: [{ duty: "RESPONSIBLE_OFFICER" }] } },
    "THIS_WEEK",
  );
  await makeRuns(bureau);
  const { page, complaints } = await at(officer);
  await page.goto("/m");
  await card(page, "社区走访").getByRole("button", { name: "填写" }).click();
  await itemOfForm(page, "走访户数").getByRole("spinbutton").fill("12");
  await answer(page, "发现矛盾纠纷数", "2").click();
  await page.getByLabel("第 1 件").fill("三组两户争宅基地界");
  await page.getByLabel("第 2 件").fill("五组排水沟起争执");
  await fits(page, "163-run-with-what-was-found");
  await page.getByRole("button", { name: "提交" }).click();
  await page.getByRole("heading", { name: "已反馈，待评价 1" }).waitFor();
  await card(page, "社区走访").getByRole("link", { name: "社区走访" }).click();
  const figure = page.getByRole("link", { name: /^2 三组两户争宅基地界/ });
  await figure.waitFor();
  await fits(page, "164-what-was-found");
  await figure.click();
  await page.getByText("某次检查中发现的").first().waitFor();
  await page.getByText("五组排水沟起争执").first().waitFor();
  await page
    .getByText(/^共 2 条/)
    .first()
    .waitFor();
  expect(complaints).toEqual([]);
});
