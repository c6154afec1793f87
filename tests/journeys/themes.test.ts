import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { issued, layWork, makeMatter } from "../api/work/ground.ts";
import { makeBureau } from "../support/bureau.ts";
import { enter, openWorkbench } from "../support/enter.ts";
import { goOn, inspect, picture } from "../support/hands.ts";
import { at } from "../support/phone.ts";
import { desk, phone, visit } from "../support/site.ts";

const dark = { ...desk, colorScheme: "dark" } as const;

const shown = (page: Page) => page.evaluate<string>("document.documentElement.dataset.prefersColorScheme");
const ground = (page: Page, selector: string) =>
  page.evaluate<string>(`getComputedStyle(document.querySelector("${selector}")).backgroundColor`);

test("it is dark where the system is, and as chosen from before the first paint on", async () => {
  const { page, complaints } = await visit(dark);
  await page.goto("/sign-in");
  const choice = page.getByLabel("外观");
  await choice.waitFor();
  expect(await choice.inputValue()).toBe("system");
  expect([await shown(page), await ground(page, "body")]).toEqual(["dark", "rgb(21, 24, 29)"]);
  await picture(page, "theme-door-dark");
  await choice.selectOption("浅色");
  expect([await shown(page), await ground(page, "body")]).toEqual(["light", "rgb(255, 255, 255)"]);

  const beginning = await page.context().newPage();
  await beginning.route("**/assets/*.js", (route) => route.abort());
  await beginning.goto("/sign-in");
  expect([await shown(beginning), await ground(beginning, ".opening")]).toEqual(["light", "rgb(243, 245, 247)"]);

  // Of the other tab, which is told.
  await beginning.evaluate(`localStorage.setItem("maple.theme", "dark")`);
  await expect.poll(() => choice.inputValue()).toBe("dark");
  expect(await shown(page)).toBe("dark");
  await page.reload();
  await choice.waitFor();
  expect([await choice.inputValue(), await shown(page)]).toEqual(["dark", "dark"]);
  expect(complaints).toEqual([]);
});

test("inside, the kit's parts turn with it, and what is printed is light", async () => {
  const { page, complaints } = await visit();
  await enter(page, await makeBureau());
  await openWorkbench(page);
  const palette = ".palette-button";
  const light = await ground(page, palette);
  await page.getByLabel("外观").selectOption("深色");
  expect(await shown(page)).toBe("dark");
  await expect.poll(() => ground(page, palette)).toBe("rgb(21, 24, 29)");
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => ground(page, palette)).toBe(light);
  expect(await ground(page, "body")).toBe("rgb(255, 255, 255)");
  await page.emulateMedia({ media: "screen" });
  await expect.poll(() => shown(page)).toBe("dark");
  await page.getByLabel("外观").selectOption("跟随系统");
  await expect.poll(() => ground(page, palette)).toBe(light);
  expect(complaints).toEqual([]);
});

test("on a phone it is chosen beside the language", async () => {
  const { officer } = await layWork();
  const { page, complaints } = await at(officer);
  await page.goto("/m/mine");
  await page.getByLabel("外观").selectOption("深色");
  expect([await shown(page), await ground(page, ".phone")]).toEqual(["dark", "rgb(21, 24, 29)"]);
  await picture(page, "theme-phone-mine-dark");
  expect(complaints).toEqual([]);
});

test.each([
  ["of every day", 0],
  ["of the system", 1],
])("the menu's pages %s can be read in both themes, at a desk and on a phone", async (_pages, list) => {
  const ground = await layWork();
  await makeMatter(ground);
  await issued(ground);
  const { page, complaints } = await visit();
  await enter(page, ground.bureau);
  await openWorkbench(page);
  const places = await page.evaluate<string[]>(
    `[...document.querySelectorAll(".side-menu ul")[${list}].querySelectorAll("a")].map(({ pathname }) => pathname)`,
  );
  expect(places.length).toBeGreaterThan(7);
  for (const place of places) {
    await goOn(page, place);
    await page.locator(`.side-menu a.active[href="${place}"]`).waitFor();
    for (const [name, { viewport }] of Object.entries({ desk, phone })) {
      await page.setViewportSize(viewport);
      await settled(page);
      expect([place, await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth")]).toEqual([
        place,
        0,
      ]);
      await inspect(page, `theme-${name}${place.replaceAll("/", "-")}`);
    }
    await page.setViewportSize(desk.viewport);
  }
  expect(complaints).toEqual([]);
});

test("every page of the phone's menu can be read in both themes", async () => {
  const ground = await layWork();
  await issued(ground);
  const { page, complaints } = await at(ground.officer);
  await page.goto("/m");
  for (const place of ["", "/duties", "/week", "/register"]) {
    await goOn(page, `/m${place}`);
    await settled(page);
    await inspect(page, `theme-m${place.replaceAll("/", "-")}`);
  }
  expect(complaints).toEqual([]);
});

/** All of it is there. */
async function settled(page: Page) {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await expect.poll(() => page.locator(".ant-skeleton, .adm-skeleton, .ant-spin").count()).toBe(0);
}
