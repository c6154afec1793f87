import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { makeGrid, makeStation } from "../api/grids/ground.ts";
import { act, layWork } from "../api/work/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { changePassword, newAccount, password, signIn, signInFirst } from "../support/enter.ts";
import { carryOn } from "../support/hands.ts";
import { phone, visit } from "../support/site.ts";
import { recordTransfer } from "../support/transfer.ts";

const kilobytes = 1_000;
const loaded = (page: Page) => page.waitForLoadState("load");

test("a new browser is sent less than 120 kB before the sign-in form can be used, and no component library", async () => {
  const { page, complaints } = await visit();
  const transfer = await recordTransfer(page);
  await page.goto("/grids");
  await page.getByLabel("密码", { exact: true }).waitFor();
  await page.waitForLoadState("networkidle");
  expect(transfer.bytes(), inWords(transfer.loads)).toBeLessThan(120 * kilobytes);
  expect(transfer.loads.map(({ path }) => path).filter((path) => /antd|router|explorer/.test(path))).toEqual([]);
  expect(complaints).toEqual([]);
});

test("what is inside comes while a person types the first letters, before the door opens", async () => {
  const account = await newAccount(await makeBureau());
  const { page, complaints } = await visit();
  const { loads, underWay } = await recordTransfer(page);
  await page.goto("/");
  await page.getByLabel("密码", { exact: true }).waitFor();
  const ahead = page.waitForResponse(/\/assets\/app-.*\.js$/);
  await page.getByLabel("账号").pressSequentially("a");
  expect((await ahead).status()).toBe(200);
  await expect.poll(() => filesOf(loads).some((path) => path.includes("/workbench-page-"))).toBe(true);
  await expect.poll(underWay).toBe(0);
  const before = loads.length;
  await signIn(page, account.name, account.firstPassword);
  await page.getByRole("heading", { name: "修改密码" }).waitFor();
  expect(filesOf(loads.slice(before))).toEqual([]);
  await changePassword(page, account.firstPassword, password);
  await page.getByRole("heading", { name: "工作台" }).waitFor();
  expect(filesOf(loads.slice(before)).filter((path) => /\/(app|router|antd|workbench-page)-/.test(path))).toEqual([]);
  expect(complaints).toEqual([]);
});

test("a new browser is sent less than 380 kB for the grids, data included", async () => {
  const bureau = await makeBureau();
  const grid = await makeGrid(bureau, await makeStation(bureau));
  const account = await newAccount(bureau);
  const { page, complaints } = await visit();
  await signInFirst(page, account.name, account.firstPassword);
  const other = await page.context().newPage();
  const transfer = await recordTransfer(other);
  await other.goto("/grids");
  await other.getByText(grid.name).first().waitFor();
  await loaded(other);
  expect(transfer.bytes(), inWords(transfer.loads)).toBeLessThan(380 * kilobytes);
  expect(transfer.loads.map(({ path }) => path).filter((path) => /explorer|monaco|graphiql|charts/.test(path))).toEqual(
    [],
  );
  expect(complaints).toEqual([]);
});

test("a phone is sent less than 180 kB, packed by gzip, before the day can be read, and neither the desk's kit nor its router", async () => {
  const { officer, dispatcher, grid } = await layWork();
  await act(dispatcher, "issueTask", {
    title: "核对出租房屋台账",
    to: [{ gridId: grid.id, duty: "RESPONSIBLE_OFFICER" }],
  });
  const { page, address, complaints } = await visit(phone);
  await carryOn(page, address, officer);
  const { loads, underWay } = await recordTransfer(page);
  await page.goto("/m");
  await page.getByText("核对出租房屋台账").waitFor();
  await expect.poll(underWay).toBeLessThan(2);
  const files = ["/index.html", ...filesOf(loads)];
  const bytes = files.reduce((sum, path) => sum + packedBytes(path), 0);
  expect(bytes, files.map((path) => `${packedBytes(path)} ${path}`).join("\n")).toBeLessThan(180 * kilobytes);
  expect(files.filter((path) => /\/(antd|router|routes|ui|icons|workbench)-/.test(path))).toEqual([]);
  expect(complaints).toEqual([]);
});

test("at the phone's door it is the phone's pages that come while a person types", async () => {
  const { page, complaints } = await visit(phone);
  const { loads } = await recordTransfer(page);
  await page.goto("/m");
  await page.getByLabel("密码", { exact: true }).waitFor();
  await page.getByLabel("账号").pressSequentially("a");
  await expect.poll(() => filesOf(loads).some((path) => path.includes("/page-head-"))).toBe(true);
  await page.waitForLoadState("networkidle");
  expect(filesOf(loads).filter((path) => /\/(antd|router|workbench-page)-/.test(path))).toEqual([]);
  expect(complaints).toEqual([]);
});

const built = fileURLToPath(new URL("../../client/dist", import.meta.url));
/** As gzip has packed it; small files are sent as they are. */
const packedBytes = (path: string) =>
  statSync(existsSync(`${built}${path}.gz`) ? `${built}${path}.gz` : `${built}${path}`).size;

const filesOf = (loads: readonly { path: string }[]) =>
  loads.map(({ path }) => path).filter((path) => path.startsWith("/assets/"));
const inWords = (loads: readonly { path: string; bytes: number }[]) =>
  loads.map(({ path, bytes }) => `${bytes} ${path}`).join("\n");
