import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { seriousFindings } from "./axe.ts";
import { coveredFindings } from "./covered.ts";
import type { SignedIn } from "./bureau.ts";

const screenshots = fileURLToPath(new URL("../journeys/screenshots/", import.meta.url));

export async function signIn(page: Page, name: string, password: string) {
  await page.getByLabel("账号").fill(name);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录" }).click();
}

export async function changePassword(page: Page, current: string, next: string) {
  await page.getByLabel("当前密码").fill(current);
  await page.getByLabel("新密码", { exact: true }).fill(next);
  await page.getByLabel("再输一遍新密码").fill(next);
  await page.getByRole("button", { name: "修改密码" }).click();
}

/** The browser goes on with a session that was begun elsewhere. */
export async function carryOn(page: Page, address: string, account: SignedIn) {
  const [name, value] = account.headers["cookie"]!.split("=", 2);
  await page.context().addCookies([{ name: name!, value: value!, url: address }]);
}

/** To another address without loading the page anew. What stands on both pages is there at once: wait for something else first. */
export const goOn = (page: Page, address: string) =>
  page.evaluate(`window.history.pushState({}, "", ${JSON.stringify(address)})`);

export async function turnTo(page: Page, title: string) {
  await page.getByRole("navigation", { name: "菜单" }).getByText(title, { exact: true }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

export async function sendFile(page: Page, name: string, buffer: Buffer) {
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
}

/** The bytes of the file that a click gives. */
export async function download(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** The one who is sought in the open dialog, once the list is of those who were sought. */
export async function candidateSought(page: Page, badge: string): Promise<Locator> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox").fill(badge);
  const found = dialog.locator('[role="listbox"][aria-busy="false"]').getByRole("option");
  await expect.poll(() => found.allInnerTexts()).toEqual([expect.stringContaining(badge)]);
  return found;
}

/**
 * Escape until it is gone: the first one may close what is said beside the pointer, in the moment too in which that has faded and the page
 * has not noticed.
 */
export const escapeFrom = (page: Page, what: Locator) =>
  expect
    .poll(async () => {
      await page.keyboard.press("Escape");
      return what.waitFor({ state: "hidden", timeout: 2_000 }).then(
        () => "gone",
        () => "open",
      );
    })
    .toBe("gone");

export async function chooseDay(field: Locator, day: string) {
  await field.fill(day);
  await field.press("Tab");
}

/** For whoever wants to see what the journey saw, and says so. */
export async function picture(page: Page, name: string) {
  if (process.env["MAPLE_PICTURES"])
    await page.screenshot({ path: `${screenshots}${name}.png`, animations: "disabled" });
}

/** A picture of the page, on which nothing is drawn over what stays in its place, and axe finds nothing serious, by day or in the dark. */
export async function inspect(page: Page, name: string) {
  await picture(page, name);
  expect(await coveredFindings(page), name).toEqual([]);
  expect(await seriousFindings(page, () => picture(page, `${name}-dark`)), name).toEqual([]);
}
