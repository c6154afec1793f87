import { expect, test } from "vitest";
import { makeMember, makePoliceRoom, makeStation } from "../api/grids/ground.ts";
import { seriousFindings } from "../support/axe.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter } from "../support/enter.ts";
import { visit } from "../support/site.ts";

test("an administrator of one station adds members and grids there, and nowhere else", async () => {
  const bureau = await makeBureau();
  const ours = await makeStation(bureau, { name: "尹集派出所" });
  const theirs = await makeStation(bureau, { name: "枣林派出所" });
  await makeMember(bureau, theirs, { name: "钱守信" });
  const { page, complaints } = await visit();
  await enter(page, bureau, [
    { role: "BUREAU_ADMINISTRATOR", unitId: ours },
    { role: "STATION_CHIEF", unitId: theirs },
  ]);
  await page.goto(`/members?unit=${theirs}`);
  await page.getByRole("row", { name: /钱守信/ }).waitFor();
  await page.getByRole("button", { name: "新增人员" }).click();
  const member = page.getByRole("dialog", { name: "新增人员" });
  await member.getByLabel("姓名").fill("孙立新");
  await member.getByLabel("警号/编号").fill("J0001");
  await member.getByRole("combobox", { name: "类别" }).click();
  await page.locator(".ant-select-item-option", { hasText: "民警" }).click();
  await member.getByText("尹集派出所").click();
  const offered = page.locator(".ant-select-tree-title");
  await offered.first().waitFor();
  expect(await offered.allInnerTexts()).toEqual(["尹集派出所"]);
  await offered.click();
  await member.getByRole("button", { name: "新增" }).click();
  await page.getByRole("dialog", { name: "孙立新" }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  await page.goto(`/grids?unit=${theirs}`);
  await page.getByRole("button", { name: "新建网格" }).first().click();
  const grid = page.getByRole("dialog", { name: "新建网格" });
  await grid.getByText("尹集派出所").waitFor();
  await grid.getByLabel("网格").fill("尹集矿区");
  await grid.getByLabel("编码").fill("410481104901");
  await grid.getByRole("combobox", { name: "类别" }).click();
  await page.locator(".ant-select-item-option", { hasText: "企业" }).click();
  await grid.getByRole("button", { name: "新建" }).click();
  await page.getByRole("dialog", { name: "尹集矿区" }).waitFor();
  expect(complaints).toEqual([]);
});

test("an administrator of one police room is offered members, but no grids, which stations hold", async () => {
  const bureau = await makeBureau();
  const room = await makePoliceRoom(bureau, await makeStation(bureau));
  const { page } = await visit();
  await enter(page, bureau, [{ role: "BUREAU_ADMINISTRATOR", unitId: room }]);
  await page.goto("/members");
  await page.getByRole("button", { name: "新增人员" }).first().waitFor();
  await page.getByRole("link", { name: "网格与任职" }).first().click();
  await page.getByText("还没有网格。").waitFor();
  expect(await page.getByRole("button", { name: "新建网格" }).count()).toBe(0);
});
