import type { Locator, Page, Route } from "playwright-core";
import { expect, test } from "vitest";
import { demand } from "../api/assignments/staffing.ts";
import { makeDivision, makeGrid, makeMember, makePoliceRoom, makeStation } from "../api/grids/ground.ts";
import { seriousFindings } from "../support/axe.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter, signedIn } from "../support/enter.ts";
import { picture } from "../support/hands.ts";
import { visit } from "../support/site.ts";

interface Picker {
  /** What asks the server. */
  operation: string;
  field: Locator;
  /** Finds one, which stands on no first list or not as the first. */
  text: string;
  found: string;
  /** Where the field shows what is chosen. */
  shown: Locator;
  /** Sends the form, where nothing else is lacking. */
  submit?: Locator;
}

test("a picker acts on the answer to what is typed only, shows who is chosen, and says when the server is away", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau, { name: "甲派出所" });
  await makeStation(bureau, { name: "乙派出所" });
  await makePoliceRoom(bureau, stationId, { name: "东警务室" });
  await makePoliceRoom(bureau, stationId, { name: "西警务室" });
  await makeDivision(bureau, { name: "赵村", code: "410481101201" });
  await makeDivision(bureau, { name: "钱村", code: "410481101202" });
  const member = await makeMember(bureau, stationId, { name: "安虚构", badge: "F0001" });
  await makeMember(bureau, stationId, { name: "白虚构", badge: "F0002" });
  await makeMember(bureau, bureau.rootId, { name: "周虚构", badge: "F0003", kind: "AUXILIARY" });
  const page = await signedIn(bureau);

  await page.goto("/grids");
  await page.getByRole("button", { name: "新建网格" }).first().click();
  const grid = page.getByRole("dialog", { name: "新建网格" });
  const inGrid = (label: string) => grid.locator(".ant-form-item", { hasText: label });
  await tryPicker(page, {
    operation: "UnitSearch",
    field: grid.getByRole("combobox", { name: "派出所" }),
    text: "甲派",
    found: "甲派出所",
    shown: inGrid("派出所").first(),
  });
  await tryPicker(page, {
    operation: "UnitChoices",
    field: grid.getByRole("combobox", { name: "警务室" }),
    text: "西警",
    found: "西警务室",
    shown: inGrid("警务室"),
  });
  await tryPicker(page, {
    operation: "GridDivisions",
    field: grid.getByRole("combobox", { name: "行政区划" }),
    text: "钱村",
    found: "钱村 410481101202",
    shown: inGrid("行政区划"),
  });

  await page.goto(`/members?open=${member.id}`);
  await page.getByRole("button", { name: "登记请假" }).click();
  const absence = page.getByRole("dialog", { name: /^登记/ });
  await absence.getByLabel("事由").fill("年休");
  await tryPicker(page, {
    operation: "MemberChoices",
    field: absence.getByRole("combobox", { name: "替班人" }),
    text: "周虚",
    found: "周虚构F0003",
    shown: absence,
    submit: absence.getByRole("button", { name: "登记请假" }),
  });

  await page.goto("/system/accounts");
  await page.getByRole("button", { name: "新建账号" }).click();
  const account = page.getByRole("dialog", { name: "新建账号" });
  await tryPicker(page, {
    operation: "MembersToLink",
    field: account.getByRole("combobox", { name: "对应人员" }),
    text: "周虚",
    found: "周虚构F0003",
    shown: account,
  });

  const away = await turnAway(page, "GridFinder");
  await page.goto("/");
  await page.getByRole("heading", { name: "工作台" }).waitFor();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog");
  await palette.getByRole("combobox").fill("周虚构");
  await palette.getByRole("alert").getByText("连接不上服务器").waitFor();
  expect(await palette.getByText("没有找到。").count()).toBe(0);
  await away.end();
});

