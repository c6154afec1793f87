import { expect, test } from "vitest";
import { makeGrid, makeStation } from "../api/grids/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter, openWorkbench } from "../support/enter.ts";
import { visit } from "../support/site.ts";

test("that the live connection is lost is told until it is back, and what was missed is read then", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  const { page } = await visit();
  await enter(page, bureau);
  await page.goto("/grids");
  await page.getByText("还没有网格。").waitFor();
  const lost = page.getByText(/^实时连接自 \d\d:\d\d:\d\d 起中断/);
  expect(await lost.count()).toBe(0);
  await page.context().setOffline(true);
  await lost.waitFor();
  const grid = await makeGrid(bureau, stationId);
  await page.context().setOffline(false);
  await lost.waitFor({ state: "detached" });
  await page.getByRole("row").filter({ hasText: grid.name }).waitFor();
});

test("a session that ends for good soon says when; one that is idle is kept by a press", async () => {
  const bureau = await makeBureau();
  const { page } = await visit();
  const { sessionId } = await enter(page, bureau);
  const hold = (change: string) =>
    bureau.sql((sql) =>
      sql.unsafe(`update sessions set ${change} where bureau_id = '${bureau.id}' and id = '${sessionId}'`),
    );
  await hold("expires_at = now() + interval '100 seconds'");
  await openWorkbench(page);
  await page.getByText(/^本次登录 \d\d:\d\d 到期/).waitFor();
  expect(await page.getByRole("button", { name: "继续使用" }).count()).toBe(0);

  await hold("expires_at = now() + interval '5 hours'");
  await bureau.sql((sql) => sql`update bureaus set session_idle_minutes = 5 where bureau_id = ${bureau.id}`);
  await page.clock.install();
  await page.reload();
  await page.getByRole("heading", { name: "工作台" }).waitFor();
  const idle = page.getByText(/^长时间没有操作/);
  await expect
    .poll(async () => {
      await hold("last_seen_at = now() - interval '4 minutes'");
      await page.clock.fastForward("03:30");
      return idle.isVisible();
    })
    .toBe(true);
  await page.getByRole("button", { name: "继续使用" }).click();
  await idle.waitFor({ state: "detached" });
});
