import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dayOf } from "@maple-bridge/server/kernel/day";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { makeDone, makeRecheck } from "../api/auth/actions-on-rechecks.ts";
import { assign, demand, withKey } from "../api/assignments/staffing.ts";
import { does, draftOf, meant } from "../api/calendar/calendaring.ts";
import { makeAbsence, makeDivision, makeGrid, makeMember, makePoliceRoom, makeStation } from "../api/grids/ground.ts";
import { draft as draftChecklist, makeRuns, published, runsOf, visit as weekly } from "../api/checklists/ground.ts";
import { act, seat } from "../api/work/ground.ts";
import { type Bureau, makeBureau } from "../support/bureau.ts";
import { enter, openWorkbench } from "../support/enter.ts";
import { goOn, picture } from "../support/hands.ts";
import { desk, visit } from "../support/site.ts";

const client = fileURLToPath(new URL("../../client/src", import.meta.url));
const withDialogs = readdirSync(client, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".tsx") && readFileSync(join(client, name), "utf8").includes("<FormDialog"))
  .map((name) => name.replace(/^.*\/|\.tsx$/g, ""))
  .sort();

/** A small laptop, the same at 125 %, and a phone with its keyboard away. */
const screens = [
  { width: 1280, height: 720 },
  { width: 1024, height: 576 },
  { width: 390, height: 664 },
];

