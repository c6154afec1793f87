import { expect, test } from "vitest";
import { makeMember, makeStation } from "../api/grids/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter } from "../support/enter.ts";
import { inspect } from "../support/hands.ts";
import { phone, visit } from "../support/site.ts";

const whole = "13900001234";
const masked = "139****1234";

test("a number stands masked in list and drawer, is shown whole by a press that is on record, and gone with the page", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  const { id } = await makeMember(bureau, stationId, { badge: "PH-1", name: "虚构甲", phone: whole });
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await page.goto("/members");
  await page.getByText(masked).waitFor();
  expect(await page.content()).not.toContain(whole);
  await inspect(page, "phones-masked");
  await page.getByRole("button", { name: "显示虚构甲的电话" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: whole }).waitFor();
  expect(await page.getByRole("link", { name: whole }).evaluate((link) => link.matches(":focus"))).toBe(true);
  expect(new URL(page.url()).searchParams.get("open")).toBe(null);
  await inspect(page, "phone-opened");

  await page.setViewportSize(phone.viewport);
  await page.goto(`/members?open=${id}`);
  const drawer = page.getByRole("dialog");
  await drawer.getByText(masked).waitFor();
  await drawer.getByText("查看电话").first().waitFor();
  expect(await page.content()).not.toContain(whole);
  await inspect(page, "phones-masked-phone");

  // What is left alone in the form stays as it is, though it is not known there.
  await drawer.getByRole("button", { name: /^修 ?改$/ }).click();
  const form = page.getByRole("dialog", { name: "修改“虚构甲”" });
  expect(await form.getByLabel("电话").inputValue()).toBe(masked);
  await form.getByLabel("姓名").fill("虚构乙");
  await page.keyboard.press("Control+Enter");
  await form.waitFor({ state: "detached" });
  await drawer.getByRole("button", { name: "显示虚构乙的电话" }).click();
  await drawer.getByRole("link", { name: whole }).waitFor();
  const { auditEntries } = await bureau.administrator.run(
    `{ auditEntries(filter: { action: "member.openPhone" }) { totalCount nodes { entityId } } }`,
  );
  expect(auditEntries).toMatchObject({ totalCount: 2, nodes: [{ entityId: id }, { entityId: id }] });
  expect(complaints).toEqual([]);
});
