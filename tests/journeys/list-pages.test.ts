import { addDays, dayOf, startOfDay } from "@maple-bridge/server/kernel/day";
import type { Page, Route } from "playwright-core";
import { expect, test } from "vitest";
import { makeGrid, makeMember } from "../api/grids/ground.ts";
import { act } from "../api/work/ground.ts";
import { filledBureau, filledLists } from "../support/filled-lists.ts";
import { download, goOn, turnTo } from "../support/hands.ts";
import { rowsOfWorkbook } from "../support/workbook.ts";

interface ListOf {
  /** Of the page, as the menu has it. */
  title: string;
  /** The label of the field that seeks in it. */
  search: string;
  parameter: string;
  /** Said where nothing fits. */
  none: string;
  /** A column by which it can be ordered. */
  order?: { title: string; name: string };
  /** What its drawer asks for. */
  details: string | null;
}

const lists: Record<string, ListOf> = {
  "/members": {
    title: "人员",
    search: "姓名、编号或拼音首字母",
    parameter: "q",
    none: "没有符合条件的人员。",
    order: { title: "警号/编号", name: "BADGE" },
    details: "MemberDetails",
  },
  "/dispatch": {
    title: "指令台",
    search: "编号或标题",
    parameter: "q",
    none: "没有符合筛选的工作。",
    order: { title: "到期", name: "DUE" },
    details: "WorkDetails",
  },
  "/matters": {
    title: "事项台账",
    search: "编号或标题",
    parameter: "q",
    none: "没有符合筛选的事项。",
    order: { title: "编号", name: "NUMBER" },
    details: "MatterDetails",
  },
  "/system/accounts": {
    title: "账号与角色",
    search: "账号名或显示名",
    parameter: "q",
    none: "没有符合条件的账号。",
    order: { title: "创建日期", name: "CREATED_AT" },
    details: "AccountDetails",
  },
  "/system/divisions": {
    title: "行政区划",
    search: "名称、拼音首字母或代码开头",
    parameter: "q",
    none: "没有符合条件的行政区划。",
    order: { title: "名称", name: "NAME" },
    details: "DivisionDetails",
  },
  "/system/matter-categories": {
    title: "事项类别",
    search: "代码、名称或受理分类",
    parameter: "q",
    none: "没有符合条件的类别。",
    // Those of a kind are read together, so the next one is there at once.
    details: null,
  },
  "/system/duties": {
    title: "职责目录",
    search: "条目、说明或代码",
    parameter: "q",
    none: "没有符合条件的条目。",
    details: "DutyLineDetails",
  },
  "/checklists": {
    title: "检查清单",
    search: "名称、编码或拼音首字母",
    parameter: "q",
    none: "没有符合条件的检查清单。",
    order: { title: "编码", name: "CODE" },
    details: "ChecklistDetails",
  },
  "/checklist-runs": {
    title: "检查单",
    search: "编号或标题",
    parameter: "q",
    none: "没有符合筛选的检查单。",
    order: { title: "清单日期", name: "DAY" },
    // They open in the drawer of the desk, which has some of their answers by then.
    details: null,
  },
  "/recheck": {
    title: "双随机复查",
    search: "工作编号或标题",
    parameter: "q",
    none: "没有符合条件的复查。",
    order: { title: "月份", name: "MONTH" },
    details: "RecheckDetails",
  },
  "/system/units": {
    title: "单位",
    search: "名称、代码或拼音首字母",
    parameter: "q",
    none: "没有符合条件的单位。",
    details: "UnitDetails",
  },
  "/system/audit": {
    title: "审计日志",
    search: "操作者的账号开头",
    parameter: "actor",
    none: "没有符合条件的记录。",
    details: "AuditEntryDetails",
  },
};