/** Of a grid that is ticked, and stays so for those that follow. */
const ofTicked = new Set(["assign-many-dialog", "end-many-dialog", "move-grids-dialog", "close-grids-dialog"]);

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
  const itemId = await receiptOf(bureau, grid.id, officer.id);
  const givingId = await waitingHandover(bureau, stationId);
  const walker = await makeMember(bureau, stationId);
  await seat(bureau, grid.id, walker.id, "GRID_WORKER");
  const checklist = await visitOf(bureau, grid.id);
  const undone = await makeRecheck(bureau, stationId, { checker: walker.id });
  const done = await makeDone(bureau, stationId, walker.id);
  const draft = await draftOf(bureau);
  const lastMonday = weekAgo(mondayNow());
  await act(administrator, "signWeek", { memberId: officer.id, unitId: stationId, week: lastMonday }, "id");
  await does(administrator, "loadHolidays", { ...meant(draft), year: 2026 });
  const { page } = await visit(desk);
  await enter(
    page,
    bureau,
    [
      { role: "BUREAU_ADMINISTRATOR", unitId: bureau.rootId },
      { role: "STATION_CHIEF", unitId: stationId },
    ],
    walker.id,
  );
  await openWorkbench(page);

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
    "end-many-dialog": ["/grids", /^结束 1 个网格的任职$/],
    "move-grids-dialog": ["/grids", /^划转 1 个网格$/],
    "close-grids-dialog": ["/grids", /^关闭 1 个网格$/],
    "leave-many-dialog": ["/members", "选择人员", /^1 人离职$/],
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
    "set-category-dialog": ["/system/matter-categories", "新增类别"],
    "category-preset-dialog": ["/system/matter-categories", "套用预设"],
    "set-line-dialog": ["/system/duties", "新增条目"],
    "duty-preset-dialog": ["/system/duties", "套用预设"],
    "copy-catalogue-dialog": [`/system/duties?unit=${stationId}`, "推广到其他所"],
    "set-deadline-dialog": ["/system/deadline-rules?open=COMMUNITY.ORDINARY", "设定规则"],
    "deadline-preset-dialog": ["/system/deadline-rules", "套用预设"],
    "day-dialog": ["/system/calendar?year=2026", "2026-03-03 上班"],
    "shifts-dialog": ["/system/calendar?year=2026", "修改工作时间"],
    "publish-dialog": ["/system/calendar?year=2026", /^发布$/],
    "checklist-preset-dialog": ["/checklists", "套用预设"],
    "draft-checklist-dialog": ["/checklists", "新建清单"],
    "publish-checklist-dialog": [`/checklists?open=${checklist.draftId}`, "发布"],
    "begin-run-dialog": [`/checklists?open=${checklist.byHandId}`, "发起"],
    "rename-checklist-dialog": [`/checklists?open=${checklist.draftId}`, "改名"],
    "retire-checklist-dialog": [`/checklists?open=${checklist.draftId}`, "停用"],
    "run-dialog": [`/my-work?fill=${checklist.runId}`],
    "create-account-dialog": ["/system/accounts", "新建账号"],
    "update-account-dialog": [atAccount, "修改"],
    "ask-reset-dialog": [atAccount, "重置密码"],
    "grant-role-dialog": [atAccount, "授予角色"],
    "create-token-dialog": ["/system/tokens", "生成令牌"],
    "policy-section": ["/system/sessions", "修改策略"],
    "report-dialog": ["/matters", "排查情况报表"],
    "scheme-dialog": [`/review?unit=${stationId}`, "清单设置"],
    "view-dialog": ["/members", "视图", "保存当前筛选为视图"],
    "set-quota-dialog": ["/recheck", "每月抽查数"],
    "draw-rechecks-dialog": ["/recheck", "手工抽取"],
    "recheck-dialog": [`/recheck?open=${undone.id}`, "填写结果"],
    "pass-recheck-on-dialog": [`/recheck?open=${undone.id}`, "转由下一人"],
    "correct-recheck-dialog": [`/recheck?open=${done}`, "更正结果"],
    "return-line-dialog": [`/review/week?member=${officer.id}&unit=${stationId}&week=${mondayNow()}`, "退回"],
    "comment-dialog": [`/review/week?member=${officer.id}&unit=${stationId}&week=${mondayNow()}`, "批注本周"],
    "reopen-dialog": [`/review/week?member=${officer.id}&unit=${stationId}&week=${lastMonday}`, "重新打开"],
    "task-dialog": ["/dispatch", "下达任务"],
    "register-dialog": ["/dispatch", "登记事项"],
    "bulk-dialogs": ["/dispatch", "勾选本页全部", /^改派/],
    "issue-order-dialog": [`/dispatch?open=${itemId}`, "下达指令"],
    "settle-matter-dialog": [`/dispatch?open=${itemId}`, "了结事项"],
    "update-matter-dialog": [`/dispatch?open=${itemId}`, "更多操作", "修改事项"],
    "move-matter-dialog": [`/dispatch?open=${itemId}`, "更多操作", "转到其他网格"],
    "merge-matters-dialog": [`/dispatch?open=${itemId}`, "更多操作", "并入其他事项"],
    "open-contact-dialog": [`/dispatch?open=${itemId}`, "查看联系方式"],
    "add-contact-dialog": [`/dispatch?open=${itemId}`, "更多操作", "添加当事人联系方式"],
    "handover-dialog": [atMember, "交接…"],
    "end-handover-dialog": [`/members?open=${givingId}`, "撤回交接"],
    "deed-dialog": [`/dispatch?open=${itemId}`, "处置"],
  };
  expect(Object.keys(ways).sort()).toEqual(withDialogs);

  for (const [name, [address, ...buttons]] of Object.entries(ways)) {
    await page.setViewportSize(desk.viewport);
    if (!page.url().endsWith(address)) await goOn(page, address);
    for (const button of buttons) await press(page, button);
    const dialog = page.locator(".form-dialog:visible");
    const send = dialog.locator(".ant-modal-footer .ant-btn-primary");
    await send.waitFor();
    await expect.poll(() => beginsAtNeeded(page), { message: name }).toBe(true);
    await saysItsVerb(name, dialog, send);
    for (const screen of screens) {
      // Where there is no room for a table, no rows are ticked.
      if (ofTicked.has(name) && screen.width < 768) continue;
      await page.setViewportSize(screen);
      await expect.poll(() => isInSight(send), { message: `${name} at ${screen.width} × ${screen.height}` }).toBe(true);
      await picture(page, `form-${name}-${screen.width}`);
    }
    await page.setViewportSize(desk.viewport);
    await dialog.getByRole("button", { name: "取消" }).click();
    await dialog.waitFor({ state: "hidden" });
  }
});

