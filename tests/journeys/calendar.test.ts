import { expect, test } from "vitest";
import { makeBureau } from "../support/bureau.ts";
import { inspect } from "../support/hands.ts";
import { signedIn } from "../support/enter.ts";
import { desk, phone } from "../support/site.ts";

test("a year's days off are loaded into a draft, a day is changed, and nothing is in force until it is published", async () => {
  const bureau = await makeBureau();
  const page = await signedIn(bureau);
  await page.goto("/system/calendar?year=2026");
  await page.getByRole("heading", { name: "尚未发布日历：按周一至周五" }).waitFor();
  await page.getByText("261 个工作日").waitFor();
  await page.getByRole("button", { name: "起草新版" }).click();
  await page.getByRole("heading", { name: "草稿（第 1 版）" }).waitFor();

  await page.getByRole("button", { name: "载入 2026 年放假安排" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "确定" }).click();
  await page.getByText("248 个工作日").waitFor();
  await page.getByRole("button", { name: "2026-02-14 补班 春节" }).click();
  const day = page.getByRole("dialog", { name: "2026-02-14 星期六" });
  await day.getByRole("radio", { name: "按星期：休息" }).check();
  await day.getByRole("button", { name: "保存" }).click();
  await page.getByText("247 个工作日").waitFor();
  await page.getByRole("button", { name: "修改工作时间" }).click();
  const shifts = page.getByRole("dialog", { name: "修改工作时间" });
  await shifts.getByLabel("第 1 班开始").fill("25:00");
  await shifts.getByText("请写成 08:30 这样的时间，最晚 24:00。").waitFor();
  await shifts.getByLabel("第 1 班开始").fill("9:00");
  await shifts.getByRole("button", { name: "保存" }).click();
  await page.getByText("工作时间 09:00–12:00").waitFor();
  await inspect(page, "60-calendar-draft");
  await page.getByText("现行", { exact: true }).first().click();
  await page.getByText("261 个工作日").waitFor();

  await page.getByRole("button", { name: "发布" }).click();
  const publishing = page.getByRole("dialog", { name: "发布第 1 版日历" });
  await publishing.getByLabel("发布说明").fill("录入2026年放假安排");
  await inspect(page, "61-calendar-publish");
  await publishing.getByRole("button", { name: "发布" }).click();
  await page.getByRole("heading", { name: "现行日历（第 1 版）" }).waitFor();
  await page.getByText("录入2026年放假安排").waitFor();
  await page.getByText("247 个工作日").waitFor();
  expect(await page.getByRole("button", { name: /^2026-/ }).count()).toBe(0);
  await inspect(page, "62-calendar");

  await page.getByRole("button", { name: "起草新版" }).click();
  await page.getByText("与现行日历没有差别。").waitFor();
  await page.getByRole("heading", { name: "草稿（第 2 版）" }).waitFor();
  await page.getByRole("button", { name: "下一年" }).click();
  await page.getByRole("button", { name: "载入 2027 年放假安排" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "确定" }).click();
  await page.getByText("2027 年的放假安排尚未公布").waitFor();
  await page.setViewportSize(phone.viewport);
  await inspect(page, "63-phone-calendar");
  await page.setViewportSize(desk.viewport);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Draft (number 2)" }).waitFor();
  await inspect(page, "64-calendar-in-english");
});
