import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { seriousFindings } from "../support/axe.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter, signedIn, signInFirst } from "../support/enter.ts";
import { visit } from "../support/site.ts";

test("a station is laid out by its template, and its chief gets an account that reaches no further", async () => {
  const bureau = await makeBureau();
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await createStation(page, "尹集派出所", "两队一室");
  await page.getByRole("dialog").getByText("新建派出所").waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "关闭" }).click();
  await page.getByRole("button", { name: "展开 尹集派出所" }).click();
  await page.getByText("案件办理队").waitFor();

  const chief = await createAccount(page, {
    name: "chief.yinji",
    displayName: "王守义",
    role: "所长",
    unit: "尹集派出所",
  });
  const { page: other } = await visit();
  await signInFirst(other, `chief.yinji@${bureau.code}`, chief.firstPassword);
  expect(await other.getByRole("link", { name: "会话" }).isVisible()).toBe(true);
  expect(await other.getByRole("link", { name: "账号与角色" }).count()).toBe(0);
  const overseers = "此页供全局的局管理员和审计员使用。";
  for (const [address, whom] of [
    ["/system/accounts", overseers],
    ["/system/tokens", overseers],
    ["/system/audit", overseers],
    ["/import", "此页供全局的局管理员使用。"],
  ] as const) {
    await other.goto(address);
    await other.getByText("您的角色不能使用此页。").waitFor();
    await other.getByText(whom).waitFor();
  }
  expect(await seriousFindings(other)).toEqual([]);

  await page.getByRole("row", { name: /王守义/ }).click();
  await page.getByRole("button", { name: "停用" }).click();
  await page
    .getByRole("dialog", { name: /停用 王守义/ })
    .getByRole("button", { name: "停用" })
    .click();
  await other.waitForURL("**/sign-in**");
  expect(complaints).toEqual([]);
});

test("an administrator cannot be made auditor too, and the page says why", async () => {
  const page = await signedIn(await makeBureau());
  await page.goto("/system/accounts");
  await page.getByRole("row", { name: /李卫/ }).click();
  await page.getByRole("button", { name: "授予角色" }).click();
  const dialog = page.getByRole("dialog", { name: "授予角色" });
  await dialog.getByRole("combobox", { name: "角色" }).click();
  await page.locator(".ant-select-item-option", { hasText: "审计员" }).click();
  await dialog.getByRole("combobox", { name: "管辖单位" }).click();
  await page.locator(".ant-select-tree-title").first().click();
  await dialog.getByLabel("申请理由").fill("试设审计");
  await dialog.getByRole("button", { name: "授予角色" }).click();
  await dialog.getByText("同一人不能既是局管理员又是审计员，换用另一账号也不行。").waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

test("a preset fills the matrix of standards, and one standard is changed for a later day", async () => {
  const page = await signedIn(await makeBureau());
  await page.goto("/system/standards");
  await page.getByRole("button", { name: "套用预设" }).click();
  await page
    .getByRole("dialog")
    .getByRole("radio", { name: /一格一警/ })
    .check();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: "套用" }).click();
  await page.getByRole("button", { name: "社区 · 一般 · 网格员 ≥ 1" }).click();
  await page.getByRole("button", { name: "设定标准" }).click();
  const dialog = page.getByRole("dialog", { name: /设定标准/ });
  await dialog.getByLabel("至少（人）").fill("2");
  await dialog.getByLabel("自哪天起").fill("2030-01-01");
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "保存" }).click();
  await page.getByText("将执行").waitFor();
  await page.getByText("终止配备标准").waitFor();
  expect(await page.getByText("2030-01-01 00:00").count()).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.goto("/system/standards?on=2030-01-01");
  await page.getByRole("button", { name: "社区 · 一般 · 网格员 ≥ 2" }).waitFor();
});

test("a token is shown once and revoked; the audit log tells both and its chain holds", async () => {
  const page = await signedIn(await makeBureau());
  await page.goto("/system/tokens");
  await page.getByRole("button", { name: "生成令牌" }).click();
  await page.getByRole("dialog").getByLabel("用途").fill("每日读取");
  await page.getByRole("dialog").getByRole("button", { name: "生成" }).click();
  await page.getByText(/^mb_/).waitFor();
  await page.getByRole("button", { name: "已记下，关闭" }).click();
  await page
    .getByRole("row", { name: /每日读取/ })
    .getByRole("button", { name: "吊销" })
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "吊销" }).click();
  await page.getByText("没有令牌。").waitFor();

  await page.goto("/system/audit");
  await page.getByRole("button", { name: "立即校验" }).click();
  await page.getByText(/条记录与写入时一致/).waitFor();
  await page.getByRole("row", { name: /校验日志链/ }).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByText("吊销令牌").waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

async function createStation(page: Page, name: string, template: string) {
  await page.goto("/system/units");
  await page.getByRole("button", { name: "新建派出所" }).click();
  const dialog = page.getByRole("dialog", { name: "新建派出所" });
  await dialog.getByLabel("名称").fill(name);
  await dialog.getByRole("radio", { name: new RegExp(template) }).check();
  await dialog.getByRole("button", { name: "新建" }).click();
  await dialog.waitFor({ state: "hidden" });
}

interface NewAccount {
  name: string;
  displayName: string;
  role: string;
  unit: string;
}

async function createAccount(page: Page, { name, displayName, role, unit }: NewAccount) {
  await page.goto("/system/accounts");
  await page.getByRole("button", { name: "新建账号" }).click();
  const dialog = page.getByRole("dialog", { name: "新建账号" });
  await dialog.getByLabel("账号名").fill(name);
  await dialog.getByLabel("显示名").fill(displayName);
  await dialog.getByRole("combobox", { name: "角色" }).click();
  await page.locator(".ant-select-item-option", { hasText: role }).click();
  await dialog.getByRole("combobox", { name: "管辖单位" }).fill(unit);
  await page.locator(".ant-select-tree-title", { hasText: unit }).click();
  await dialog.getByRole("button", { name: "新建" }).click();
  const handed = page.getByRole("dialog", { name: "首次密码" });
  const firstPassword = (await handed.locator("code").last().textContent())!.trim();
  await handed.getByRole("button", { name: "已记下，关闭" }).click();
  return { firstPassword };
}
