import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { assign, demand, withKey } from "../api/assignments/staffing.ts";
import { makeAbsence, makeDivision, makeGrid, makeMember, makePoliceRoom, makeStation } from "../api/grids/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter } from "../support/enter.ts";
import { desk, visit } from "../support/site.ts";

const features = fileURLToPath(new URL("../../client/src/features", import.meta.url));
const withDialogs = readdirSync(features, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".tsx") && readFileSync(join(features, name), "utf8").includes("<FormDialog"))
  .map((name) => name.replace(/^.*\/|\.tsx$/g, ""))
  .sort();

/** A small laptop, the same at 125 %, and a phone with its keyboard away. */
const screens = [
  { width: 1280, height: 720 },
  { width: 1024, height: 576 },
  { width: 390, height: 664 },
];

/** The address of a page, and the buttons that open the dialog there, one after another. */
type Way = [address: string, ...buttons: (string | RegExp)[]];

test("every form can be sent without scrolling, on a small laptop, enlarged, and on a phone", async () => {
  const bureau = await makeBureau();
  const { administrator } = bureau;
  const stationId = await makeStation(bureau);
  const roomId = await makePoliceRoom(bureau, stationId);
  await demand(bureau, {});
  await demand(bureau, { duty: "AUXILIARY" });
  const grid = await makeGrid(bureau, stationId);
  const closed = await makeGrid(bureau, stationId);
  await administrator.run(`mutation ($input: CloseGridInput!) { closeGrid(input: $input) { id } }`, {
    input: { ...withKey({ id: closed.id, expectedVersion: closed.version, on: "2026-01-01", reason: "撤并" }).input },
  });
  const officer = await makeMember(bureau, stationId);
  await assign(administrator, { gridId: grid.id, memberId: officer.id });
  await makeAbsence(bureau, officer.id, { startsAt: new Date() });
  const gone = await makeMember(bureau, stationId, { leftOn: "2026-01-01" });
  await makeDivision(bureau, { code: "410481101201" });
  const { page } = await visit(desk);
  await enter(page, bureau);

  const atGrid = `/grids?open=${grid.id}`;
  const atMember = `/members?open=${officer.id}`;
  const atRoom = `/system/units?open=${roomId}`;
  const atAccount = `/system/accounts?open=${administrator.accountId}`;
  const ways: Record<string, Way> = {
    "assign-dialog": [`${atGrid}&assign=AUXILIARY`],
    "replace-dialog": [atGrid, "换人"],
    "end-dialog": [atGrid, "结束"],
    "update-grid-dialog": [atGrid, "操作", /^修改$/],
    "move-grid-dialog": [atGrid, "操作", /^划转$/],
    "close-grid-dialog": [atGrid, "操作", /^关闭$/],
    "reopen-grid-dialog": [`/grids?open=${closed.id}&closed=1`, "操作", /^恢复$/],
    "create-grid-dialog": ["/grids", "新建网格"],
    "assign-many-dialog": ["/grids", "选择网格", /^给所选/],
    "create-member-dialog": ["/members", "新增人员"],
    "update-member-dialog": [atMember, "修改"],
    "transfer-dialog": [atMember, "调动"],
    "leave-dialog": [atMember, "离职"],
    "record-absence-dialog": [atMember, "登记请假"],
    "update-absence-dialog": [atMember, "变更"],
    "return-dialog": [`/members?open=${gone.id}`, "重新入职"],
    "create-unit-dialog": ["/system/units", "新建单位"],
    "create-station-dialog": ["/system/units", "新建派出所"],
    "update-unit-dialog": [atRoom, "修改"],
    "move-unit-dialog": [atRoom, "划转"],
    "close-dialog": [atRoom, "撤销"],
    "create-division-dialog": ["/system/divisions", "添加行政区划"],
    "update-division-dialog": ["/system/divisions?open=410481101201", "改名"],
    "preset-dialog": ["/system/standards", "套用预设"],
    "duty-holders-section": ["/system/standards", "修改谁可任责任民警"],
    "set-standard-dialog": ["/system/standards?open=VILLAGE.ORDINARY.AUXILIARY", "设定标准"],
    "create-account-dialog": ["/system/accounts", "新建账号"],
    "update-account-dialog": [atAccount, "修改"],
    "ask-reset-dialog": [atAccount, "重置密码"],
    "grant-role-dialog": [atAccount, "授予角色"],
    "create-token-dialog": ["/system/tokens", "生成令牌"],
    "policy-section": ["/system/sessions", "修改策略"],
  };
  expect(Object.keys(ways).sort()).toEqual(withDialogs);

  for (const [name, [address, ...buttons]] of Object.entries(ways)) {
    await page.setViewportSize(desk.viewport);
    if (!page.url().endsWith(address)) await turnTo(page, address);
    for (const button of buttons) await press(page, button);
    const dialog = page.locator(".form-dialog:visible");
    const send = dialog.locator(".ant-modal-footer .ant-btn-primary");
    await send.waitFor();
    for (const screen of screens) {
      // Where there is no room for a table, no rows are ticked.
      if (name === "assign-many-dialog" && screen.width < 768) continue;
      await page.setViewportSize(screen);
      await expect.poll(() => isInSight(send), { message: `${name} at ${screen.width} × ${screen.height}` }).toBe(true);
    }
    await page.setViewportSize(desk.viewport);
    await dialog.locator(".ant-modal-footer .ant-btn").first().click();
    await dialog.waitFor({ state: "hidden" });
  }
});

/** To another page without loading it all anew. */
const turnTo = (page: Page, address: string) =>
  page.evaluate(`window.history.pushState({}, "", ${JSON.stringify(address)})`);

/** The topmost of that name: in the drawer where one is open. */
const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole("button", { name })
    .or(page.getByRole("menuitem", { name }))
    .or(page.getByRole("checkbox", { name }))
    .last()
    .click();

/** Within the window, and with nothing over it. */
async function isInSight(button: Locator) {
  const page = button.page();
  const { width, height } = page.viewportSize()!;
  const box = await button.boundingBox();
  if (!box || box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height) return false;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return page.evaluate<boolean>(`document.elementFromPoint(${x}, ${y})?.closest(".ant-modal-footer button") != null`);
}