test("of every list, what is sought, its order and the row that is open stand in the address", async () => {
  const page = await filledLists();
  const stated = (name: string) => new URL(page.url()).searchParams.get(name);
  for (const [address, { title, search, parameter, none, order }] of Object.entries(lists)) {
    await turnTo(page, title);
    await rowsOf(page).nth(1).waitFor();
    await rowsOf(page).first().click();
    await page.waitForURL(/open=/);
    const first = stated("open");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("j");
    await expect.poll(() => stated("open"), { message: address }).not.toBe(first);
    await page.goBack();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(stated("open"), address).toBe(null);

    if (order) {
      const head = page.getByRole("columnheader", { name: order.title });
      await head.getByRole("button").click();
      await page.waitForURL(`**${address}?sort=${order.name}`);
      await head.getByRole("button").click();
      await page.waitForURL(`**${address}?sort=${order.name}&down=1`);
      expect(await head.getAttribute("aria-sort")).toBe("descending");
    }

    await page.getByLabel(search).fill("无此名称");
    await page.waitForURL((url) => url.searchParams.get(parameter) === "无此名称");
    await page.getByText(none).waitFor();
    await page.reload();
    await page.getByText(none).waitFor();
    expect(await page.getByLabel(search).inputValue()).toBe("无此名称");
  }
  await page.goto("/members?q=无此名称&kind=AUXILIARY&sort=BADGE");
  await page.getByRole("button", { name: "清除筛选" }).click();
  await page.waitForURL("**/members?sort=BADGE");
  await rowsOf(page).nth(1).waitFor();
});

test("at a desk, the filters of a list stand in one line", async () => {
  const page = await filledLists();
  for (const [address, { title, search }] of Object.entries(lists)) {
    await turnTo(page, title);
    await rowsOf(page).nth(1).waitFor();
    const bar = await page.getByRole("search").boundingBox();
    const field = await page.getByLabel(search).boundingBox();
    expect(bar!.height, address).toBeLessThan(2 * field!.height);
  }
});

test("a drawer shows nothing of the row that was open before", async () => {
  const page = await filledLists();
  // From the beginning: what a page asks just as a route is laid still passes by it, unseen.
  let isHeld = false;
  const asked: Route[] = [];
  await page.route("**/graphql*", (route) => (isHeld ? void asked.push(route) : route.continue()));
  for (const [address, { title, details }] of Object.entries(lists)) {
    if (!details) continue;
    await turnTo(page, title);
    await rowsOf(page).nth(1).waitFor();
    await rowsOf(page).first().click();
    const drawer = page.getByRole("dialog");
    const body = drawer.locator(".drawer-content");
    await body.getByRole("heading").first().waitFor();
    const stated = () => new URL(page.url()).searchParams.get("open");
    const first = stated();
    expect(first, `${address}: the row that is open`).not.toBe(null);
    isHeld = true;
    await page.keyboard.press("j");
    const message = (step: string) => ({ message: `${address}: ${step}` });
    await expect.poll(stated, message("the row that is open in the address")).not.toBe(first);
    expect(stated(), `${address}: the row that is open after j`).not.toBe(null);
    const isIt = (route: Route) => route.request().postData()?.includes(`"${details}"`) ?? false;
    await expect.poll(() => asked.filter(isIt).length, message(`requests for ${details}`)).toBeGreaterThan(0);
    await expect.poll(() => body.getByRole("heading").count(), message("headings of the drawer")).toBe(0);
    expect(await drawer.getByRole("button").count(), address).toBe(1);
    isHeld = false;
    await Promise.all(asked.splice(0).map((route) => route.continue()));
    await body.getByRole("heading").first().waitFor();
  }
});

const rowsOf = (page: Page) => page.locator("tbody tr[data-row-key]");

interface SideList {
  title: string;
  /** A filter of the address that no row fits, and what is said then. */
  nothing: string;
  none: string;
  order: { title: string; name: string };
}

/** Lists that one comes to from other pages, and whose rows open nothing here. */
const besides: Record<string, SideList> = {
  "/grids/coming": {
    title: "即将发生",
    nothing: "from=2090-01-01",
    none: "没有符合筛选的变动。",
    order: { title: "事项", name: "KIND" },
  },
  "/system/audit/checks": {
    title: "历次日志校验",
    nothing: "from=2090-01-01",
    none: "没有符合筛选的校验。",
    order: { title: "来源", name: "ORIGIN" },
  },
};

