import { expect, test } from "vitest";
import { chiefOf, setLine } from "../api/catalogue/ground.ts";
import { makeStation } from "../api/grids/ground.ts";
import { act } from "../api/work/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter, openWorkbench, signedIn } from "../support/enter.ts";
import { inspect, turnTo } from "../support/hands.ts";
import { desk, phone, visit } from "../support/site.ts";

test("a catalogue comes of presets, is changed at the model post, and is copied to another station", async () => {
  const bureau = await makeBureau();
  const modelId = await makeStation(bureau, { name: "样板派出所" });
  const otherId = await makeStation(bureau, { name: "城郊派出所" });
  const page = await signedIn(bureau);
  await openWorkbench(page);
  await turnTo(page, "职责目录");
  await page.getByText("还没有职责条目。").waitFor();
  await inspect(page, "110-duties-none");

  await page.getByRole("button", { name: "套用预设" }).click();
  const preset = page.getByRole("dialog", { name: "套用预设" });
  await preset.getByText("综合指挥室六项职责").waitFor();
  await inspect(page, "111-duty-preset");
  await preset.getByRole("button", { name: "套用", exact: true }).click();
  await page.getByRole("cell", { name: "矛盾纠纷调解员" }).first().waitFor();
  for (const name of ["THREE_LEVELS", "FIRST_RECEIVER", "COMMAND_ROOM"])
    await act(bureau.administrator, "applyDutyPreset", { preset: name }, "id");

  await page.goto(`/system/duties?unit=${modelId}`);
  await page.getByRole("cell", { name: "化解矛盾纠纷" }).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForURL(/open=/);
  await page.getByRole("dialog").waitFor();
  await page.goBack();

  await page.getByRole("cell", { name: "便民利民服务员" }).first().click();
  const drawer = page.getByRole("dialog", { name: "便民利民服务员" });
  await drawer.getByRole("button", { name: "改为本所条目" }).click();
  const form = page.getByRole("dialog", { name: "修改条目：便民利民服务员" });
  await form.getByText("只用于样板派出所。").waitFor();
  await form.getByLabel("说明").fill("每周在村委会值守半天，代办证照。");
  await inspect(page, "112-duty-line-set");
  await form.getByRole("button", { name: "保存" }).click();
  await drawer.getByText("本所代替").first().waitFor();
  await inspect(page, "113-duty-line");
  await page.goBack();

  await page.getByRole("cell", { name: "警务下沉联络员" }).first().click();
  const second = page.getByRole("dialog", { name: "警务下沉联络员" });
  await second.getByRole("button", { name: "搁置" }).click();
  await page.getByRole("button", { name: "搁置", exact: true }).last().click();
  await second.getByText("本所搁置").first().waitFor();
  await page.goBack();
  await inspect(page, "114-duties-of-a-station");

  await page.getByRole("button", { name: "推广到其他所" }).click();
  const copy = page.getByRole("dialog", { name: "以样板派出所为样板复制目录" });
  await copy.getByRole("combobox").fill("城郊");
  await page.getByText("城郊派出所", { exact: true }).last().click();
  await inspect(page, "115-duty-copy");
  await copy.getByRole("button", { name: "复制", exact: true }).click();
  await page.getByText("已复制到 1 个派出所").waitFor();
  await page.getByText("设定 2 条，停用 0 条").waitFor();
  await inspect(page, "116-duties-copied");

  await setLine(bureau.administrator, { code: "WATCH", title: "夜间巡逻", stationId: otherId });
  await page.goto(`/system/duties?unit=${otherId}`);
  await page.getByText("样板：样板派出所").waitFor();
  await page.getByRole("button", { name: "与样板有 1 处不同" }).click();
  const compare = page.getByRole("dialog", { name: "与样板的不同" });
  await compare.getByText("夜间巡逻").waitFor();
  await compare.getByText("本所增加").waitFor();
  await inspect(page, "117-duties-compared");
  await page.goBack();
  await expect.poll(() => page.getByRole("dialog").count()).toBe(0);

  await page.setViewportSize(phone.viewport);
  await inspect(page, "118-phone-duties");
  await page.getByRole("cell", { name: "便民利民服务员" }).first().click();
  await page.getByRole("dialog", { name: "便民利民服务员" }).getByText("样板派出所").first().waitFor();
  await inspect(page, "118-phone-duty-line");
  await page.goBack();
  await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  await page.setViewportSize(desk.viewport);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Duty catalogue" }).waitFor();
  await inspect(page, "119-duties-in-english");
  await page.getByRole("cell", { name: "便民利民服务员" }).first().click();
  await page.getByRole("dialog", { name: "便民利民服务员" }).getByText("Station instead").first().waitFor();
  await inspect(page, "119-duty-line-in-english");
});

test("a chief sees the station's catalogue at once, and what it was on a past day", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau, { name: "城郊派出所" });
  await setLine(bureau.administrator, { title: "矛盾纠纷调解员" });
  await setLine(await chiefOf(bureau, stationId), { title: "本所调解员", stationId });
  const { page } = await visit(desk);
  await enter(page, bureau, [{ role: "STATION_CHIEF", unitId: stationId }]);
  await openWorkbench(page);
  await turnTo(page, "职责目录");
  await page.getByRole("cell", { name: "本所调解员" }).waitFor();
  expect(await page.getByRole("cell", { name: "矛盾纠纷调解员" }).count()).toBe(0);
  expect(await page.getByRole("button", { name: "推广到其他所" }).count()).toBe(0);
  await page.getByRole("button", { name: "新增条目" }).waitFor();
  await page.getByLabel("哪天的目录").fill("2026-01-01");
  await page.getByLabel("哪天的目录").press("Tab");
  await page.waitForURL(/on=2026-01-01/);
  await page.getByText("没有符合条件的条目。").waitFor();
  expect(await page.getByRole("button", { name: "新增条目" }).count()).toBe(0);
});
