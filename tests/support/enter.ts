import { confirmAsOperator } from "@maple-bridge/server/operator/consents";
import type { Locator, Page } from "playwright-core";
import type { Bureau, Grant } from "./bureau.ts";
import { newKey } from "./client.ts";
import { visit } from "./site.ts";

export const password = "Bridge-of-maple-9";

export interface Account {
  id: string;
  name: string;
  firstPassword: string;
}

/** An administrator's account, or one with other roles, made as people's accounts are. */
export async function newAccount(
  bureau: Bureau,
  roles: Grant[] = [{ role: "BUREAU_ADMINISTRATOR", unitId: bureau.rootId }],
): Promise<Account> {
  const input = {
    idempotencyKey: newKey(),
    name: "li.wei",
    displayName: "李卫",
    roles: roles.filter(({ role }) => !isGuarded(role)),
  };
  const document = `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { firstPassword account { id } } }`;
  const { createAccount } = await bureau.administrator.run(document, { input });
  for (const { role, unitId } of roles.filter(({ role }) => isGuarded(role)))
    await grantByConsent(bureau, createAccount.account.id, role, unitId);
  return { id: createAccount.account.id, name: `li.wei@${bureau.code}`, firstPassword: createAccount.firstPassword };
}

const isGuarded = (role: string) => role === "BUREAU_ADMINISTRATOR" || role === "AUDITOR";

/** What two administrators decide otherwise: here one asks, and an operator confirms. */
async function grantByConsent({ administrator, app, code }: Bureau, accountId: string, role: string, unitId: string) {
  const input = { idempotencyKey: newKey(), kind: "GRANT_ROLE", accountId, role, unitId, reason: "开通账号" };
  const document = `mutation ($input: RequestConsentInput!) { requestConsent(input: $input) { id } }`;
  const { requestConsent } = await administrator.run(document, { input });
  await confirmAsOperator(app.database, code, requestConsent.id);
}

export async function signIn(door: Page | Locator, name: string, secret: string) {
  await door.getByLabel("账号").fill(name);
  const field = door.getByLabel("密码", { exact: true });
  await field.fill(secret);
  await field.press("Enter");
}

export async function changePassword(page: Page, current: string, next: string) {
  await page.getByLabel("当前密码").fill(current);
  await page.getByLabel("新密码", { exact: true }).fill(next);
  await page.getByLabel("再输一遍新密码").fill(next);
  await page.getByRole("button", { name: "修改密码" }).click();
}

/** Through the door with a first password, to the workbench. */
export async function signInFirst(page: Page, name: string, firstPassword: string) {
  await page.goto("/");
  await signIn(page, name, firstPassword);
  await changePassword(page, firstPassword, password);
  await page.getByRole("heading", { name: "工作台" }).waitFor();
}

export async function enter(page: Page, bureau: Bureau, roles?: Grant[]): Promise<Account> {
  const account = await newAccount(bureau, roles);
  await signInFirst(page, account.name, account.firstPassword);
  return account;
}

export async function signedIn(bureau: Bureau, screen?: Parameters<typeof visit>[0]) {
  const { page } = await visit(screen);
  await enter(page, bureau);
  return page;
}