async function tryPicker(page: Page, { operation, field, text, found, shown, submit }: Picker) {
  const list = page.locator(".ant-select-dropdown:visible");
  const away = await turnAway(page, operation);
  await field.click();
  await field.fill(text);
  await list.getByRole("alert").getByText("连接不上服务器").waitFor();
  expect(await list.innerText(), operation).not.toMatch(/没有/);
  await away.end();
  // The page may have asked anew by itself by then, and the button be gone.
  const again = list.getByRole("button", { name: "重试" });
  await again.evaluateAll((buttons) => buttons.forEach((button) => button.click()));
  await list.getByText(found.slice(0, 3)).waitFor();
  await field.fill("");
  await field.press("Escape");

  const late = await holdBack(page, operation);
  await field.click();
  await field.fill(text.slice(0, 1));
  await field.press("Enter");
  await list.getByText("正在查找……").waitFor();
  expect(await list.getByRole("option").count(), operation).toBe(0);
  await late.end();
  await list.getByText(found.slice(0, 3)).first().waitFor();
  await field.fill(text);
  await list.getByText("正在查找……").waitFor({ state: "hidden" });
  await list.getByText(found.slice(0, 3)).click();
  await expect
    .poll(async () => (await shown.innerText()).replaceAll(/\s/g, ""), { message: operation })
    .toContain(found.replaceAll(/\s/g, ""));

  await field.fill("无此");
  await list.getByText("已选：").waitFor();
  await field.press("Escape");
  await page.getByText("“无此”没有选定").waitFor();
  if (submit) {
    await submit.click();
    await page.getByText("有的栏目里输入了内容，但没有选定，尚未保存。").waitFor();
  }
  await page.getByRole("button", { name: "放弃" }).click();
  await expect
    .poll(async () => (await shown.innerText()).replaceAll(/\s/g, ""), { message: operation })
    .toContain(found.replaceAll(/\s/g, ""));
}

test("who is sought anew for a seat is chosen anew, and who is chosen stays in sight", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  await demand(bureau, { duty: "AUXILIARY" });
  const grid = await makeGrid(bureau, stationId);
  await makeMember(bureau, stationId, { kind: "AUXILIARY", name: "安虚构", badge: "F0001" });
  await makeMember(bureau, stationId, { kind: "AUXILIARY", name: "周虚构", badge: "F0002" });
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await page.goto(`/grids?open=${grid.id}&assign=AUXILIARY`);
  const dialog = page.getByRole("dialog", { name: /^指派/ });
  await dialog.getByRole("option").filter({ hasText: "F0001" }).click();
  await dialog.getByRole("combobox").fill("F0002");
  await page.keyboard.press("Control+Enter");
  await dialog.getByText("请选择人员。").waitFor();
  await dialog.getByRole("option").filter({ hasText: "F0002" }).click();
  const late = await holdBack(page, "Candidates");
  await dialog.getByRole("combobox").fill("F0009");
  await page.keyboard.press("ArrowDown");
  expect(await dialog.getByRole("option", { selected: true }).count()).toBe(0);
  await late.end();
  await dialog.getByText("没有找到符合条件的人员。").waitFor();
  await dialog.getByRole("combobox").fill("");
  await dialog.getByRole("option").filter({ hasText: "F0001" }).click();
  await bureau.sql((sql) => sql`update members set left_on = '2026-01-01' where badge = 'F0001'`);
  await dialog.getByLabel("含其他类别").check();
  await dialog.getByText("已选，不在所列人员中").waitFor();
  await picture(page, "53-chosen");
  expect(await seriousFindings(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

const asks = (operation: string) => (body: string | null) => body?.includes(`"operationName":"${operation}"`) ?? false;

/** The server is away for one operation. */
async function turnAway(page: Page, operation: string) {
  const isIt = asks(operation);
  const handler = (route: Route) =>
    isIt(route.request().postData()) ? route.fulfill({ status: 502 }) : route.fallback();
  await page.route("**/graphql", handler);
  return { end: () => page.unroute("**/graphql", handler) };
}

/** Answers to one operation wait until they are let go. */
async function holdBack(page: Page, operation: string) {
  const isIt = asks(operation);
  let letGo: () => void;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const handler = async (route: Route) => {
    if (isIt(route.request().postData())) await held;
    await route.fallback();
  };
  await page.route("**/graphql", handler);
  return {
    async end() {
      letGo();
      await page.unroute("**/graphql", handler);
    },
  };
}
