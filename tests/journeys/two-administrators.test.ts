import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { assign as assignTo, demand, withKey } from "../api/assignments/staffing.ts";
import { makeGrid, makeMember, makeStation } from "../api/grids/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { candidateSought, carryOn, inspect } from "../support/hands.ts";
import { visit } from "../support/site.ts";

test("what one administrator assigns, the other sees without a reload, and may not assign again", async () => {
  const { grid, officers, enter } = await makeGap();
  const [first, second] = officers;
  const [one, other, onlooker] = await Promise.all([enter(), enter(), enter()]);
  await openSeat(one, grid.code);
  await openSeat(other, grid.code);
  await choose(other, second.badge);
  await rowOf(onlooker, grid.code).getByText("空缺", { exact: true }).waitFor();

  await choose(one, first.badge);
  await assign(one);
  await one.getByText("已指派").first().waitFor();
  await inspect(one, "21-assigned");

  await rowOf(onlooker, grid.code).getByText(first.badge).waitFor();
  await onlooker.getByRole("button", { name: /^测试公安局\s*配备 1\/1$/ }).waitFor();
  await inspect(onlooker, "22-appeared-without-a-reload");
  await other.getByRole("region", { name: "岗位", includeHidden: true }).getByText(first.badge).waitFor();

  await assign(other);
  const holder = `网格“${grid.name}”的责任民警是${first.name}（${first.badge}）`;
  await other.getByRole("dialog").getByText(holder).waitFor();
  await inspect(other, "23-collision");
  expect(
    [one, other, onlooker].map((page) =>
      page
        .url()
        .replace(/.*\/grids/, "/grids")
        .replace(/\?.*/, ""),
    ),
  ).toEqual(["/grids", "/grids", "/grids"]);
});

test("a seat that somebody else fills while the dialog is open is told, and whoever assigns one more is asked", async () => {
  const { bureau, grid, officers, stationId, enter } = await makeGap();
  await demand(bureau, { duty: "AUXILIARY" });
  const [quick, slow] = [
    await makeMember(bureau, stationId, { kind: "AUXILIARY" }),
    await makeMember(bureau, stationId, { kind: "AUXILIARY" }),
  ];
  await assignTo(bureau.administrator, { gridId: grid.id, memberId: officers[0].id });
  const page = await enter();
  await openSeat(page, grid.code);
  await choose(page, slow.badge);
  await assignTo(bureau.administrator, { gridId: grid.id, duty: "AUXILIARY", memberId: quick.id });
  const dialog = page.getByRole("dialog", { name: /^指派驻村辅警/ });
  await dialog.getByText(`此岗位其间已由${quick.name} ${quick.badge}担任。`).waitFor();
  await inspect(page, "24-filled-meanwhile");
  const question = page.getByRole("dialog", { name: "其间已有人任职，仍要再指派？" });
  const held = async () => {
    const { assignments } = await bureau.administrator.run(`{ assignments { nodes { member { badge } } } }`);
    return assignments.nodes.map(({ member }: { member: { badge: string } }) => member.badge).sort();
  };
  await dialog.getByRole("button", { name: "指派", exact: true }).click();
  await question.getByText(`${quick.name} ${quick.badge}`).waitFor();
  await inspect(page, "25-asked");
  await question.getByRole("button", { name: /^取\s?消$/ }).click();
  await question.waitFor({ state: "hidden" });
  expect(await held()).toEqual([officers[0].badge, quick.badge].sort());
  await dialog.getByRole("button", { name: "指派", exact: true }).click();
  await question.getByRole("button", { name: "仍要指派" }).click();
  await dialog.waitFor({ state: "hidden" });
  expect(await held()).toEqual([officers[0].badge, quick.badge, slow.badge].sort());
});

test("a form that was filled from what another has changed since is not saved over it", async () => {
  const { bureau, grid, enter } = await makeGap();
  const page = await enter();
  await rowOf(page, grid.code).getByText(grid.code).first().click();
  await page.getByRole("button", { name: "操作" }).click();
  await page.getByRole("menuitem", { name: "修改" }).click();
  const form = page.getByRole("dialog", { name: /^修改网格/ });
  await form.getByLabel("户数").fill("12");
  const change = (input: object) =>
    bureau.administrator.run(`mutation ($input: UpdateGridInput!) { updateGrid(input: $input) { id version } }`, {
      input: { ...withKey({ id: grid.id, expectedVersion: grid.version, ...input }).input },
    });
  await change({ name: "新名网格" });
  await page.getByRole("dialog", { name: /^修改网格：新名网格/ }).waitFor();
  await form.getByRole("button", { name: "保存" }).click();
  await form.getByText(/该记录已被他人修改/).waitFor();
  expect(await form.getByLabel("网格", { exact: true }).inputValue()).toBe(grid.name);
  await form.getByRole("button", { name: "载入最新内容" }).click();
  await expect.poll(() => form.getByLabel("网格", { exact: true }).inputValue()).toBe("新名网格");
  await form.getByLabel("户数").fill("12");
  await form.getByLabel("统计年份").fill("2025");
  await form.getByRole("button", { name: "保存" }).click();
  await form.waitFor({ state: "hidden" });
  const { grid: saved } = await bureau.administrator.run(
    `query ($code: String!) { grid(code: $code) { name households } }`,
    {
      code: grid.code,
    },
  );
  expect(saved).toEqual({ name: "新名网格", households: 12 });
});

/** A station with one grid that lacks its officer, and two officers who could be. */
async function makeGap() {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  await demand(bureau, {});
  const grid = await makeGrid(bureau, stationId);
  const officers = [await makeMember(bureau, stationId), await makeMember(bureau, stationId)] as const;
  async function enter() {
    const { page, address } = await visit();
    await carryOn(page, address, await bureau.signIn({ role: "BUREAU_ADMINISTRATOR" }));
    await page.goto("/grids");
    await rowOf(page, grid.code).waitFor();
    return page;
  }
  return { bureau, stationId, grid, officers, enter };
}

const rowOf = (page: Page, code: string) => page.getByRole("row").filter({ hasText: code });

async function openSeat(page: Page, code: string) {
  await rowOf(page, code).getByText(code).first().click();
  await page.getByRole("region", { name: "岗位" }).getByRole("button", { name: "指派" }).click();
}

const choose = async (page: Page, badge: string) => (await candidateSought(page, badge)).click();

const assign = (page: Page) =>
  page
    .getByRole("dialog", { name: /^指派责任民警/ })
    .getByRole("button", { name: "指派", exact: true })
    .click();
