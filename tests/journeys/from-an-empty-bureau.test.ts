import { readFileSync } from "node:fs";
import { createBureau } from "@maple-bridge/server/operator/create-bureau";
import type { Page } from "playwright-core";
import postgres from "postgres";
import { expect, test } from "vitest";
import { theServer } from "../support/bureau.ts";
import {
  candidateSought,
  changePassword,
  chooseDay,
  download,
  escapeFrom,
  inspect,
  picture,
  sendFile,
  signIn,
  turnTo,
} from "../support/hands.ts";
import { closedGridCode, type PlantedError, type Roster, withErrors, wugangRoster } from "../support/roster.ts";
import { visit } from "../support/site.ts";
import { retyped, workbookOf } from "../support/workbook.ts";

const bureauCode = "410481";
const roster = wugangRoster();
const wrong = withErrors(roster);
const identity = wrong.planted.find(({ value }) => /\d{17}/.test(value))!;

test("an empty bureau imports its grids and members, staffs them all, and replaces a holder", async () => {
  const { page, strangers, complaints } = await visit();
  await enterNewBureau(page);
  await importGrids(page);
  await closeGrid(page, closedGridCode);
  await applyPreset(page);
  await importRoster(page);
  await readCoverage(page);
  await replaceHolder(page);
  expect(strangers).toEqual([]);
  expect(complaints).toEqual([]);
});

async function enterNewBureau(page: Page) {
  const { app, superuserUrl } = await theServer();
  await leaveCode(superuserUrl);
  const { signInName, firstPassword } = await createBureau(app.database, { code: bureauCode, name: "舞钢市公安局" });
  await page.goto("/");
  await signIn(page, signInName, firstPassword);
  await page.getByText("首次登录，请先修改初始密码。").waitFor();
  await changePassword(page, firstPassword, "Bridge-of-maple-9");
  await page.getByRole("heading", { name: "工作台" }).waitFor();
  await inspect(page, "01-workbench-of-an-empty-bureau");
}

/** A second go finds the code taken by the first one's bureau. */
async function leaveCode(superuserUrl: string) {
  const sql = postgres(superuserUrl, { max: 1 });
  await sql`update bureaus set code = ${`${bureauCode}-first-go`} where code = ${bureauCode}`;
  await sql.end();
}

async function importGrids(page: Page) {
  await turnTo(page, "导入");
  await inspect(page, "02-import");
  await sendFile(page, "divisions-410481.csv", divisionsOf(bureauCode));
  await page.getByRole("heading", { level: 1, name: "divisions-410481.csv" }).waitFor();
  await inspect(page, "03-columns-of-the-grids");
  await page.getByRole("button", { name: "下一步：检查" }).click();
  await chooseDay(page.getByLabel("启用日期"), "2024-01-01");
  await page.getByLabel("新建缺少的派出所").check();
  await page.getByLabel("新建缺少的行政区划").check();
  await check(page);
  await page.getByText("没有错误。写入后将有以下变化：").waitFor();
  await inspect(page, "04-dry-run-of-the-grids");
  expect(await summaryOf(page)).toMatchObject({ 新建派出所: "14", 新建行政区划: "235", 新建网格: "220" });
  await write(page);
  expect(await summaryOf(page)).toMatchObject({ 新建派出所: "14", 新建行政区划: "235", 新建网格: "220" });
}

async function closeGrid(page: Page, code: string) {
  await turnTo(page, "网格与任职");
  await page.getByText("共 220 条").waitFor();
  await page.getByLabel("名称、编码或拼音首字母").fill(code);
  await page.getByText("共 1 条").waitFor();
  await page.getByRole("cell", { name: code }).click();
  await page.getByRole("button", { name: "操作" }).click();
  await page.getByRole("menuitem", { name: "关闭" }).click();
  const dialog = page.getByRole("dialog", { name: /^关闭网格/ });
  await chooseDay(dialog.getByLabel("关闭日期"), "2024-03-01");
  await dialog.getByLabel("理由").fill("矿源社区已不设网格");
  await dialog.locator("button", { hasText: "关闭" }).click();
  await page.getByText("网格已关闭，没有岗位。").waitFor();
  await picture(page, "05-closed-grid");
}

