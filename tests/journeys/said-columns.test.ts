import { readdirSync, readFileSync } from "node:fs";
import { addDays, dayOf, startOfDay } from "@maple-bridge/server/kernel/day";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { makeDivision, makeGrid, makeMember, makePoliceRoom, makeStation } from "../api/grids/ground.ts";
import { act } from "../api/work/ground.ts";
import { gridColumns, upload } from "../api/imports/importing.ts";
import type { Bureau } from "../support/bureau.ts";
import { filledBureau } from "../support/filled-lists.ts";
import { goOn, inspect } from "../support/hands.ts";

const features = new URL("../../client/src/features/", import.meta.url);

/** The columns of each file of columns that say which filter makes them needless. */
function declared() {
  const names = readdirSync(features, { recursive: true, encoding: "utf8" }).filter((name) =>
    /column.*\.tsx$/.test(name),
  );
  return names.flatMap((name) => {
    let key = "";
    return readFileSync(new URL(name, features), "utf8")
      .split("\n")
      .flatMap((line) => {
        key = /key: "(\w+)"/.exec(line)?.[1] ?? key;
        return /saidBy:/.test(line) ? [`${name.split("/")[0]} ${key}`] : [];
      });
  });
}

interface Said {
  /** Of the page. */
  title: string;
  address: string;
  /** The heading of the column that the filter says. */
  head: string;
  /** What the paper says of it. */
  words: string;
}

interface Laid {
  stationId: string;
  roomId: string;
  leafId: string;
  parent: string;
  category: string;
}

const said = ({ stationId, roomId, leafId, parent, category }: Laid): Record<string, Said> => ({
  "members kind": { title: "人员", address: "/members?kind=OFFICER", head: "类别", words: "类别：民警" },
  "members unit": { title: "人员", address: `/members?unit=${leafId}`, head: "单位", words: "城西派出所" },
  "grids station": {
    title: "网格与任职",
    address: `/grids?unit=${stationId}`,
    head: "派出所",
    words: "单位：城东派出所",
  },
  "grids policeRoom": {
    title: "网格与任职",
    address: `/grids?unit=${roomId}`,
    head: "警务室",
    words: "单位：河湾警务室",
  },
  "grids kind": {
    title: "网格与任职",
    address: "/grids?kind=ENTERPRISE&complexity=ORDINARY",
    head: "类别",
    words: "类别：企业",
  },
  "dispatch kind": { title: "指令台", address: "/dispatch?kind=TASK", head: "类别", words: "任务" },
  "dispatch station": {
    title: "指令台",
    address: `/dispatch?unit=${stationId}&cols=title,station`,
    head: "派出所",
    words: "城东派出所",
  },
  "matters category": { title: "事项台账", address: `/matters?category=${category}`, head: "类别", words: "类别" },
  "matters state": { title: "事项台账", address: "/matters?state=OPEN", head: "状态", words: "状态" },
  "matters ended": { title: "事项台账", address: "/matters?state=OPEN", head: "办结日期", words: "状态" },
  "matters station": {
    title: "事项台账",
    address: `/matters?unit=${stationId}&cols=title,station`,
    head: "派出所",
    words: "城东派出所",
  },
  "matters kind": {
    title: "事项类别",
    address: "/system/matter-categories?kind=DISPUTE",
    head: "事项类型",
    words: "矛盾纠纷",
  },
  "accounts state": { title: "账号与角色", address: "/system/accounts?state=disabled", head: "状态", words: "停用" },
  "organisation kind": { title: "行政区划", address: "/system/divisions?kind=VILLAGE", head: "类别", words: "村" },
  "organisation parent": {
    title: "行政区划",
    address: `/system/divisions?within=${parent}`,
    head: "上级",
    words: parent,
  },
  "audit action": { title: "审计日志", address: "/system/audit?action=matter.register", head: "操作", words: "登记" },
  "audit entity": { title: "审计日志", address: "/system/audit?type=Matter", head: "对象", words: "事项" },
  "audit origin": {
    title: "历次日志校验",
    address: "/system/audit/checks?origin=ASKED",
    head: "来源",
    words: "来源：人工发起",
  },
  "deadlines kind": { title: "时限规则", address: "/system/deadline-rules?kind=TASK", head: "类别", words: "任务" },
  "deadlines urgency": {
    title: "时限规则",
    address: "/system/deadline-rules?urgency=URGENT",
    head: "紧急程度",
    words: "紧急",
  },
  "rechecks month": { title: "双随机复查", address: "/recheck?month=2026-03-01", head: "月份", words: "2026" },
  "rechecks outcome": { title: "双随机复查", address: "/recheck?undone=1", head: "复查结果", words: "复查" },
  "rechecks station": {
    title: "双随机复查",
    address: `/recheck?unit=${stationId}`,
    head: "派出所",
    words: "城东派出所",
  },
  "compare kind": {
    title: "两日对比与月报",
    address: "/grids/compare?from=2024-12-31&kind=CAME",
    head: "变动",
    words: "起始日",
  },
  "compare station": {
    title: "两日对比与月报",
    address: `/grids/compare?from=2024-12-31&station=${stationId}`,
    head: "派出所",
    words: "城东派出所",
  },
  "compare duty": {
    title: "两日对比与月报",
    address: "/grids/compare?from=2024-12-31&duty=RESPONSIBLE_OFFICER",
    head: "职务",
    words: "责任民警",
  },
  "coming kind": {
    title: "即将发生",
    address: "/grids/coming?kind=ASSIGNMENT_STARTS",
    head: "事项",
    words: "任职开始",
  },
  "coming duty": {
    title: "即将发生",
    address: "/grids/coming?duty=RESPONSIBLE_OFFICER",
    head: "职务",
    words: "责任民警",
  },
  "import kind": { title: "导入", address: "/import?of=GRIDS", head: "导入内容", words: "网格" },
});

