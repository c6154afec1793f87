import { dayOf } from "@maple-bridge/server/kernel/day";
import { newId } from "@maple-bridge/server/kernel/ids";
import { expect, test } from "vitest";
import { fromNow, withKey } from "../api/assignments/staffing.ts";
import { asOwner } from "../api/audit/tampering.ts";
import { makeGrid, makeMember, makeStation } from "../api/members/ground.ts";
import { type Bureau, makeBureau } from "../support/bureau.ts";
import { enter, openWorkbench } from "../support/enter.ts";
import { carryOn, inspect } from "../support/hands.ts";
import { host, phone, visit } from "../support/site.ts";

const inDays = (days: number) => dayOf(fromNow(days));
const closeAll = `mutation ($input: CloseGridsInput!) { closeGrids(input: $input) { __typename } }`;
const leave = `mutation ($input: MemberLeavesInput!) { memberLeaves(input: $input) { id } }`;

/** Two leaves from before today, twenty grids closed by one press, and a deed of last night. */
async function oddWeek(bureau: Bureau) {
  const station = await makeStation(bureau, { name: "东派出所" });
  for (const name of ["周虚构", "吴虚构"]) {
    const { id } = await makeMember(bureau, station, { name });
    const input = withKey({ id, expectedVersion: 1, on: inDays(-3), reason: "调离" });
    await bureau.administrator.run(leave, input);
  }
  const ids = [];
  for (let number = 1; number <= 20; number++) ids.push(await makeGrid(bureau, station, { name: `第${number}网格` }));
  const rows = ids.map((id) => ({ id, expectedVersion: 1 }));
  await bureau.administrator.run(closeAll, withKey({ rows, mode: "ALL_OR_NONE", on: inDays(0), reason: "撤并" }));
  await bureau.sql(
    (sql) =>
      sql`insert into audit_entries ${sql({
        ...{ bureauId: bureau.id, id: newId(), at: `${inDays(-1)}T23:30:00+08:00`, requestId: newId() },
        ...{ accountId: bureau.administrator.accountId, actorName: bureau.administrator.accountName },
        ...{ action: "account.unlock", entityType: "Account", entityId: bureau.administrator.accountId },
      })}`,
  );
}

test("an auditor sees what is odd, gets to exactly those entries, and has the chain checked, which is found broken", async () => {
  const bureau = await makeBureau();
  await oddWeek(bureau);
  const { page, complaints } = await visit();
  await enter(page, bureau, [{ role: "AUDITOR", unitId: bureau.rootId }]);
  await openWorkbench(page);
  const chain = page.getByRole("region", { name: "审计日志链" });
  await chain.getByText("还没有校验过").waitFor();
  await chain.getByRole("button", { name: "立即校验" }).click();
  await chain.getByText(/全部 \d+ 条记录与写入时一致/).waitFor();
  const odd = page.getByRole("region", { name: "近 7 天的异常变更" });
  const figures = odd.getByRole("listitem");
  await figures.filter({ hasText: "倒签" }).getByText("2", { exact: true }).waitFor();
  const bulk = figures.filter({ hasText: "批量" });
  await bulk.getByText("20", { exact: true }).waitFor();
  await inspect(page, "auditors-morning");
  // How many there are at night depends on when it is; last night's is there at any hour.
  const atNight = Number(await figures.filter({ hasText: "夜间" }).locator(".workbench-figure").innerText());
  expect(atNight).toBeGreaterThan(0);
  for (const [kind, rows] of [
    ["倒签", 2],
    ["夜间", atNight],
    ["批量", 20],
  ] as const) {
    await odd.getByRole("link", { name: kind }).click();
    const table = page.getByRole("table", { name: "审计日志" });
    await table.getByRole("row").nth(rows).waitFor();
    expect(await table.getByRole("row").count()).toBe(rows + 1);
    if (kind === "倒签") {
      await page.getByText("生效日早于操作当天的变更").waitFor();
      await inspect(page, "audit-log-backdated");
      await table.getByRole("row").nth(1).click();
      await page.getByRole("dialog").getByText("异常", { exact: true }).waitFor();
    }
    await openWorkbench(page);
  }

  await asOwner(
    bureau,
    (sql) => sql`update audit_entries set actor_name = 'somebody' where bureau_id = ${bureau.id} and sequence = 2`,
  );
  await chain.getByRole("button", { name: "立即校验" }).click();
  await chain.getByRole("alert").getByText("自第 2 号记录起与写入时不符").waitFor();
  await inspect(page, "auditors-broken-chain");
  expect(complaints).toEqual([]);

  const { page: narrow } = await visit(phone);
  await carryOn(narrow, `http://${host}`, bureau.administrator);
  await openWorkbench(narrow);
  await narrow.getByRole("alert").getByText("自第 2 号记录起与写入时不符").waitFor();
  expect(await narrow.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  await inspect(narrow, "administrators-broken-chain");
});

test("a week without anything odd is quiet, on a phone and in English too", async () => {
  const bureau = await makeBureau();
  const { page } = await visit(phone);
  await enter(page, bureau, [{ role: "AUDITOR", unitId: bureau.rootId }]);
  await openWorkbench(page);
  const odd = page.getByRole("region", { name: "近 7 天的异常变更" });
  await odd.getByText("近 7 天没有异常变更。").waitFor();
  expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  expect(await page.getByRole("alert").count()).toBe(0);
  await inspect(page, "auditors-quiet-week");
  await page.evaluate(`localStorage.setItem("maple.locale", "en")`);
  await page.goto("/");
  await page
    .getByRole("region", { name: "Odd changes of the last 7 days" })
    .getByText("No odd change in the last 7 days.")
    .waitFor();
  await inspect(page, "auditors-quiet-week-in-english");
});
