import { dayOf } from "@maple-bridge/server/kernel/day";
import { expect, test } from "vitest";
import { assign, demand, fromNow, withKey } from "../api/assignments/staffing.ts";
import { makeAbsence, makeGrid, makeMember, makeStation } from "../api/grids/ground.ts";
import { type Bureau, makeBureau } from "../support/bureau.ts";
import { check, gridColumns, upload } from "../api/imports/importing.ts";
import { enter, openWorkbench, signIn } from "../support/enter.ts";
import { inspect } from "../support/hands.ts";
import { phone, visit } from "../support/site.ts";

const inDays = (days: number) => dayOf(fromNow(days));

async function phoned(bureau: Bureau, memberId: string, number: string) {
  const input = withKey({ id: memberId, expectedVersion: 1, phone: number });
  await bureau.administrator.run(`mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { id } }`, input);
}

test("an administrator sees what ends within thirty days, each leading to its row, and how stations stood a month ago", async () => {
  const bureau = await makeBureau();
  const { administrator } = bureau;
  const [east, west] = [
    await makeStation(bureau, { name: "东派出所" }),
    await makeStation(bureau, { name: "西派出所" }),
  ];
  await demand(bureau, {});
  const ending = await makeGrid(bureau, east, { name: "张庄" });
  const closing = await makeGrid(bureau, west, { name: "李村" });
  await makeGrid(bureau, west, { name: "王家" });
  const officer = await makeMember(bureau, east, { name: "周虚构" });
  const away = await makeMember(bureau, west, { name: "吴虚构" });
  await assign(administrator, {
    gridId: ending.id,
    memberId: officer.id,
    from: fromNow(-60),
    to: fromNow(12),
    reason: "补录",
  });
  await makeAbsence(bureau, away.id, { startsAt: fromNow(-1), endsAt: fromNow(5) });
  await administrator.run(`mutation ($input: CloseGridInput!) { closeGrid(input: $input) { id } }`, {
    ...withKey({ id: closing.id, expectedVersion: closing.version, on: inDays(20), reason: "撤并" }),
  });
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await openWorkbench(page);
  const card = page.getByRole("region", { name: "30 天内到期" });
  await card.getByText("张庄").waitFor();
  expect((await card.getByRole("listitem").allInnerTexts()).map((text) => text.slice(0, 10))).toEqual([
    inDays(5),
    inDays(12),
    inDays(20),
  ]);
  const gaps = page.getByRole("region", { name: "缺岗" });
  await gaps.getByRole("link", { name: "30 天前 0%" }).waitFor();
  expect(await page.getByRole("table", { name: "各村岗位与任职人" }).count()).toBe(0);
  const changes = page.getByRole("region", { name: "昨天以来的变更" });
  await changes.getByRole("listitem").filter({ hasText: "网格" }).getByText("4", { exact: true }).waitFor();
  await inspect(page, "administrators-morning");
  await card.getByRole("link", { name: /李村/ }).click();
  await page.getByRole("dialog", { name: /李村/ }).waitFor();
  await page.goto("/");
  await changes.getByRole("link", { name: "网格" }).click();
  await page.getByRole("table", { name: "审计日志" }).getByRole("row").nth(4).waitFor();
  expect(await page.getByRole("table", { name: "审计日志" }).getByRole("row").count()).toBe(5);
  expect(complaints).toEqual([]);
});

test("a dispatcher asks for a place, and is told who answers, by which telephone, and who stands in", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau, { name: "东派出所" });
  await demand(bureau, {});
  const grid = await makeGrid(bureau, stationId, { name: "张庄" });
  await makeGrid(bureau, stationId, { name: "张村" });
  const [officer, other] = [
    await makeMember(bureau, stationId, { name: "周虚构" }),
    await makeMember(bureau, stationId, { name: "吴虚构" }),
  ];
  await phoned(bureau, other.id, "13800000001");
  await assign(bureau.administrator, { gridId: grid.id, memberId: officer.id });
  await makeAbsence(bureau, officer.id, { substituteId: other.id, startsAt: new Date() });
  const { page, complaints } = await visit(phone);
  await enter(page, bureau, [{ role: "DISPATCHER", unitId: stationId }]);
  await openWorkbench(page);
  const card = page.getByRole("region", { name: "谁负责" });
  await card.getByRole("searchbox").fill("张");
  const row = card.getByRole("listitem").filter({ hasText: "张庄" });
  await row.getByText("周虚构").waitFor();
  await row.getByText("138****0001").waitFor();
  await row.getByRole("button", { name: "显示吴虚构的电话" }).click();
  await row.getByRole("link", { name: "13800000001" }).waitFor();
  await card.getByRole("listitem").filter({ hasText: "张村" }).getByText(/空缺/).waitFor();
  expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  await inspect(page, "dispatchers-morning");
  await card.getByRole("searchbox").fill("没有的村");
  await card.getByText("没有找到这个网格。").waitFor();
  expect(complaints).toEqual([]);
});

test("an administrator is told of imports with faults and of sign-ins that were refused, and gets to both", async () => {
  const bureau = await makeBureau();
  const runId = await upload(bureau, "GRIDS", { columns: gridColumns, rows: [["", "张庄", "村", "东派出所"]] });
  const { errorCount } = await check(bureau.administrator, runId);
  expect(errorCount).toBeGreaterThan(0);
  const { page } = await visit();
  await page.goto("/");
  await signIn(page, `nobody@${bureau.code}`, "Bridge-of-maple-0");
  await page.getByRole("alert").waitFor();
  await enter(page, bureau);
  await openWorkbench(page);
  await page.getByRole("region", { name: "昨天以来的变更" }).getByRole("link", { name: "登录被拒" }).waitFor();
  const failed = page.getByRole("region", { name: "7 天内未成的导入" });
  await failed.getByText(`${errorCount} 处待更正`).waitFor();
  await inspect(page, "administrators-troubles");
  await failed.getByRole("link").click();
  await page.waitForURL(`**/import/${runId}**`);
});
