import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { expect, test } from "vitest";
import { demand } from "../api/assignments/staffing.ts";
import { makeGrid, makeMember, makeStation } from "../api/grids/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter, openWorkbench } from "../support/enter.ts";
import { inspect } from "../support/hands.ts";
import { visit } from "../support/site.ts";

test("a day is taken in the form it is typed in; what is no day is said, and nothing is saved", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  await demand(bureau, { duty: "AUXILIARY", atMost: 3 });
  await makeGrid(bureau, stationId);
  await makeMember(bureau, stationId, { kind: "AUXILIARY" });
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await openWorkbench(page);
  await page.getByRole("link", { name: "去填补" }).click();
  await page.getByText("无缺岗网格 0/1").waitFor();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog", { name: /^指派/ });
  await dialog.getByRole("option").first().click();
  const from = dialog.getByLabel("起始日期");
  const held = async () =>
    (await bureau.administrator.run(`{ assignments { nodes { startsAt } } }`)).assignments.nodes as {
      startsAt: string;
    }[];

  await from.fill("20261399");
  await from.press("Control+Enter");
  await dialog.getByText("“20261399”不是日期。").waitFor();
  await from.press("Escape");
  await dialog.getByRole("button", { name: "指派", exact: true }).click();
  await dialog.getByText("“20261399”不是日期。").waitFor();
  await inspect(page, "46-no-day");
  expect(await held()).toEqual([]);

  await from.fill("２０２７年１２月１０日");
  await from.press("Tab");
  await expect.poll(() => from.inputValue()).toBe("2027-12-10");
  await from.fill("20271211");
  await from.press("Control+Enter");
  await dialog.waitFor({ state: "hidden" });
  expect((await held()).map(({ startsAt }) => new Date(startsAt).toISOString())).toEqual(["2027-12-10T16:00:00.000Z"]);
  expect(complaints).toEqual([]);
});

const client = fileURLToPath(new URL("../../client/src/", import.meta.url));

const sources = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });

test("days are typed nowhere but in the one field that reads them; on the phone they are chosen in its own calendar", () => {
  const others = sources(client).filter((path) => /\bDatePicker\b|type="date"/.test(readFileSync(path, "utf8")));
  expect(others.map((path) => path.slice(client.length))).toEqual(["phone/day-input.tsx", "ui/day-field.tsx"]);
});
