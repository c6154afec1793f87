import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { makeGrid } from "../api/grids/ground.ts";
import { layMatters, matterOf, ordered, registered } from "../api/matters/ground.ts";
import { seat } from "../api/work/ground.ts";
import type { SignedIn } from "../support/bureau.ts";
import { carryOn, inspect } from "../support/hands.ts";
import { phone, visit } from "../support/site.ts";

async function at(who: SignedIn, screen?: Parameters<typeof visit>[0]) {
  const { page, address, complaints } = await visit(screen);
  await carryOn(page, address, who);
  return { page, complaints };
}

async function ask(page: Page, deed: string) {
  await page.getByRole("button", { name: "更多操作" }).click();
  await page.getByRole("menuitem", { name: deed }).click();
  const dialog = page.getByRole("dialog", { name: new RegExp(`^${deed}`) });
  await dialog.waitFor();
  return dialog;
}

async function pick(page: Page, label: string, text: string) {
  await page.getByRole("dialog").getByLabel(label, { exact: true }).fill(text);
  await page.locator(".ant-select-dropdown:visible .ant-select-item-option").filter({ hasText: text }).first().click();
  await page.locator(".ant-select-dropdown:visible").waitFor({ state: "hidden" });
}

test("a matter is changed, moved with the work at its seat, and merged into another one", async () => {
  const ground = await layMatters();
  const other = await makeGrid(ground.bureau, ground.stationId);
  await seat(ground.bureau, other.id, ground.colleague.memberId);
  const matter = await registered(ground);
  const survivor = await registered(ground, { title: "同一小区停车纠纷" });
  const { id: orderId } = await ordered(ground, matter.id);
  const { page, complaints } = await at(ground.chief);
  await page.goto(`/dispatch?open=${orderId}`);

  const change = await ask(page, "修改事项");
  await change.getByLabel("标题").fill("车辆长期堵住小区大门");
  await change.getByLabel("几点几分").fill("00:01");
  await inspect(page, "80-matter-change");
  await page.keyboard.press("Control+Enter");
  await change.waitFor({ state: "detached" });
  await page.getByText("车辆长期堵住小区大门").waitFor();

  const move = await ask(page, "转到其他网格");
  await pick(page, "转到网格", other.code);
  await move.getByText("责任人：").waitFor();
  await page.keyboard.press("Control+Enter");
  await move.getByText("请填写。").waitFor();
  await move.getByLabel("改派给新网格的同一岗位").check();
  await inspect(page, "81-matter-move");
  await page.keyboard.press("Control+Enter");
  await move.waitFor({ state: "detached" });
  expect(await matterOf(ground.chief, matter.id)).toMatchObject({
    title: "车辆长期堵住小区大门",
    grid: { id: other.id },
  });

  const merge = await ask(page, "并入其他事项");
  await pick(page, "并入", survivor.number);
  await inspect(page, "82-matter-merge");
  await page.keyboard.press("Control+Enter");
  await merge.waitFor({ state: "detached" });
  await page.getByRole("heading", { name: `事项 ${survivor.number}` }).waitFor();
  expect(await matterOf(ground.chief, matter.id)).toMatchObject({ state: "MERGED", mergedInto: { id: survivor.id } });

  await page.goto(`/dispatch?open=${matter.items[0].id}`);
  await page.getByRole("dialog").getByRole("button", { name: survivor.number }).click();
  await page.getByRole("heading", { name: `事项 ${survivor.number}` }).waitFor();
  expect(complaints).toEqual([]);
});

test("a party's contact is sealed, opened for a reason, shown once, and gone when it is closed", async () => {
  const ground = await layMatters();
  const matter = await registered(ground);
  const secret = "傍晚到传达室找";
  const desk = await at(ground.dispatcher);
  await desk.page.goto(`/dispatch?open=${matter.items[0].id}`);
  const add = await ask(desk.page, "添加当事人联系方式");
  await add.getByLabel("乙方").check();
  await add.getByLabel("联系方式", { exact: true }).fill(secret);
  await inspect(desk.page, "83-contact-add");
  await desk.page.keyboard.press("Control+Enter");
  await desk.page.getByText("联系方式已密封").waitFor();
  expect(await desk.page.getByRole("button", { name: "查看联系方式" }).count()).toBe(0);

  const { page, complaints } = await at(ground.chief, phone);
  await page.goto(`/dispatch?open=${matter.items[0].id}`);
  await page.getByRole("button", { name: "查看联系方式" }).scrollIntoViewIfNeeded();
  await inspect(page, "84-matter-phone");
  for (const times of [1, 2]) {
    await page.getByRole("button", { name: "查看联系方式" }).click();
    const dialog = page.getByRole("dialog", { name: "查看联系方式：乙方" });
    await dialog.getByLabel("理由").fill(`第 ${times} 次回访`);
    await page.keyboard.press("Control+Enter");
    await dialog.getByText(secret).waitFor();
    await dialog.getByText("本次查看已记入审计日志。关闭后不再显示。").waitFor();
    if (times === 1) await inspect(page, "86-contact-opened-phone");
    if (times === 1) await dialog.getByRole("button", { name: "关闭" }).last().click();
    else await page.goBack();
    await page.getByText(secret).waitFor({ state: "detached" });
    expect(await page.content()).not.toContain(secret);
  }
  const { auditEntries } = await ground.bureau.administrator.run(
    `{ auditEntries(filter: { action: "matter.openContact" }) { nodes { reason } } }`,
  );
  expect(auditEntries.nodes.map(({ reason }: { reason: string }) => reason).sort()).toEqual([
    "第 1 次回访",
    "第 2 次回访",
  ]);
  expect([...desk.complaints, ...complaints]).toEqual([]);
});

test("the palette finds a matter and its order by number and title, and opens them where the viewer works", async () => {
  const ground = await layMatters();
  const matter = await registered(ground);
  const order = await ordered(ground, matter.id);
  for (const [who, path] of [
    [ground.dispatcher, "/dispatch"],
    [ground.officer, "/my-work"],
  ] as const) {
    const { page, complaints } = await at(who);
    await page.goto("/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    for (const [text, sort] of [
      [matter.number, "事项"],
      [matter.title.slice(2), "指令与任务"],
    ]) {
      await page.keyboard.press("Control+k");
      const palette = page.getByRole("dialog");
      await palette.getByRole("combobox").fill(text!);
      const found = palette.getByRole("option").filter({ hasText: sort! }).first();
      await found.waitFor();
      if (path === "/dispatch") await inspect(page, `85-palette-${sort === "事项" ? "matter" : "order"}`);
      await found.click();
      await page.getByRole("heading", { name: `事项 ${matter.number}` }).waitFor();
      expect(new URL(page.url()).pathname).toBe(path);
      if (sort === "事项") expect(await page.locator(".work-text strong").count()).toBe(0);
      if (sort !== "事项") expect(new URL(page.url()).searchParams.get("open")).toBe(order.id);
      await page.getByRole("button", { name: "关闭" }).first().click();
    }
    expect(complaints).toEqual([]);
  }
});