test("lists that no menu has are ordered, filtered and go out as the others do", async () => {
  const { page, bureau, stationId } = await filledBureau();
  const from = startOfDay(addDays(dayOf(new Date()), 10));
  const { id: gridId } = await makeGrid(bureau, stationId, { openedOn: addDays(dayOf(new Date()), 5) });
  const { id: memberId } = await makeMember(bureau, stationId);
  await act(bureau.administrator, "assignMember", { gridId, memberId, duty: "RESPONSIBLE_OFFICER", from }, "id");
  const underWay = `{ chainChecks(filter: { ended: false }) { totalCount } }`;
  for (let time = 0; time < 2; time++) {
    await act(bureau.administrator, "checkAuditChain", {}, "id");
    await expect.poll(async () => (await bureau.administrator.run(underWay)).chainChecks.totalCount).toBe(0);
  }
  for (const [address, { title, nothing, none, order }] of Object.entries(besides)) {
    await goOn(page, address);
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await rowsOf(page).nth(1).waitFor();
    const head = page.getByRole("columnheader", { name: order.title });
    await head.getByRole("button").click();
    await page.waitForURL(`**${address}?sort=${order.name}`);
    await head.getByRole("button").click();
    await page.waitForURL(`**${address}?sort=${order.name}&down=1`);
    expect(await head.getAttribute("aria-sort")).toBe("descending");
    const table = page.locator("main table:has(tbody tr[data-row-key])");
    const heads = (await table.locator("thead th").allInnerTexts()).map((text) => text.trim());
    const count = await rowsOf(page).count();
    await page.getByRole("button", { name: /导出$/ }).click();
    const { bytes } = await download(page, page.getByRole("button", { name: "Excel 表格（xlsx）" }));
    const rows = rowsOfWorkbook(bytes);
    expect(rows[1], address).toEqual(["序号", ...heads.filter(Boolean)]);
    expect([address, rows.length - 4, rows.at(-2)]).toEqual([address, count, [`合计：${count} 行`]]);
    await goOn(page, `${address}?${nothing}`);
    await page.getByText(none).waitFor();
  }
});

/** Files come with the button that asks for them; a list that is a tree has more rows than are unfolded. */
test("every list goes out as it is shown, in a file and on paper: its columns and all of its rows", async () => {
  const page = await filledLists();
  await page.evaluate("window.print = () => {}");
  for (const [address, { title }] of Object.entries({ ...lists, "/grids": { title: "网格与任职" } })) {
    await turnTo(page, title);
    await rowsOf(page).first().waitFor();
    const heads = await page.locator("main thead th").allInnerTexts();
    await page.getByRole("button", { name: /导出$/ }).click();
    const { bytes } = await download(page, page.getByRole("button", { name: "Excel 表格（xlsx）" }));
    const rows = rowsOfWorkbook(bytes);
    expect(rows[1], address).toEqual(["序号", ...heads.map((head) => head.trim()).filter(Boolean)]);
    const shown = /共 (\d+) 条/.exec(await page.locator("main").innerText())?.[1];
    const count = address === "/system/units" ? rows.length - 4 : Number(shown ?? (await rowsOf(page).count()));
    expect([address, rows.length - 4, rows.at(-2)]).toEqual([address, count, [`合计：${count} 行`]]);
    await page.getByRole("button", { name: /导出$/ }).click();
    await page.getByRole("button", { name: "打印（A4）" }).click();
    await page.locator(".paper").waitFor({ state: "attached" });
    expect([address, await page.locator(".paper th").allTextContents()]).toEqual([address, rows[1]]);
    // That the file was made stands in the log by now.
    const printed = address === "/system/audit" ? count + 1 : count;
    expect([address, await page.locator(".paper tbody tr").count()]).toEqual([address, printed]);
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    await page.locator(".paper").waitFor({ state: "detached" });
  }
}, 240_000);
