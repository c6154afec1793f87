import { expect, test } from "vitest";
import { makeRecheck } from "../api/auth/actions-on-rechecks.ts";
import { makeMember, makeStation } from "../api/grids/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter, openWorkbench } from "../support/enter.ts";
import { goOn, inspect } from "../support/hands.ts";
import { phone, visit } from "../support/site.ts";

test("on a phone, who was drawn finds what is to be checked, says what was found, and sees what follows", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  const checker = await makeMember(bureau, stationId);
  await makeRecheck(bureau, stationId, { title: "他人复查的走访" });
  const { itemId } = await makeRecheck(bureau, stationId, { title: "入户走访", checker: checker.id });
  const { page, complaints } = await visit(phone);
  await enter(page, bureau, [{ role: "MEMBER", unitId: stationId }], checker.id);
  await openWorkbench(page);

  await goOn(page, "/recheck?mine=1");
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
  await drawer.getByText("整改：入户走访").waitFor();
  await drawer.getByText("到场核对，门牌与记录不符").first().waitFor();
  expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  const { workItem } = await bureau.administrator.run(`{ workItem(id: "${itemId}") { state rechecks { outcome } } }`);
  expect(workItem).toEqual({ state: "CLOSED", rechecks: [{ outcome: "NOT_CONFIRMED" }] });
  expect(complaints).toEqual([]);
});
