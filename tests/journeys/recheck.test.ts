import { expect, test } from "vitest";
import { makeRecheck } from "../api/auth/actions-on-rechecks.ts";
import { makeMember, makeStation } from "../api/grids/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter } from "../support/enter.ts";
import { inspect } from "../support/hands.ts";
import { desk, phone, visit } from "../support/site.ts";

test("on a phone, who was drawn finds what is to be checked, says what was found, and sees what follows", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  const checker = await makeMember(bureau, stationId);
  await makeRecheck(bureau, stationId, { title: "他人复查的走访" });
  const { itemId } = await makeRecheck(bureau, stationId, { title: "入户走访", checker: checker.id });
  const { page, complaints } = await visit(phone);
  await enter(page, bureau, [{ role: "MEMBER", unitId: stationId }], checker.id);
  await page.goto("/m");
  await page.getByRole("link", { name: "我的" }).click();
  await page.getByRole("link", { name: "双随机复查：由我检查的" }).click();
  const rows = page.locator("tbody tr[data-row-key]");
  await rows.first().waitFor();
  expect(await rows.count()).toBe(1);
  await rows.first().click();
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("heading", { name: /^2026-03 第/ }).waitFor();
  await inspect(page, "recheck-drawer");

  await drawer.getByRole("button", { name: "填写结果" }).click();
  const form = page.getByRole("dialog", { name: "复查“入户走访”" });
  await form.getByText("不实", { exact: true }).click();
  await form.getByText(/下达整改任务/).waitFor();
  await form.getByLabel("查了什么，情况如何").fill("到场核对，门牌与记录不符");
  await inspect(page, "recheck-result");
  await form.getByRole("button", { name: "提交结果" }).click();
  await drawer.getByRole("paragraph").getByText("整改：入户走访").waitFor();
  await drawer.getByText("到场核对，门牌与记录不符").first().waitFor();
  expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  const { workItem } = await bureau.administrator.run(`{ workItem(id: "${itemId}") { state rechecks { outcome } } }`);
  expect(workItem).toEqual({ state: "CLOSED", rechecks: [{ outcome: "NOT_CONFIRMED" }] });
  expect(complaints).toEqual([]);
});

test("what was drawn, from what, and who might check it: each figure of a draw opens exactly its rows", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  const checker = await makeMember(bureau, stationId, { name: "示例查" });
  await makeRecheck(bureau, stationId, { title: "他人复查的走访" });
  const { id } = await makeRecheck(bureau, stationId, { title: "入户走访", checker: checker.id });
  const { page, complaints } = await visit(desk);
  await enter(page, bureau, [{ role: "STATION_CHIEF", unitId: stationId }]);
  const figures = [
    ["1 件", 0, "入户走访", "同一次抽取的"],
    ["1 件", 1, "入户走访", "某次抽查的候选"],
    ["1 人", 0, "示例查", "某次抽查的可查人员"],
  ] as const;
  for (const [figure, place, row, said] of figures) {
    await page.goto(`/recheck?open=${id}`);
    await page.getByRole("dialog").getByRole("link", { name: figure, exact: true }).nth(place).click();
    await page.getByRole("main").getByText(said).waitFor();
    await page.getByRole("row").getByText(row).waitFor();
    await expect.poll(() => page.locator("tbody tr[data-row-key]").count()).toBe(1);
  }
  await inspect(page, "recheck-possible-checkers");
  expect(complaints).toEqual([]);
});
