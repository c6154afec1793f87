import { expect, test } from "vitest";
import { demand } from "../api/assignments/staffing.ts";
import { makeGrid, makeMember, makeStation } from "../api/grids/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter, openWorkbench } from "../support/enter.ts";
import { visit } from "../support/site.ts";

test("keys alone fill gap after gap, each once, though the standard would let in more", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  await demand(bureau, { duty: "AUXILIARY", atMost: 2 });
  const grids = [await makeGrid(bureau, stationId), await makeGrid(bureau, stationId)];
  await makeMember(bureau, stationId, { kind: "AUXILIARY" });
  await makeMember(bureau, stationId, { kind: "AUXILIARY" });
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await openWorkbench(page);
  await page.getByRole("link", { name: "去填补" }).click();
  await page.getByRole("heading", { level: 1, name: "网格与任职" }).waitFor();
  await page.getByRole("row").filter({ hasText: grids[1]!.name }).waitFor();
  for (let filled = 0; filled < grids.length; filled++) {
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog", { name: /^指派/ });
    await dialog.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Control+Enter");
    await dialog.waitFor({ state: "hidden" });
  }
  await page.getByText("无缺岗网格 2/2").waitFor();
  const { assignments } = await bureau.administrator.run(`{ assignments { nodes { grid { id } } } }`);
  const held = assignments.nodes.map((assignment: { grid: { id: string } }) => assignment.grid.id);
  expect(held.toSorted()).toEqual(grids.map(({ id }) => id).toSorted());
  expect(complaints).toEqual([]);
});

test("Enter right after typing takes the first of those who are found, not of those who were listed", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  await demand(bureau, { duty: "AUXILIARY" });
  await makeGrid(bureau, stationId);
  await makeMember(bureau, stationId, { kind: "AUXILIARY", name: "安虚构", badge: "F0001" });
  await makeMember(bureau, stationId, { kind: "AUXILIARY", name: "周虚构", badge: "F0002" });
  const { page } = await visit();
  await enter(page, bureau);
  await openWorkbench(page);
  await page.getByRole("link", { name: "去填补" }).click();
  await page.getByRole("heading", { level: 1, name: "网格与任职" }).waitFor();
  await page.getByText("无缺岗网格 0/1").waitFor();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog", { name: /^指派/ });
  await dialog.getByRole("option").filter({ hasText: "F0001" }).waitFor();
  await dialog.getByRole("combobox").fill("F0002");
  await page.keyboard.press("Enter");
  expect(await dialog.getByRole("option", { selected: true }).innerText()).toContain("F0002");
});
