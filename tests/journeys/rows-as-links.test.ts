import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demand } from "../api/assignments/staffing.ts";
import { makeGrid, makeMember, makePoliceRoom, makeStation } from "../api/grids/ground.ts";
import { seat } from "../api/work/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter } from "../support/enter.ts";
import { carryOn, inspect } from "../support/hands.ts";
import { phone, visit } from "../support/site.ts";

const isOpen = (page: Page) => new URL(page.url()).searchParams.get("open");

test("a row's name is a link to it: another tab has the row open, and a plain click opens it here", async () => {
  const bureau = await makeBureau();
  const station = await makeStation(bureau, { name: "城东派出所" });
  const grid = await makeGrid(bureau, station, { name: "河湾商圈" });
  await makeMember(bureau, station, { name: "虚构甲" });
  const { page, complaints } = await visit();
  const account = await enter(page, bureau);
  for (const [address, name, how] of [
    ["/members?kind=OFFICER", "虚构甲", { modifiers: ["ControlOrMeta"] }],
    ["/grids?q=河湾", "河湾商圈", { button: "middle" }],
    ["/system/units", "城东派出所", { button: "middle" }],
  ] as const) {
    await page.goto(address);
    const link = page.getByRole("row").getByRole("link", { name, exact: true });
    const [other] = await Promise.all([
      page.context().waitForEvent("page"),
      link.click({ ...how, modifiers: "modifiers" in how ? [...how.modifiers] : [] }),
    ]);
    await other.getByRole("dialog").getByText(name).first().waitFor();
    for (const [key, value] of new URL(page.url()).searchParams)
      expect(new URL(other.url()).searchParams.get(key), address).toBe(value);
    await other.close();
    expect(isOpen(page), address).toBe(null);
    await link.click();
    await page.getByRole("dialog").waitFor();
    expect(isOpen(page), address).not.toBe(null);
    await page.goBack();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
  await inspect(page, "192-rows-as-links");

  const narrow = await visit(phone);
  await carryOn(narrow.page, narrow.address, account);
  await narrow.page.goto("/grids");
  const line = narrow.page.getByRole("link", { name: "河湾商圈" });
  expect(await line.getAttribute("href")).toContain(`open=${grid.id}`);
  await inspect(narrow.page, "193-grids-as-links");
  await line.click();
  await narrow.page.getByRole("dialog").waitFor();
  expect([...complaints, ...narrow.complaints]).toEqual([]);
});

test("whoever marks text of a row opens nothing", async () => {
  const bureau = await makeBureau();
  await makeMember(bureau, await makeStation(bureau), { name: "虚构甲", badge: "B1001" });
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await page.goto("/members");
  for (const text of ["B1001", "虚构甲"]) {
    const { x, y, width, height } = (await page.locator("td").getByText(text, { exact: true }).boundingBox())!;
    await page.mouse.move(x + 1, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width - 1, y + height / 2, { steps: 5 });
    await page.mouse.up();
    expect(await page.evaluate("String(getSelection()).trim().length > 1"), text).toBe(true);
    expect(isOpen(page), text).toBe(null);
    await page.mouse.click(700, 10);
  }
  await page.getByRole("row").getByText("B1001").click();
  await page.getByRole("dialog").waitFor();
  expect(complaints).toEqual([]);
});

test("on small laptops no column of the grids is out of sight, in English either", async () => {
  const bureau = await makeBureau();
  const station = await makeStation(bureau, { name: "解州派出所" });
  const policeRoomId = await makePoliceRoom(bureau, station, { name: "居家庄村警务室" });
  await demand(bureau, {});
  await demand(bureau, { duty: "AUXILIARY" });
  const grid = await makeGrid(bureau, station, { code: "140802100204", name: "居家庄商圈", policeRoomId });
  await seat(bureau, grid.id, (await makeMember(bureau, station)).id);
  const { page, complaints } = await visit();
  await enter(page, bureau);
  await page.goto("/grids");
  await page.getByRole("button", { name: "English" }).click();
  const table = page.getByRole("row").filter({ hasText: "140802100204" });
  for (const width of [1280, 1366, 1440]) {
    await page.setViewportSize({ width, height: 720 });
    await table.getByText(/1 vacant/).waitFor();
    const beyond = `(() => { const { scrollWidth, clientWidth } = document.querySelector(".data-table .scroller"); return scrollWidth - clientWidth; })()`;
    expect(await page.evaluate(beyond), `at ${width}`).toBe(0);
  }
  await inspect(page, "194-grids-on-a-small-laptop");
  expect(complaints).toEqual([]);
});