/** A checklist that waits to be published, one that is begun by hand, and a run of another one. */
async function visitOf(bureau: Bureau, gridId: string) {
  const owers = [{ duty: "GRID_WORKER" }];
  const content = { ...weekly, startsOn: dayOf(new Date()), recurrence: "FREQ=DAILY", owers };
  const { id: draftId } = await draftChecklist(bureau.administrator, { content });
  const items = weekly.items.slice(0, 1);
  const { id: byHandId } = await published(bureau.administrator, { content: { ...content, items, recurrence: null } });
  const { id } = await published(bureau.administrator, { content: { ...content, items } });
  await makeRuns(bureau);
  const [{ id: runId }] = await runsOf(bureau.administrator, id, { gridId }, "id");
  return { draftId, runId, byHandId };
}

/** Of the task of one who is away; gives whose. */
async function waitingHandover(bureau: Bureau, stationId: string): Promise<string> {
  const [giver, taker] = [await makeMember(bureau, stationId), await makeMember(bureau, stationId)];
  const { administrator } = bureau;
  await act(administrator, "issueTask", { title: "整理台账", to: [{ memberId: giver.id }] }, "id");
  await makeAbsence(bureau, giver.id, { startsAt: new Date() });
  await act(administrator, "beginHandover", { giverId: giver.id, takerId: taker.id }, "id");
  return giver.id;
}

/** A task, and a matter's receipt, whose id it gives. */
async function receiptOf({ administrator }: Bureau, gridId: string, memberId: string): Promise<string> {
  await act(administrator, "issueTask", { title: "入户宣传", to: [{ gridId }] }, "id");
  const preset = { preset: "DISPUTES" };
  const [category] = await act(administrator, "applyMatterCategoryPreset", preset, "id");
  const told = { kind: "DISPUTE", source: "WALK_IN", title: "楼上漏水", gridId, firstReceiverId: memberId };
  const contacts = [{ role: "CALLER", contact: "值班室转" }];
  const matter = await act(
    administrator,
    "registerMatter",
    { ...told, contacts, categoryId: category.id },
    "items { id }",
  );
  return matter.items[0].id;
}

const dayMs = 86_400_000;

/** Of this week in China. */
function mondayNow() {
  const now = new Date(Date.now() + 8 * 3_600_000);
  return new Date(now.getTime() - ((now.getUTCDay() || 7) - 1) * dayMs).toISOString().slice(0, 10);
}
const weekAgo = (day: string) => new Date(Date.parse(day) - 7 * dayMs).toISOString().slice(0, 10);

/** The topmost of that name: in the drawer where one is open. */
const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole("button", { name })
    .or(page.getByRole("menuitem", { name }))
    .or(page.getByRole("checkbox", { name }))
    .last()
    .click();

/** Their titles name what is filled in, or what is signed. */
const withOtherTitles = new Set(["run-dialog", "recheck-dialog", "report-dialog", "handover-dialog"]);

/** Whoever sends it is told by the button what the title has told; a form that brings a row to what it says is saved. */
async function saysItsVerb(name: string, dialog: Locator, send: Locator) {
  const [title, verb] = (await Promise.all([dialog.locator(".ant-modal-title").innerText(), send.innerText()])).map(
    (text) => text.replace(/\s/g, ""),
  );
  if (verb === "保存" || withOtherTitles.has(name)) return;
  // Whom it is about may stand between.
  expect(title, name).toMatch(new RegExp([...verb!].join(".*")));
}

/** Within the window, and with nothing over it. */
async function isInSight(button: Locator) {
  const page = button.page();
  const { width, height } = page.viewportSize()!;
  const box = await button.boundingBox();
  if (!box || box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height) return false;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return page.evaluate<boolean>(`document.elementFromPoint(${x}, ${y})?.closest(".ant-modal-footer button") != null`);
}

/** Where something is needed and empty, the first of it has the focus, but for a day, which is chosen in a calendar, and what is sought at once. */
const beginsAtNeeded = (page: Page) =>
  page.evaluate<boolean>(`(() => {
    const focused = document.activeElement;
    if (focused.closest(".sought, .seat-seek")) return true;
    const form = [...document.querySelectorAll(".form-dialog")].find((each) => each.getBoundingClientRect().width > 0);
    const needed = [...form.querySelectorAll(".ant-form-item:has(.ant-form-item-required)")]
      .filter((item) => !item.querySelector(".ant-picker, .ant-select-content-has-value"))
      .map((item) => item.querySelector(".ant-input, .ant-input-number-input, .ant-select input"))
      .find((input) => input && !input.value);
    return needed ? focused === needed : form.contains(focused);
  })()`);
