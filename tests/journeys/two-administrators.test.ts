import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demand } from "../api/assignments/staffing.ts";
import { makeGrid, makeMember, makeStation } from "../api/grids/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { candidateSought, carryOn, inspect } from "../support/hands.ts";
import { visit } from "../support/site.ts";

test("what one administrator assigns, the other sees without a reload, and may not assign again", async () => {
  const { grid, officers, enter } = await makeGap();
  const [first, second] = officers;
  const [one, other, onlooker] = await Promise.all([enter(), enter(), enter()]);
  await openSeat(one, grid.code);
  await openSeat(other, grid.code);
  await choose(other, second.badge);
  await rowOf(onlooker, grid.code).getByText("空缺", { exact: true }).waitFor();

  await choose(one, first.badge);
  await assign(one);
  await one.getByText("已指派。").waitFor();
  await inspect(one, "21-assigned");

  await rowOf(onlooker, grid.code).getByText(first.badge).waitFor();
  await onlooker.getByRole("button", { name: /^测试公安局\s*配备 1\/1$/ }).waitFor();
  await inspect(onlooker, "22-appeared-without-a-reload");
  await other.getByRole("region", { name: "岗位", includeHidden: true }).getByText(first.badge).waitFor();

  await assign(other);
  const holder = `网格“${grid.name}”的责任民警是${first.name}（${first.badge}）`;
  await other.getByRole("dialog").getByText(holder).waitFor();
  await inspect(other, "23-collision");
  expect(
    [one, other, onlooker].map((page) =>
      page
        .url()
        .replace(/.*\/grids/, "/grids")
        .replace(/\?.*/, ""),
    ),
  ).toEqual(["/grids", "/grids", "/grids"]);
});

/** A station with one grid that lacks its officer, and two officers who could be. */
async function makeGap() {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  await demand(bureau, {});
  const grid = await makeGrid(bureau, stationId);
  const officers = [await makeMember(bureau, stationId), await makeMember(bureau, stationId)] as const;
  async function enter() {
    const { page, address } = await visit();
    await carryOn(page, address, await bureau.signIn({ role: "BUREAU_ADMINISTRATOR" }));
    await page.goto("/grids");
    await rowOf(page, grid.code).waitFor();
    return page;
  }
  return { grid, officers, enter };
}

const rowOf = (page: Page, code: string) => page.getByRole("row").filter({ hasText: code });

async function openSeat(page: Page, code: string) {
  await rowOf(page, code).getByText(code).first().click();
  await page.getByRole("region", { name: "岗位" }).getByRole("button", { name: "指派" }).click();
}

const choose = async (page: Page, badge: string) => (await candidateSought(page, badge)).click();

const assign = (page: Page) =>
  page
    .getByRole("dialog", { name: /^指派责任民警/ })
    .getByRole("button", { name: "指派", exact: true })
    .click();