async function applyPreset(page: Page) {
  await turnTo(page, "配备标准");
  await page.getByRole("button", { name: "套用预设" }).click();
  const dialog = page.getByRole("dialog", { name: "套用预设" });
  await dialog.getByRole("radio", { name: /^一警两员/ }).check();
  await chooseDay(dialog.getByLabel("自哪天起"), "2024-03-01");
  await dialog.getByLabel("理由").fill("初次建立标准");
  await picture(page, "06-preset");
  await dialog.getByRole("button", { name: "套用", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "行政村 · 一般 · 治保主任 ≥ 1" }).waitFor();
  await inspect(page, "07-standards");
}

async function importRoster(page: Page) {
  await turnTo(page, "导入");
  await page.getByText("人员与任职", { exact: true }).click();
  await sendFile(page, "花名册.xlsx", workbookOf([wrong.columns, ...wrong.rows]));
  await page.getByText("文件中有居民身份证号码，已拒收").waitFor();
  await inspect(page, "08-identity-number-refused");
  expect(await errorsOf(page)).toEqual([`${identity.row}姓名`]);

  await page.getByRole("link", { name: "重新上传" }).click();
  await sendFile(page, "花名册.xlsx", workbookOf([wrong.columns, ...takenBack(identity, wrong)]));
  await page.getByRole("button", { name: "下一步：检查" }).click();
  await check(page);
  await page.getByText("有 5 处错误，没有写入任何数据。").waitFor();
  await inspect(page, "09-errors-of-the-roster");
  const others = wrong.planted.filter((planted) => planted !== identity);
  expect(await errorsOf(page)).toEqual(others.map(({ row, column }) => `${row}${column}`));

  const { name, bytes } = await download(page, page.getByRole("button", { name: "全部行" }));
  expect(name).toBe("花名册-改错.xlsx");
  await sendFile(page, "花名册-已改.xlsx", retyped(bytes, corrections(others)));
  await page.getByRole("heading", { level: 1, name: "花名册-已改.xlsx" }).waitFor();
  await check(page);
  await page.getByText("没有错误。写入后将有以下变化：").waitFor();
  await inspect(page, "10-dry-run-of-the-roster");
  await write(page);
  expect(await summaryOf(page)).toMatchObject({ 新增人员: "687", 新增任职: "876" });
  await inspect(page, "11-roster-written");
}

async function readCoverage(page: Page) {
  await page.getByRole("link", { name: "查看网格与缺额" }).click();
  await page.getByText("共 219 条").waitFor();
  await page.getByRole("button", { name: /^舞钢市公安局\s*配备 876\/876$/ }).waitFor();
  await page.getByText("无缺岗网格 219/219").waitFor();
  await inspect(page, "12-coverage");
  await page.getByLabel("缺岗情况").click();
  await page.getByTitle("有缺岗").click();
  await page.getByText("这里没有缺岗。").waitFor();
  await page.getByRole("button", { name: "显示全部网格" }).click();
  await page.getByText("共 219 条").waitFor();
}

