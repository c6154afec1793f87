import { expect, test } from "vitest";
import { assign, demand } from "../api/assignments/staffing.ts";
import { makeAbsence, makeGrid, makeMember, makeStation } from "../api/grids/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter, openWorkbench } from "../support/enter.ts";
import { inspect, picture } from "../support/hands.ts";
import { phone, visit } from "../support/site.ts";

async function station() {
  const bureau = await makeBureau();
  const { administrator } = bureau;
  const ours = await makeStation(bureau, { name: "尹集派出所" });
  await demand(bureau, {});
  await demand(bureau, { duty: "AUXILIARY" });
  const [held, vacant] = [await makeGrid(bureau, ours), await makeGrid(bureau, ours)];
  await makeGrid(bureau, await makeStation(bureau));
  const officer = await makeMember(bureau, ours, { name: "周虚构" });
  const other = await makeMember(bureau, ours, { name: "吴虚构" });
  await makeMember(bureau, ours, { name: "钱虚构", kind: "AUXILIARY" });
  await assign(administrator, { gridId: held.id, memberId: officer.id });
  await makeAbsence(bureau, officer.id, { substituteId: other.id, startsAt: new Date() });
  return { bureau, grants: [{ role: "STATION_CHIEF" as const, unitId: ours }], held, vacant, officer, other };
}

test("a chief sees who holds each village's seats and who stands in, and fills a vacant one where it stands", async () => {
  const { bureau, grants, held, vacant, other } = await station();
  const { page, complaints } = await visit();
  await enter(page, bureau, grants);
  await openWorkbench(page);
  const board = page.getByRole("table", { name: "各村岗位与任职人" });
  const row = board.getByRole("row").filter({ hasText: held.name });
  await row.getByText("周虚构").waitFor();
  expect(await row.innerText()).toContain(`吴虚构${other.badge}`);
  expect(await board.getByRole("row").count()).toBe(3);
  await page.getByRole("link", { name: /^1 岗\s*周虚构$/ }).waitFor();
  await page.getByText("中位数 0.5 岗").waitFor();
  await inspect(page, "chiefs-board");

  await board.getByRole("button", { name: `指派驻村辅警：${vacant.name}` }).click();
  const dialog = page.getByRole("dialog", { name: /^指派/ });
  await dialog.getByRole("option", { name: /钱虚构/ }).click();
  await dialog.getByRole("button", { name: "指派" }).click();
  await dialog.waitFor({ state: "hidden" });
  await board.getByRole("row").filter({ hasText: vacant.name }).getByText("钱虚构").waitFor();
  expect(new URL(page.url()).pathname).toBe("/");
  await page.getByRole("button", { name: "看数字" }).click();
  await page
    .getByRole("table", { name: "民警负荷" })
    .getByRole("row", { name: /吴虚构/ })
    .waitFor();
  expect(complaints).toEqual([]);
});

test("the board is read on a phone too, in English", async () => {
  const { bureau, grants, held } = await station();
  const { page, complaints } = await visit(phone);
  await enter(page, bureau, grants);
  await openWorkbench(page);
  await page.evaluate("localStorage.setItem('maple.locale', 'en')");
  await page.reload();
  const board = page.getByRole("table", { name: "Seats by village and who holds them" });
  await board.getByRole("row").filter({ hasText: held.name }).getByText("Stands in:").waitFor();
  expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  await picture(page, "chiefs-board-phone");
  expect(complaints).toEqual([]);
});
