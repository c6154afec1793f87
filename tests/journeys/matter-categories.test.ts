import { expect, test } from "vitest";
import { act } from "../api/work/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { signedIn } from "../support/enter.ts";
import { inspect } from "../support/hands.ts";
import { desk, phone } from "../support/site.ts";

test("a category is made out of a preset, changed into its next revision and retired", async () => {
  const bureau = await makeBureau();
  for (const preset of ["INCIDENTS", "INTAKE"])
    await act(bureau.administrator, "applyMatterCategoryPreset", { preset }, "id");
  const page = await signedIn(bureau);
  await page.goto("/system/matter-categories");
  await page.getByRole("cell", { name: "打架斗殴" }).waitFor();
  await page.getByRole("button", { name: "套用预设" }).click();
  const preset = page.getByRole("dialog", { name: "套用预设" });
  await preset.getByText("隐患").click();
  await inspect(page, "70-category-preset");
  await preset.getByRole("button", { name: "套用", exact: true }).click();
  await page.getByRole("cell", { name: "用电用气" }).waitFor();
  await inspect(page, "71-categories");

  await page.getByRole("cell", { name: "用电用气" }).click();
  const drawer = page.getByRole("dialog", { name: "用电用气" });
  await drawer.getByRole("button", { name: "修改" }).click();
  const form = page.getByRole("dialog", { name: "修改类别：用电用气" });
  await form.getByLabel("名称").fill("用电用气安全");
  await inspect(page, "72-category-set");
  await form.getByRole("button", { name: "保存" }).click();
  const changed = page.getByRole("dialog", { name: "用电用气安全" });
  await changed.getByRole("cell", { name: "第 2 版" }).waitFor();
  expect(await changed.getByRole("row").count()).toBeGreaterThan(2);
  await inspect(page, "73-category");
  await changed.getByRole("button", { name: "停用" }).click();
  await page.getByRole("button", { name: "停用", exact: true }).last().click();
  await changed.getByText("已停用").waitFor();
  expect(await changed.getByRole("button", { name: "停用" }).count()).toBe(0);
  await page.goBack();
  await expect.poll(() => page.getByRole("cell", { name: "用电用气安全" }).count()).toBe(0);
  await page.getByLabel("含已停用").check();
  await page.getByRole("cell", { name: "用电用气安全" }).waitFor();

  await page.setViewportSize(phone.viewport);
  await inspect(page, "74-phone-categories");
  await page.setViewportSize(desk.viewport);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Matter categories" }).waitFor();
  await inspect(page, "75-categories-in-english");
});
