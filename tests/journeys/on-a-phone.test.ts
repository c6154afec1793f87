import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demand } from "../api/assignments/staffing.ts";
import { makeGrid, makeMember, makeStation } from "../api/grids/ground.ts";
import { type Bureau, makeBureau } from "../support/bureau.ts";
import { newKey } from "../support/client.ts";
import { changePassword, inspect, signIn } from "../support/hands.ts";
import { phone, visit } from "../support/site.ts";

test("on a phone a chief signs in, sees the station's gap on the workbench and fills it", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  await demand(bureau, {});
  const grid = await makeGrid(bureau, stationId);
  const officer = await makeMember(bureau, stationId);
  const chief = await makeChief(bureau, stationId);

  const { page, complaints } = await visit(phone);
  await page.goto("/");
  await page.getByRole("heading", { name: "登录" }).waitFor();
  await fits(page, "31-phone-sign-in");
  await signIn(page, chief.name, chief.firstPassword);
  await changePassword(page, chief.firstPassword, "Bridge-of-maple-9");
  await page.getByRole("heading", { name: "工作台" }).waitFor();
  await page.getByRole("link", { name: "去填补" }).waitFor();
  await fits(page, "32-phone-workbench");

  await page.getByRole("link", { name: "去填补" }).click();
  const inList = page.getByRole("list", { name: "网格与任职" }).getByRole("link", { name: new RegExp(grid.name) });
  await inList.waitFor();
  await fits(page, "33-phone-grids");
  await inList.click();
  const seats = page.getByRole("region", { name: "岗位" });
  await seats.getByText(/^空缺/).waitFor();
  await fits(page, "34-phone-grid");

  await seats.getByRole("button", { name: "指派" }).click();
  await page.getByRole("option").filter({ hasText: officer.badge }).click();
  await fits(page, "35-phone-assign");
  await page.getByRole("dialog", { name: /^指派/ }).getByRole("button", { name: "指派", exact: true }).click();
  await seats.getByText(officer.badge).waitFor();
  await fits(page, "36-phone-grid-filled");
  expect(complaints).toEqual([]);
});

/** Nothing stands out over the edge of the screen, and no keys are told of. */
async function fits(page: Page, name: string) {
  expect(await page.evaluate<number>("document.documentElement.scrollWidth"), name).toBeLessThanOrEqual(390);
  expect(await page.locator("kbd:visible, .keys:visible").count(), name).toBe(0);
  await inspect(page, name);
}

async function makeChief({ administrator, code }: Bureau, unitId: string) {
  const roles = [{ role: "STATION_CHIEF", unitId }];
  const input = { idempotencyKey: newKey(), name: "chief", displayName: "测试所长", roles };
  const document = `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { firstPassword } }`;
  const { createAccount } = await administrator.run<{ createAccount: { firstPassword: string } }>(document, { input });
  return { name: `chief@${code}`, firstPassword: createAccount.firstPassword };
}
