import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { makeGrid, makeStation } from "../api/grids/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { changePassword, newAccount, password, signIn, signInFirst } from "../support/enter.ts";
import { visit } from "../support/site.ts";
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

test("a new browser is sent less than 400 kB for the grids, data included", async () => {
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
  expect(transfer.bytes(), inWords(transfer.loads)).toBeLessThan(400 * kilobytes);
  expect(transfer.loads.map(({ path }) => path).filter((path) => /explorer|monaco|graphiql|charts/.test(path))).toEqual(
    [],
  );
  expect(complaints).toEqual([]);
});

const filesOf = (loads: readonly { path: string }[]) =>
  loads.map(({ path }) => path).filter((path) => path.startsWith("/assets/"));
const inWords = (loads: readonly { path: string; bytes: number }[]) =>
  loads.map(({ path, bytes }) => `${bytes} ${path}`).join("\n");
