import type { Page, Request } from "playwright-core";
import { expect, test } from "vitest";
import { makeDivision, makeMember, makeStation } from "../api/grids/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { signedIn } from "../support/enter.ts";

interface ListOf {
  /** The label of the field that seeks in it. */
  search: string;
  parameter: string;
  /** Said where nothing fits. */
  none: string;
  /** A column by which it can be ordered. */
  order?: { title: string; name: string };
  /** What its drawer asks for. */
  details: string;
}

const lists: Record<string, ListOf> = {
  "/members": {
    search: "姓名、编号或拼音首字母",
    parameter: "q",
    none: "没有符合条件的人员。",
    order: { title: "警号/编号", name: "BADGE" },
    details: "MemberDetails",
  },
  "/system/accounts": {
    search: "账号名或显示名",
    parameter: "q",
    none: "没有符合条件的账号。",
    order: { title: "创建日期", name: "CREATED_AT" },
    details: "AccountDetails",
  },
  "/system/divisions": {
    search: "名称、拼音首字母或代码开头",
    parameter: "q",
    none: "没有符合条件的行政区划。",
    order: { title: "名称", name: "NAME" },
    details: "DivisionDetails",
  },
  "/system/units": {
    search: "名称、代码或拼音首字母",
    parameter: "q",
    none: "没有符合条件的单位。",
    details: "UnitDetails",
  },
  "/system/audit": {
    search: "操作者的账号开头",
    parameter: "actor",
    none: "没有符合条件的记录。",
    details: "AuditEntryDetails",
  },
};

test("of every list, what is sought, its order and the row that is open stand in the address", async () => {
  const page = await filledLists();
  const stated = (name: string) => new URL(page.url()).searchParams.get(name);
  for (const [address, { search, parameter, none, order }] of Object.entries(lists)) {
    await page.goto(address);
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
  for (const [address, { search }] of Object.entries(lists)) {
    await page.goto(address);
    await rowsOf(page).nth(1).waitFor();
    const bar = await page.getByRole("search").boundingBox();
    const field = await page.getByLabel(search).boundingBox();
    expect(bar!.height, address).toBeLessThan(2 * field!.height);
  }
});

test("a drawer shows nothing of the row that was open before", async () => {
  const page = await filledLists();
  for (const [address, { details }] of Object.entries(lists)) {
    await page.goto(address);
    await rowsOf(page).nth(1).waitFor();
    await rowsOf(page).first().click();
    const drawer = page.getByRole("dialog");
    const body = drawer.locator(".drawer-content");
    await body.getByRole("heading").first().waitFor();
    const isIt = (request: Request) => request.postData()?.includes(`"${details}"`) ?? false;
    // Of what is asked now there is no answer before the route is taken away.
    await page.route("**/graphql*", (route) => (isIt(route.request()) ? undefined : route.continue()));
    const asked = page.waitForRequest(isIt);
    await page.keyboard.press("j");
    await asked;
    await expect.poll(() => body.getByRole("heading").count(), { message: address }).toBe(0);
    expect(await drawer.getByRole("button").count(), address).toBe(1);
    await page.unroute("**/graphql*");
    await body.getByRole("heading").first().waitFor();
  }
});

const rowsOf = (page: Page) => page.locator("tbody tr[data-row-key]");

async function filledLists(): Promise<Page> {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  await makeMember(bureau, stationId);
  await makeMember(bureau, stationId);
  await makeDivision(bureau, { name: "赵村", code: "410481101201" });
  await makeDivision(bureau, { name: "钱村", code: "410481101202" });
  return signedIn(bureau);
}
