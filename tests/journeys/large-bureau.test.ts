import { newId } from "@maple-bridge/server/kernel/ids";
import { expect, test } from "vitest";
import { makePoliceRoom } from "../api/grids/ground.ts";
import { seriousFindings } from "../support/axe.ts";
import { type Bureau, makeBureau } from "../support/bureau.ts";
import { enter } from "../support/enter.ts";
import { visit } from "../support/site.ts";

const nameOf = (station: number) => `第${String(station).padStart(3, "0")}派出所`;

/** More than one page of them. */
async function makeStations(bureau: Bureau): Promise<string[]> {
  const ids = Array.from({ length: 120 }, newId);
  const rows = ids.map((id, index) => ({
    bureauId: bureau.id,
    id,
    parentId: bureau.rootId,
    kind: "STATION",
    name: nameOf(index + 1),
    nameInitials: `d${String(index + 1).padStart(3, "0")}pcs`,
    level: 1,
    position: index,
  }));
  await bureau.sql((sql) => sql`insert into units ${sql(rows)}`);
  return ids;
}

test("of a large bureau the branches that are shown are asked for, and what is chosen deep below keeps its name", async () => {
  const bureau = await makeBureau();
  const stations = await makeStations(bureau);
  const room = await makePoliceRoom(bureau, stations[114]!, { name: "河湾警务室" });
  const { page, complaints } = await visit();
  await enter(page, bureau);

  await page.goto("/system/units");
  await page.getByText("在用单位 122 个").waitFor();
  await page.getByRole("row", { name: nameOf(100) }).waitFor();
  expect(await page.getByRole("row", { name: nameOf(101) }).count()).toBe(0);
  await page.getByRole("button", { name: "还有 20 个" }).click();
  await page.getByRole("row", { name: nameOf(120) }).waitFor();
  await page.getByRole("button", { name: `展开 ${nameOf(115)}` }).click();
  await page.getByRole("row", { name: "河湾警务室" }).waitFor();
  await page.getByLabel("名称、代码或拼音首字母").fill("河湾");
  await page.getByRole("row", { name: nameOf(1) }).waitFor({ state: "detached" });
  expect(await page.locator("tbody .organisation-unit").allInnerTexts()).toEqual([
    "测试公安局",
    nameOf(115),
    "河湾警务室",
  ]);

  await page.goto(`/grids?unit=${room}`);
  const tree = page.getByRole("navigation", { name: "单位" });
  await tree.getByRole("button", { name: "河湾警务室" }).waitFor();
  expect(await tree.locator("[aria-current]").innerText()).toBe("河湾警务室");
  await tree.getByRole("button", { name: "还有 20 个" }).click();
  await tree.getByRole("button", { name: nameOf(120) }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  await page.goto(`/members?unit=${room}`);
  const picker = page.locator(".unit-select");
  await picker.getByText("河湾警务室").waitFor();
  await picker.click();
  const offered = (station: number) => page.locator(".ant-select-tree-title", { hasText: nameOf(station) });
  await offered(115).waitFor();
  await picker.getByRole("combobox").fill("d118");
  await offered(115).waitFor({ state: "detached" });
  await offered(118).click();
  await page.waitForURL(`**/members?unit=${stations[117]}`);
  await picker.getByText(nameOf(118)).waitFor();
  expect(complaints).toEqual([]);
});