const pictured = new Set(["grids station", "matters category"]);

/** Hidden in none of these: whoever looks is no member, so it is not said that all are theirs. */
const untried = ["rechecks checker"];

test("every column that says which filter makes it needless is tried", () => {
  const nothing = { stationId: "", roomId: "", leafId: "", parent: "", category: "" };
  const tried = [...Object.keys(said(nothing)), ...untried];
  expect(tried.toSorted()).toEqual(declared().toSorted());
});

async function lay(bureau: Bureau, stationId: string): Promise<Laid> {
  const roomId = await makePoliceRoom(bureau, stationId, { name: "河湾警务室" });
  const leafId = await makeStation(bureau, { name: "城西派出所" });
  const from = startOfDay(addDays(dayOf(new Date()), 10));
  for (const [place, name] of [
    ["河湾商圈", "示例甲"],
    ["南街商圈", "示例乙"],
  ]) {
    const { id: gridId } = await makeGrid(bureau, stationId, { name: place, policeRoomId: roomId });
    const { id: memberId } = await makeMember(bureau, leafId, { name });
    await act(bureau.administrator, "assignMember", { gridId, memberId, duty: "RESPONSIBLE_OFFICER", from }, "id");
  }
  await bureau.signIn({ role: "DISPATCHER", unitId: stationId });
  await bureau.sql(
    (sql) => sql`
      update accounts set disabled_at = now() where bureau_id = ${bureau.id}
        and id in (select account_id from role_grants where bureau_id = ${bureau.id} and role = 'DISPATCHER')`,
  );
  await act(bureau.administrator, "applyDeadlinePreset", { preset: "USUAL" }, "id");
  await act(bureau.administrator, "checkAuditChain", {}, "id");
  const parent = "410481102000";
  const parentId = await makeDivision(bureau, { name: "孙镇", code: parent, kind: "TOWNSHIP" });
  await makeDivision(bureau, { name: "李村", code: "410481102201", parentId });
  await upload(bureau, "GRIDS", { columns: gridColumns, rows: [["QY-1", "企业", "企业", "城东派出所"]] });
  const { matterCategories } = await bureau.administrator.run<{ matterCategories: { code: string }[] }>(
    `query { matterCategories(kind: DISPUTE) { code } }`,
  );
  return { stationId, roomId, leafId, parent, category: matterCategories[0]!.code };
}

const headsOf = async (page: Page) => (await heads(page).allInnerTexts()).map((head) => head.trim()).filter(Boolean);
/** Of the list alone, where other tables stand beside it. */
const heads = (page: Page) => page.locator("main table:has(tbody tr[data-row-key]) thead th");

test("a column whose value the filter says is away, in files and on paper too; it is the same in every row where it is brought back", async () => {
  const { page, bureau, stationId } = await filledBureau();
  await page.evaluate("window.print = () => {}");
  const laid = await lay(bureau, stationId);
  for (const [name, { title, address, head, words }] of Object.entries(said(laid))) {
    await goOn(page, address);
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await rowsOf(page).first().waitFor();
    await expect.poll(() => headsOf(page), { message: name }).not.toContain(head);
    const shown = await headsOf(page);

    await page.keyboard.press("Control+p");
    await page.locator(".paper").waitFor({ state: "attached" });
    expect([name, await page.locator(".paper th").allTextContents()]).toEqual([name, ["序号", ...shown]]);
    expect([name, await page.locator(".paper-note").first().textContent()]).toEqual([
      name,
      expect.stringMatching(new RegExp(`^筛选：.*${words}`)),
    ]);
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    await page.locator(".paper").waitFor({ state: "detached" });

    await page.getByRole("button", { name: "选列" }).click();
    const box = page.getByRole("checkbox", { name: `${head} （筛选已说明）` });
    expect(await box.isChecked(), name).toBe(false);
    if (pictured.has(name)) await inspect(page, `99-said-of-${name.replace(" ", "-")}`);
    await box.check();
    await page.waitForURL(/also=/);
    await expect.poll(() => headsOf(page), { message: name }).toContain(head);
    await page.keyboard.press("Escape");
    const at = (await heads(page).allInnerTexts()).findIndex((each) => each.trim() === head);
    const cells = await rowsOf(page).evaluateAll(
      (rows, index) => rows.map((row) => row.children[index]?.textContent ?? ""),
      at,
    );
    expect([name, new Set(cells).size]).toEqual([name, 1]);
  }
}, 240_000);

const rowsOf = (page: Page) => page.locator("tbody tr[data-row-key]");
