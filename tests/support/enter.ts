import { confirmAsOperator } from "@maple-bridge/server/operator/consents";
import type { Locator, Page } from "playwright-core";
import type { Bureau, Grant, SignedIn } from "./bureau.ts";
import { newKey } from "./client.ts";
import { carryOn } from "./hands.ts";
import { host, visit } from "./site.ts";

export const password = "Bridge-of-maple-9";

export interface Account {
  id: string;
  name: string;
  firstPassword: string;
}

/** An administrator's account with its first password, made as people's accounts are. */
export async function newAccount(bureau: Bureau): Promise<Account> {
  const input = { idempotencyKey: newKey(), name: "li.wei", displayName: "李卫", roles: [] };
  const document = `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { firstPassword account { id } } }`;
  const { createAccount } = await bureau.administrator.run(document, { input });
  await grantByConsent(bureau, createAccount.account.id);
  return { id: createAccount.account.id, name: `li.wei@${bureau.code}`, firstPassword: createAccount.firstPassword };
}

/** What two administrators decide otherwise: here one asks, and an operator confirms. */
async function grantByConsent({ administrator, app, code, rootId }: Bureau, accountId: string) {
  const granted = { accountId, role: "BUREAU_ADMINISTRATOR", unitId: rootId };
  const input = { idempotencyKey: newKey(), kind: "GRANT_ROLE", ...granted, reason: "开通账号" };
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

/** Who has signed in elsewhere: for journeys that are not about the door. The page is still to be opened. */
export async function enter(page: Page, bureau: Bureau, grants?: Grant[], memberId?: string): Promise<SignedIn> {
  const account = await bureau.signIn({
    role: "BUREAU_ADMINISTRATOR",
    name: "li.wei",
    displayName: "李卫",
    ...(grants && { grants }),
    ...(memberId && { memberId }),
  });
  await carryOn(page, `http://${host}`, account);
  return account;
}

export async function signedIn(bureau: Bureau, screen?: Parameters<typeof visit>[0]) {
  const { page } = await visit(screen);
  await enter(page, bureau);
  return page;
}

export async function openWorkbench(page: Page) {
  await page.goto("/");
  await page.getByRole("heading", { name: "工作台" }).waitFor();
}