/** An officer's grid goes to a colleague of the next station, and both are read in its timeline and on their days. */
async function replaceHolder(page: Page) {
  const code = "410481001001";
  const [old, successor] = roster.rows
    .filter((cells) => cells[columnOf("职务")] === "责任民警")
    .map((cells) => ({ badge: cells[columnOf("警号/编号")]!, name: cells[columnOf("姓名")]! }));
  const row = page.getByRole("row").filter({ hasText: code });
  await row.getByText(old!.badge).click();
  await page.getByRole("listitem").filter({ hasText: "责任民警" }).getByRole("button", { name: "换人" }).click();
  const dialog = page.getByRole("dialog", { name: /^换人：.* 责任民警/ });
  const candidate = await candidateSought(page, successor!.badge);
  expect(await candidate.innerText()).toMatch(/\d+ 个网格 · \d+ 户 · \d+ 岗/);
  await candidate.click();
  await dialog.getByLabel("理由").fill("轮岗");
  await inspect(page, "13-replace");
  await dialog.getByRole("button", { name: "换人" }).click();
  await page.getByText("已换人").first().waitFor();

  const timeline = page.getByRole("region", { name: "历任" }).getByRole("listitem");
  const told = ({ badge }: { badge: string }) => expect.poll(() => timeline.filter({ hasText: badge }).innerText());
  await told(old!).toMatch(/2024-03-01 → \d{4}-\d\d-\d\d$/);
  await told(successor!).toMatch(/\d{4}-\d\d-\d\d →$/);
  // What the server tells meanwhile may move the lines under a pointer that stays.
  const shown = async () => {
    await timeline.filter({ hasText: old!.badge }).hover();
    return page.getByRole("tooltip").allInnerTexts();
  };
  await expect.poll(shown).toContainEqual(expect.stringContaining("已结束"));
  await inspect(page, "14-timeline");

  await page.mouse.move(0, 0);
  await escapeFrom(page, page.getByRole("region", { name: "历任" }));
  await row.getByText(successor!.name).waitFor();
  await chooseDay(page.getByLabel("查看哪一天", { exact: true }).getByRole("textbox"), "2025-06-01");
  await row.getByText(old!.name).waitFor();
  await page.getByRole("button", { name: /^舞钢市公安局\s*配备 876\/876$/ }).waitFor();
  await inspect(page, "15-a-day-of-the-past");
}

const columnOf = (title: string) => roster.columns.indexOf(title);

async function check(page: Page) {
  await page.getByRole("button", { name: "检查", exact: true }).click();
}

async function write(page: Page) {
  await page.getByRole("button", { name: "写入", exact: true }).click();
  await page.getByText("已全部写入。").waitFor();
}

async function summaryOf(page: Page): Promise<Record<string, string>> {
  const rows = await page.locator("table.import-summary tr").all();
  return Object.fromEntries(
    await Promise.all(
      rows.map(async (row) => [await row.getByRole("rowheader").innerText(), await row.getByRole("cell").innerText()]),
    ),
  );
}

/** Row and column of each error that is listed. */
async function errorsOf(page: Page) {
  const rows = await page
    .getByRole("table", { name: "错误" })
    .getByRole("row")
    .filter({ has: page.getByRole("cell") })
    .all();
  return Promise.all(rows.map(async (row) => (await row.getByRole("cell").allInnerTexts()).slice(0, 2).join("")));
}

/** The rows of the file with one of its mistakes taken back. */
const takenBack = ({ row, column }: PlantedError, { rows }: Roster) =>
  rows.map((cells, index) => (index === row - 2 ? cells.with(columnOf(column), rightValue({ row, column })) : cells));

/** In the correction file, the reasons stand in a column before ours. */
const corrections = (planted: readonly PlantedError[]) =>
  planted.map(({ row, column }) => ({ row, column: columnOf(column) + 1, value: rightValue({ row, column }) }));

const rightValue = ({ row, column }: Pick<PlantedError, "row" | "column">) => roster.rows[row - 2]![columnOf(column)]!;

/** A county's lines of the national divisions, as a file of its own. */
function divisionsOf(county: string) {
  const file = new URL("../../drizzle/seed/data/divisions.csv", import.meta.url);
  const [titles, ...lines] = readFileSync(file, "utf8").trim().split("\n");
  return Buffer.from([titles, ...lines.filter((line) => line.endsWith(`,${county}`))].join("\n"));
}
