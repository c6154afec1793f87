import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeYanhu } from "../api/imports/cases.ts";
import { enter } from "../support/enter.ts";
import { inspect, sendFile, turnTo } from "../support/hands.ts";
import { desk, phone, visit } from "../support/site.ts";

const caseFile = (name: string) => readFileSync(new URL(`../cases/${name}`, import.meta.url));

test("the sheet that is taken is told, another one is chosen, and what is not read is said", async () => {
  const bureau = await makeYanhu();
  const { page, complaints } = await visit(desk);
  await enter(page, bureau);
  await page.goto("/import");
  await page.getByRole("radiogroup", { name: "导入内容" }).getByText("人员与任职").click();
  await sendFile(page, "两个工作表.xlsx", caseFile("05-two-sheets.xlsx"));
  await page.getByText("文件有 2 个工作表，导入其中一个").waitFor();
  expect(await page.getByRole("radio", { name: /^甲所/ }).isChecked()).toBe(true);
  await page.getByRole("cell", { name: "X0501" }).waitFor();
  await page.getByRole("radio", { name: /^乙所/ }).click();
  await page.getByRole("cell", { name: "X0503" }).waitFor();
  await inspect(page, "47-a-sheet-is-chosen");

  await turnTo(page, "导入");
  await page.getByRole("radiogroup", { name: "导入内容" }).getByText("人员与任职").click();
  await sendFile(page, "一行几人.xlsx", caseFile("23-one-row-a-grid-people-in-columns.xlsx"));
  await page.getByText("一行有几个人，按职务分成几行读取：责任民警、驻村辅警。").waitFor();
  await page.getByRole("row").filter({ hasText: "示例村" }).getByTitle("网格名称").waitFor();
  await inspect(page, "48-people-in-columns");
  expect(complaints).toEqual([]);
});

test.each([
  ["a desk", desk, "49-names-are-asked-about"],
  ["a phone", phone, "50-names-are-asked-about-by-phone"],
])(
  "at %s, names that are much like others are asked about, and those to be created are listed",
  async (_where, screen, name) => {
    const bureau = await makeYanhu();
    const { page, complaints } = await visit(screen);
    await enter(page, bureau);
    await page.goto("/import");
    await sendFile(page, "六种写法.csv", caseFile("14-one-station-six-spellings.csv"));
    await page.getByRole("button", { name: "下一步：检查" }).click();
    await page.getByLabel("新建缺少的派出所").check();
    await page.getByLabel("新建缺少的行政区划").check();
    await page.getByRole("button", { name: "检查", exact: true }).click();
    await page.getByRole("heading", { name: "请确认名称" }).waitFor();
    const again = page.getByRole("button", { name: "按以上答复重新检查" });
    expect(await again.isDisabled()).toBe(true);
    await inspect(page, name);
    for (const written of ["解州所", "解洲派出所"])
      await page
        .getByRole("group", { name: new RegExp(`^${written}`) })
        .getByLabel("就是“解州派出所”")
        .check();
    await page
      .getByRole("group", { name: /^解州派出所（城区）/ })
      .getByLabel("是另一个，新建")
      .check();
    await again.click();
    await page.getByText("没有错误。写入后将有以下变化：").waitFor();
    await page.getByText("将新建派出所（1）").waitFor();
    await page.getByText("解州派出所（城区）", { exact: true }).waitFor();
    await inspect(page, `${name}-answered`);
    await page.getByRole("button", { name: "写入", exact: true }).click();
    await page.getByText("已全部写入。").waitFor();
    expect(complaints).toEqual([]);
  },
);
