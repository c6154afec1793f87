import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { seriousFindings } from "../support/axe.ts";
import { type Bureau, clock, makeBureau } from "../support/bureau.ts";
import { changePassword, newAccount, password, signIn, signInFirst } from "../support/enter.ts";
import { carryOn, picture } from "../support/hands.ts";
import { visit } from "../support/site.ts";

test("a tab says whose it was and stops, once somebody else signs in to the browser in another one", async () => {
  const [ours, theirs] = [await makeBureau(), await makeBureau()];
  const [own, other] = [await newAccount(ours), await newAccount(theirs)];
  const { page, complaints } = await visit();
  await signInFirst(page, own.name, own.firstPassword);
  await page.goto("/system/units");
  const second = await page.context().newPage();
  await second.goto("/sign-in");
  await signIn(second, other.name, other.firstPassword);
  await changePassword(second, other.firstPassword, password);
  await page.getByRole("heading", { name: "此窗口已停用" }).waitFor();
  await page.getByText(/^这个浏览器现在登录的是/).waitFor();
  await picture(page, "51-other-viewer");
  expect(await seriousFindings(page)).toEqual([]);
  expect(await page.getByText("测试公安局").count()).toBe(0);
  await page.getByRole("button", { name: /打开$/ }).click();
  await page.getByRole("heading", { name: "单位" }).waitFor();

  await second.getByRole("button", { name: /^账号：/ }).click();
  await second.getByRole("menuitem", { name: "退出登录" }).click();
  await page.waitForURL("**/sign-in**");
  expect(complaints).toEqual([]);
});

test("what is sent from a tab that nobody has told does nothing for who is signed in by then", async () => {
  const [ours, theirs] = [await makeBureau(), await makeBureau()];
  const own = await newAccount(ours);
  const { page, address } = await visit();
  await signInFirst(page, own.name, own.firstPassword);
  await beginToken(page);
  await carryOn(page, address, theirs.administrator);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "此窗口已停用" }).waitFor();
  expect([await tokensOf(ours), await tokensOf(theirs)]).toEqual([[], []]);
});

test("whose session runs out signs in over the page, and what was being saved is saved once", async () => {
  const bureau = await makeBureau();
  const account = await newAccount(bureau);
  const { page, complaints } = await visit();
  const keys = keysSent(page);
  await signInFirst(page, account.name, account.firstPassword);
  await beginToken(page);
  clock.at = new Date(Date.now() + 3 * 3_600_000);
  await page.keyboard.press("Control+Enter");
  const cover = page.getByRole("dialog", { name: "请重新登录" });
  await cover.waitFor();
  await picture(page, "52-sign-in-again");
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await cover.getByLabel("密码", { exact: true }).fill("not the password");
  await page.keyboard.press("Enter");
  await cover.getByRole("alert").waitFor();
  await cover.getByLabel("密码", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await cover.waitFor({ state: "hidden" });
  await page.getByText(/^mb_/).waitFor();
  clock.at = null;
  expect(await tokensOf(bureau)).toEqual(["每日读取"]);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(complaints).toEqual([]);
});

test("another person who signs in there gets the page anew, and nothing of the form", async () => {
  const bureau = await makeBureau();
  const account = await newAccount(bureau);
  const { page: elsewhere } = await visit();
  const stranger = await newAccount(await makeBureau());
  await signInFirst(elsewhere, stranger.name, stranger.firstPassword);
  const { page } = await visit();
  await signInFirst(page, account.name, account.firstPassword);
  await beginToken(page);
  await page.context().clearCookies({ name: "maple_session" });
  await page.keyboard.press("Control+Enter");
  const cover = page.getByRole("dialog", { name: "请重新登录" });
  await cover.waitFor();
  await signIn(cover, stranger.name, password);
  await cover.waitFor({ state: "detached" });
  await page.getByRole("heading", { name: "访问令牌" }).waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await tokensOf(bureau)).toEqual([]);
});

async function beginToken(page: Page) {
  await page.goto("/system/tokens");
  await page.getByRole("button", { name: "生成令牌" }).click();
  await page.getByRole("dialog").getByLabel("用途").fill("每日读取");
}

async function tokensOf({ administrator }: Bureau): Promise<string[]> {
  const { apiTokens } = await administrator.run(`{ apiTokens { nodes { name } } }`);
  return apiTokens.nodes.map(({ name }: { name: string }) => name);
}

/** The keys of the commands that make a token, as they are sent. */
function keysSent(page: Page) {
  const keys: string[] = [];
  page.on("request", (request) => {
    const { operationName, variables } = (request.postDataJSON() ?? {}) as {
      operationName?: string;
      variables?: { input: { idempotencyKey: string } };
    };
    if (operationName === "CreateApiToken") keys.push(variables!.input.idempotencyKey);
  });
  return keys;
}
