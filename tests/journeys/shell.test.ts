import { expect, test } from "vitest";
import { makeMember, makeStation } from "../api/grids/ground.ts";
import { seriousFindings } from "../support/axe.ts";
import { makeBureau } from "../support/bureau.ts";
import { newKey } from "../support/client.ts";
import { changePassword, enter, newAccount, openWorkbench, password, signedIn, signIn } from "../support/enter.ts";
import { phone, visit } from "../support/site.ts";

test("a first sign-in changes the password, then opens the page that was asked for", async () => {
  const account = await newAccount(await makeBureau());
  const { page, complaints } = await visit();
  await page.goto("/api?example=coverage");
  await page.waitForURL("**/sign-in?back=**");
  expect(await seriousFindings(page)).toEqual([]);
  await signIn(page, account.name, account.firstPassword);
  await page.getByRole("heading", { name: "修改密码" }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await changePassword(page, account.firstPassword, "short");
  await page.locator('[aria-invalid="true"]').first().waitFor();
  await changePassword(page, account.firstPassword, password);
  await page.waitForURL("**/api?example=coverage");
  expect(complaints).toEqual([]);
});

test("five wrong passwords lock the account, and the page says until when", async () => {
  const account = await newAccount(await makeBureau());
  const { page } = await visit();
  await page.goto("/sign-in");
  for (let attempt = 0; attempt < 5; attempt++) {
    await signIn(page, account.name, `not the password ${attempt}`);
    await page.getByRole("alert").waitFor();
  }
  await signIn(page, account.name, account.firstPassword);
  expect(await page.getByText(/账号在此处已锁定，\d\d:\d\d 以后可以再试/).textContent()).toBeTruthy();
});

test("the palette goes to a page by pinyin initials, and the language changes without a reload", async () => {
  const page = await signedIn(await makeBureau());
  await openWorkbench(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "查找" }).fill("kfjk");
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/api");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "API" }).waitFor();
  expect(await page.title()).toBe("API · Maple Bridge");
  await page.reload();
  await page.getByRole("heading", { name: "API" }).waitFor();
});

test("the palette finds a station by pinyin initials and goes to its grids", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau, { name: "枫测派出所", nameInitials: "fcpcs" });
  const page = await signedIn(bureau);
  await openWorkbench(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "查找" }).fill("fcp");
  const found = page.getByRole("dialog").getByRole("option");
  await found.filter({ hasText: "枫测派出所" }).waitFor();
  expect(await found.allInnerTexts()).toHaveLength(1);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/grids?unit=${stationId}`);
});

test("an example runs under a token made on the spot, and nothing comes from elsewhere", async () => {
  const bureau = await makeBureau();
  const { page, strangers, complaints } = await visit();
  const account = await enter(page, bureau);
  await page.goto("/api");
  await page.getByRole("button", { name: "生成一小时只读令牌" }).click();
  await page.getByText("有效期至").waitFor();
  await page.locator(".graphiql-query-editor .view-line").first().waitFor();
  await page.locator(".graphiql-execute-button").click();
  await page.locator(".result-window", { hasText: `${account.accountName}@${bureau.code}` }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(strangers).toEqual([]);
  expect(complaints).toEqual([]);
});

test("whoever signs out leaves nothing on the screen, and going back does not bring it again", async () => {
  const page = await signedIn(await makeBureau());
  await openWorkbench(page);
  await page.getByRole("link", { name: "会话" }).click();
  await page.getByRole("heading", { name: "会话", exact: true }).waitFor();
  await page.getByRole("button", { name: /^账号：/ }).click();
  await page.getByRole("menuitem", { name: "退出登录" }).click();
  const door = page.getByRole("heading", { name: "登录" });
  // By what is shown: a navigation that takes over from the one waited for ends such a wait.
  await door.waitFor();
  await page.goBack();
  await expect.poll(() => new URL(page.url()).pathname).toBe("/sign-in");
  await door.waitFor();
  expect(await page.getByText("测试公安局").count()).toBe(0);
});

test("an account that is disabled is put out at once, without a reload", async () => {
  const bureau = await makeBureau();
  const { page } = await visit();
  const account = await enter(page, bureau);
  await openWorkbench(page);
  await bureau.administrator.run(`mutation ($input: AccountCommandInput!) { disableAccount(input: $input) { id } }`, {
    input: { idempotencyKey: newKey(), id: account.accountId },
  });
  await page.waitForURL("**/sign-in**");
  expect(await page.getByRole("heading", { name: "登录" }).isVisible()).toBe(true);
});

test("on a phone the menu is a drawer, and nothing is wider than the screen", async () => {
  const page = await signedIn(await makeBureau(), phone);
  await openWorkbench(page);
  expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "菜单" }).click();
  await page.getByRole("dialog").getByRole("link", { name: "开放接口" }).click();
  await page.waitForURL("**/api");
});

test("an address that no page has is said beside the menu, from which one goes on", async () => {
  const page = await signedIn(await makeBureau());
  await page.goto("/no-such-page/at-all");
  await page.getByRole("heading", { name: "没有这个页面" }).waitFor();
  expect(await page.getByRole("main").getByRole("link", { name: "回到工作台" }).isVisible()).toBe(true);
  await page.getByRole("navigation").getByRole("link", { name: "开放接口" }).click();
  await page.waitForURL("**/api");
});

test("an address with a page that there is none of leads back to the first", async () => {
  const bureau = await makeBureau();
  const member = await makeMember(bureau, bureau.rootId);
  const page = await signedIn(bureau);
  await page.goto("/members?after=nowhere");
  await page.getByRole("alert").getByText("没有这一页。").waitFor();
  await page.getByRole("alert").getByRole("button", { name: "回到第一页" }).click();
  await page.getByRole("row").filter({ hasText: member.name }).waitFor();
  expect(new URL(page.url()).search).toBe("");
});

/** Over which heads, and buttons at a foot, what is said in passing would lie now. */
const coveredBySaying = `(() => {
  const teller = document.querySelector(".teller");
  const said = document.createElement("div");
  said.className = "teller-said";
  said.textContent = "接收：140802-2026-000123-1，已告知下达单位";
  teller.append(said);
  const box = said.getBoundingClientRect();
  said.remove();
  const isUnder = (other) =>
    other.width > 0 && box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
  return [...document.querySelectorAll("h1, .ant-drawer-header, .ant-modal-title, .ant-modal-footer")]
    .filter((element) => isUnder(element.getBoundingClientRect()))
    .map(({ className, textContent }) => className + " " + textContent);
})()`;

test("what is said in passing lies over no title, of a page, a drawer or a dialog", async () => {
  const bureau = await makeBureau();
  const { id } = await makeMember(bureau, await makeStation(bureau));
  const page = await signedIn(bureau);
  for (const viewport of [{ width: 1440, height: 900 }, { width: 1280, height: 720 }, phone.viewport]) {
    await page.setViewportSize(viewport);
    await page.goto("/members");
    await page.getByRole("heading", { level: 1, name: "人员" }).waitFor();
    await page.locator(".teller").waitFor({ state: "attached" });
    expect(await page.evaluate(coveredBySaying)).toEqual([]);
    await page.goto(`/members?open=${id}`);
    await page.locator(".teller").waitFor({ state: "attached" });
    const change = page.getByRole("dialog").getByRole("button", { name: "修改" });
    await change.waitFor();
    expect(await page.evaluate(coveredBySaying)).toEqual([]);
    await change.click();
    await page.getByRole("dialog").getByRole("button", { name: "保存" }).waitFor();
    expect(await page.evaluate(coveredBySaying)).toEqual([]);
  }
});
