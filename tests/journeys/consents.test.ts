import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { seriousFindings } from "../support/axe.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter } from "../support/enter.ts";
import { phone, visit } from "../support/site.ts";

const waiting = (page: Page) => page.getByRole("region", { name: "待同意的申请" });

test("one administrator asks for an auditor and for a password, another one confirms both on a phone", async () => {
  const bureau = await makeBureau();
  const { page, complaints } = await visit();
  await enter(page, bureau);
  const { page: other, address } = await visit(phone);
  const second = await bureau.signIn({ role: "BUREAU_ADMINISTRATOR" });
  const [name, value] = second.headers["cookie"]!.split("=") as [string, string];
  await other.context().addCookies([{ name, value, url: address }]);
  const { accountName } = await bureau.signIn({ role: "MEMBER" });

  await page.goto(`/system/accounts?q=${accountName}`);
  await page.getByRole("row", { name: new RegExp(accountName) }).click();
  await page.getByRole("button", { name: "授予角色" }).click();
  const dialog = page.getByRole("dialog", { name: "授予角色" });
  await dialog.getByRole("combobox", { name: "角色" }).click();
  await page.locator(".ant-select-item-option", { hasText: "审计员" }).click();
  await dialog.getByRole("combobox", { name: "管辖单位" }).click();
  await page.locator(".ant-select-tree-title").first().click();
  await dialog.getByLabel("申请理由").fill("按规定设审计员");
  await dialog.getByRole("button", { name: "授予角色" }).click();
  await waiting(page)
    .getByText(/申请角色“审计员 · 测试公安局”/)
    .waitFor();
  expect(await waiting(page).getByRole("button", { name: "同意", exact: true }).count()).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);

  await other.goto("/system/accounts");
  await waiting(other).getByRole("button", { name: "同意", exact: true }).click();
  await other.getByRole("dialog").getByRole("button", { name: "同意", exact: true }).click();
  await waiting(other).waitFor({ state: "detached" });
  expect(await seriousFindings(other)).toEqual([]);

  await page.locator(".account-lines span", { hasText: /^审计员$/ }).waitFor();
  await page.getByRole("button", { name: "重置密码" }).click();
  const reset = page.getByRole("dialog", { name: /^提出申请：重置 .* 的密码/ });
  await reset.getByLabel("申请理由").fill("本人忘记密码");
  await reset.getByRole("button", { name: "提出申请" }).click();
  await waiting(other).getByText("申请重置密码").waitFor();
  await waiting(other).getByRole("button", { name: "同意", exact: true }).click();
  await other.getByRole("dialog").getByRole("button", { name: "同意", exact: true }).click();
  const handed = other.getByRole("dialog", { name: "首次密码" });
  expect(await handed.locator("code").last().textContent()).toMatch(/^\w{4}(-\w{4}){3}$/);
  expect(complaints).toEqual([]);
});
