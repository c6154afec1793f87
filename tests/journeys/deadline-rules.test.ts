import { expect, test } from "vitest";
import { issued, layWork } from "../api/work/ground.ts";
import { carryOn, inspect } from "../support/hands.ts";
import { desk, phone, visit } from "../support/site.ts";

test("the preset and a rule of its own are set, their revisions kept, and what moves is listed", async () => {
  const there = await layWork();
  const { page, address } = await visit();
  await carryOn(page, address, there.bureau.administrator);
  await page.goto("/system/deadline-rules");
  await page.getByRole("button", { name: "套用预设" }).click();
  const preset = page.getByRole("dialog", { name: "套用预设" });
  await inspect(page, "90-deadline-preset");
  await preset.getByRole("button", { name: "套用", exact: true }).click();
  await preset.waitFor({ state: "hidden" });
  await page.getByRole("cell", { name: "5 个工作日" }).first().waitFor();
  await issued(there);
  await inspect(page, "91-deadline-rules");

  await page.goto("/system/deadline-rules?open=COMMUNITY.ORDINARY");
  const drawer = page.getByRole("dialog", { name: "社区 · 一般" });
  await drawer.getByRole("button", { name: "设定规则" }).click();
  const form = page.getByRole("dialog", { name: "设定时限：社区 · 一般" });
  await form.getByRole("radio", { name: "工作分钟" }).check();
  await form.getByLabel("接收").fill("30");
  await form.getByLabel("反馈", { exact: true }).fill("240");
  await form.getByLabel("办结").fill("");
  await inspect(page, "92-deadline-set");
  await form.getByRole("button", { name: "保存" }).click();
  await form.waitFor({ state: "hidden" });
  await expect.poll(() => drawer.getByText("4 工作小时").count()).toBeGreaterThan(0);
  await drawer.getByRole("link").first().waitFor({ timeout: 60_000 });
  await inspect(page, "93-deadline-rule");
  await page.goto("/system/deadline-rules");
  const moved = page.getByRole("region", { name: "重新计算的时限" });
  await moved.getByRole("link").first().waitFor({ timeout: 60_000 });
  await inspect(page, "94-deadlines-moved");

  await page.setViewportSize(phone.viewport);
  await inspect(page, "95-phone-deadline-rules");
  await page.setViewportSize(desk.viewport);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Deadline rules" }).waitFor();
  await page.getByRole("cell", { name: "30 working minutes" }).waitFor();
  await inspect(page, "96-deadline-rules-in-english");
});
