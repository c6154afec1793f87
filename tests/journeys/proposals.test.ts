import { expect, test } from "vitest";
import { assign, demand } from "../api/assignments/staffing.ts";
import { makeGrid, makeMember, makeStation } from "../api/grids/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter, openWorkbench } from "../support/enter.ts";
import { goOn, inspect } from "../support/hands.ts";
import { visit } from "../support/site.ts";

async function makeGaps() {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  await demand(bureau, {});
  const grids = [await makeGrid(bureau, stationId), await makeGrid(bureau, stationId)];
  const officers = [await makeMember(bureau, stationId), await makeMember(bureau, stationId)];
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await openWorkbench(page);
  const holders = async () => {
    const asked = `{ assignments(filter: { state: CURRENT }) { nodes { member { badge } } } }`;
    const { assignments } = await bureau.administrator.run(asked);
    return assignments.nodes.map((each: { member: { badge: string } }) => each.member.badge).toSorted();
  };
  return { bureau, stationId, grids, officers, page, complaints, holders };
}

test("proposals are accepted by key and undone on the spot, and then all of them are accepted", async () => {
  const { grids, officers, page, complaints, holders } = await makeGaps();
  const badges = officers.map(({ badge }) => badge).toSorted();
  await page.getByRole("link", { name: /的缺岗建议$/ }).click();
  const row = page.getByRole("row").filter({ hasText: grids[0]!.name });
  await row.getByText("负荷最轻").waitFor();
  await inspect(page, "proposals");
  await page.keyboard.press("j");
  await page.keyboard.press("a");
  const strip = page.getByRole("status").filter({ hasText: "已指派" });
  await strip.getByText(`已指派${officers[0]!.name}（${officers[0]!.badge}）：${grids[0]!.name} · 责任民警`).waitFor();
  await row.waitFor({ state: "detached" });
  await inspect(page, "proposals-accepted");
  expect(await holders()).toEqual([officers[0]!.badge]);
  await page.keyboard.press("u");
  await page.getByRole("status").filter({ hasText: "已撤销" }).waitFor();
  await row.waitFor();
  expect(await holders()).toEqual([]);
  await page.getByRole("button", { name: "全部指派（2）" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "指派" }).click();
  await page.getByText("这里没有缺岗。").waitFor();
  expect(await holders()).toEqual(badges);
  await page.getByRole("button", { name: "撤销" }).click();
  await row.waitFor();
  expect(await holders()).toEqual([]);
  expect(complaints).toEqual([]);
});

test("an assignment is undone where the grid's history tells of it", async () => {
  const { bureau, grids, officers, page, holders } = await makeGaps();
  await assign(bureau.administrator, { gridId: grids[0]!.id, memberId: officers[0]!.id });
  await goOn(page, `/grids?open=${grids[0]!.id}`);
  const change = page.getByRole("listitem").filter({ hasText: "任职" }).filter({ hasText: officers[0]!.badge });
  await change.getByRole("button", { name: "撤销" }).click();
  await page.locator(".ant-modal-confirm").getByRole("button", { name: "撤销" }).click();
  await page.getByText("撤销任职").waitFor();
  expect(await holders()).toEqual([]);
});
