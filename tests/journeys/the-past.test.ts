import { dayOf } from "@maple-bridge/server/kernel/day";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { assign } from "../api/assignments/staffing.ts";
import { makeGrid, makeMember, makeStation } from "../api/grids/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter, openWorkbench } from "../support/enter.ts";
import { chooseDay, escapeFrom, inspect, turnTo } from "../support/hands.ts";
import { desk, phone, visit } from "../support/site.ts";

test("a grid is moved from a past day, a member transferred and taken on again, and each day stays as it was", async () => {
  const bureau = await makeBureau();
  const north = await makeStation(bureau, { name: "城北派出所" });
  await makeStation(bureau, { name: "城南派出所" });
  const grid = await makeGrid(bureau, north, { name: "化工园" });
  const officer = await makeMember(bureau, north, { name: "虚构甲" });
  await assign(bureau.administrator, { gridId: grid.id, memberId: officer.id });
  const { page, complaints } = await visit(desk);
  await enter(page, bureau);
  await openWorkbench(page);
  await moveGrid(page, grid.name);
  await escapeFrom(page, page.getByRole("dialog"));
  await transferAndReturn(page, officer.name);
  await onAPhone(page, grid.id);
  expect(complaints).toEqual([]);
});

async function moveGrid(page: Page, name: string) {
  await turnTo(page, "网格与任职");
  await page.getByRole("row").filter({ hasText: name }).click();
  await page.getByRole("button", { name: "操作" }).click();
  await page.getByRole("menuitem", { name: "划转" }).click();
  const dialog = page.getByRole("dialog", { name: `划转网格：${name}` });
  await dialog.getByText("现属城北派出所。").waitFor();
  await choose(page, dialog.getByLabel("派出所"), "城南派出所");
  await chooseDay(dialog.getByLabel("生效日期"), "2026-03-01");
  await dialog.getByRole("button", { name: "划转" }).click();
  await dialog.getByText("补录或更改今天以前的情况，须写明理由。").waitFor();
  await dialog.getByLabel("理由").fill("区划调整");
  await inspect(page, "move-grid-from-a-day");
  await dialog.getByRole("button", { name: "划转" }).click();
  await dialog.waitFor({ state: "hidden" });
  const drawer = page.getByRole("dialog").filter({ hasText: name });
  const history = drawer.getByRole("row").filter({ hasText: "区划调整" }).first();
  expect(await history.innerText()).toMatch(/2026-03-01[\s\S]*城北派出所[\s\S]*城南派出所/);
  await inspect(page, "grid-facts-history");
}

/** The grid is of 城南 by now, so nothing is held elsewhere after a transfer there; after one back it is. */
async function transferAndReturn(page: Page, name: string) {
  await turnTo(page, "人员");
  await page.getByRole("row").filter({ hasText: name }).click();
  const drawer = page.getByRole("dialog").filter({ hasText: "单位经历" });
  await page.getByRole("button", { name: "调动" }).click();
  const dialog = page.getByRole("dialog", { name: `“${name}”调动` });
  await dialog.getByText("此后仍有 1 个任职：").waitFor();
  await choose(page, dialog.getByLabel("调入单位"), "城南派出所");
  await inspect(page, "transfer-member");
  await dialog.getByRole("button", { name: "调动" }).click();
  await dialog.waitFor({ state: "hidden" });
  await drawer.getByRole("row", { name: `${today()} → — 城南派出所` }).waitFor();
  await page.getByRole("button", { name: "离职" }).click();
  const leaving = page.getByRole("dialog", { name: `“${name}”离职` });
  await chooseDay(leaving.getByLabel("离职日期"), today());
  await leaving.getByLabel("一并结束无人接任的任职").check();
  await leaving.getByRole("button", { name: "离职" }).click();
  await leaving.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "重新入职" }).click();
  const back = page.getByRole("dialog", { name: `“${name}”重新入职` });
  await inspect(page, "return-member");
  await chooseDay(back.getByLabel("重新入职日期"), "2099-01-04");
  await back.getByRole("button", { name: "重新入职" }).click();
  await back.waitFor({ state: "hidden" });
  await drawer.getByText("离职期间").waitFor();
  await inspect(page, "member-units");
}

const today = () => dayOf(new Date());

async function choose(page: Page, field: ReturnType<Page["getByLabel"]>, name: string) {
  await field.click();
  await page.getByRole("treeitem", { name }).or(page.getByTitle(name)).last().click();
}

async function onAPhone(page: Page, gridId: string) {
  await page.setViewportSize(phone.viewport);
  await page.goto(`/grids?open=${gridId}&at=2026-02-01`);
  const drawer = page.getByRole("dialog", { name: /化工园/ });
  await drawer.getByText("2026-02-01 的情况").waitFor();
  await drawer.getByText("城北派出所").first().scrollIntoViewIfNeeded();
  await inspect(page, "grid-past-phone");
}
